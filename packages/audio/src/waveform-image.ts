/** The waveform picture that is written beside a sound: RGB, 1024 × 256. */

export const IMAGE_WIDTH = 1024;
export const IMAGE_HEIGHT = 256;

type Colour = readonly [number, number, number];
const BACKGROUND: Colour = [32, 32, 32];
const CENTRE_LINE: Colour = [64, 64, 64];
const BODY: Colour = [64, 192, 255];
const LOUD: Colour = [255, 128, 64];
const CENTRE_ROW = 128;
/** A column whose extremes reach further has marked ends. */
const LOUD_LEVEL = 0.95;
/** A column with a smaller RMS is not brightened. */
const QUIET_RMS = 0.01;

/** Pixels of the picture, rows from the top, for interleaved 16-bit samples. */
export function waveformImage(pcm: Int16Array, channels: number): Uint8Array {
  const pixels = new Uint8Array(IMAGE_WIDTH * IMAGE_HEIGHT * 3);
  const put = (x: number, y: number, colour: Colour) => pixels.set(colour, (y * IMAGE_WIDTH + x) * 3);
  for (let i = 0; i < IMAGE_WIDTH * IMAGE_HEIGHT; i++) pixels.set(BACKGROUND, i * 3);
  for (let x = 0; x < IMAGE_WIDTH; x++) put(x, CENTRE_ROW, CENTRE_LINE);

  const frames = pcm.length / channels;
  for (let x = 0; x < IMAGE_WIDTH && frames > 0; x++) {
    const { min, max, rms } = measure(pcm, channels, x, frames);
    const top = row(max);
    const bottom = row(min);
    for (let y = top; y <= bottom; y++) put(x, y, BODY);
    if (max > LOUD_LEVEL || min < -LOUD_LEVEL) {
      put(x, top, LOUD);
      put(x, bottom, LOUD);
    }
    if (rms > QUIET_RMS) {
      const from = Math.max(row(rms), top);
      const to = Math.min(row(-rms), bottom);
      for (let y = from; y <= to; y++) brighten(pixels, (y * IMAGE_WIDTH + x) * 3);
    }
  }
  return pixels;
}

/** Extremes and RMS of the mono samples under column `x`. */
function measure(pcm: Int16Array, channels: number, x: number, frames: number) {
  const from = Math.floor((x * frames) / IMAGE_WIDTH);
  const to = Math.ceil(((x + 1) * frames) / IMAGE_WIDTH);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let squares = 0;
  for (let i = from; i < to; i++) {
    const mono = channels === 2 ? Math.trunc((pcm[2 * i]! + pcm[2 * i + 1]!) / 2) : pcm[i]!;
    const value = mono / 32768;
    if (value < min) min = value;
    if (value > max) max = value;
    squares += value * value;
  }
  return { min, max, rms: Math.sqrt(squares / (to - from)) };
}

function row(level: number): number {
  return Math.round(((1 - Math.min(Math.max(level, -1), 1)) / 2) * (IMAGE_HEIGHT - 1));
}

function brighten(pixels: Uint8Array, at: number): void {
  for (let c = at; c < at + 3; c++) pixels[c] = Math.min(Math.trunc((pixels[c]! * 5) / 4), 255);
}
