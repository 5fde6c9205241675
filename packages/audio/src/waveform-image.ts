/** The waveform picture that is written beside a sound: 1024 × 256, six colours. */

export const IMAGE_WIDTH = 1024;
export const IMAGE_HEIGHT = 256;

/** What an index of the picture stands for; the last two are the two before them, brightened by a quarter. */
const [BACKGROUND, CENTRE_LINE, BODY, LOUD, BRIGHTER] = [0, 1, 2, 3, 2];

/** The colours of the picture, R G B each. */
export const IMAGE_PALETTE: Uint8Array = Uint8Array.of(
  ...[32, 32, 32],
  ...[64, 64, 64],
  ...[64, 192, 255],
  ...[255, 128, 64],
  ...[80, 240, 255],
  ...[255, 160, 80],
);

const CENTRE_ROW = 128;
/** A column whose extremes reach further has marked ends. */
const LOUD_LEVEL = 0.95;
/** A column with a smaller RMS is not brightened. */
const QUIET_RMS = 0.01;

/** Indices into {@link IMAGE_PALETTE}, rows from the top, for interleaved 16-bit samples. */
export function waveformImage(pcm: Int16Array, channels: number): Uint8Array {
  const pixels = new Uint8Array(IMAGE_WIDTH * IMAGE_HEIGHT).fill(BACKGROUND);
  pixels.fill(CENTRE_LINE, CENTRE_ROW * IMAGE_WIDTH, (CENTRE_ROW + 1) * IMAGE_WIDTH);
  const frames = pcm.length / channels;
  for (let x = 0; x < IMAGE_WIDTH && frames > 0; x++) {
    const { min, max, rms } = measure(pcm, channels, x, frames);
    const top = row(max);
    const bottom = row(min);
    const loud = max > LOUD_LEVEL || min < -LOUD_LEVEL;
    const bright = rms > QUIET_RMS;
    const brightTop = bright ? row(rms) : IMAGE_HEIGHT;
    const brightBottom = bright ? row(-rms) : -1;
    for (let y = top, at = top * IMAGE_WIDTH + x; y <= bottom; y++, at += IMAGE_WIDTH) {
      const colour = loud && (y === top || y === bottom) ? LOUD : BODY;
      pixels[at] = y >= brightTop && y <= brightBottom ? colour + BRIGHTER : colour;
    }
  }
  return pixels;
}

/** Extremes and RMS of the mono samples under column `x`. */
function measure(pcm: Int16Array, channels: number, x: number, frames: number) {
  const from = Math.floor((x * frames) / IMAGE_WIDTH);
  const to = Math.ceil(((x + 1) * frames) / IMAGE_WIDTH);
  let min = 32767;
  let max = -32768;
  let squares = 0;
  for (let i = from; i < to; i++) {
    const mono = channels === 2 ? ((pcm[2 * i]! + pcm[2 * i + 1]!) / 2) | 0 : pcm[i]!;
    min = Math.min(min, mono);
    max = Math.max(max, mono);
    squares += mono * mono;
  }
  return { min: min / 32768, max: max / 32768, rms: Math.sqrt(squares / (to - from)) / 32768 };
}

function row(level: number): number {
  return Math.round(((1 - Math.min(Math.max(level, -1), 1)) / 2) * (IMAGE_HEIGHT - 1));
}
