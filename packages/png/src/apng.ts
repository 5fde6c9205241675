/**
 * Animated PNG (PNG specification, third edition, clauses 4.9 and 11.3.6): the first frame is what readers without
 * animations show. Of the other frames only the rectangle that changed is stored.
 */
import { type Chunk, writeChunks } from './chunks.ts';
import { bytesPerPixel, checkImage, compressImage, leadingChunks, type PngImage } from './encode.ts';

export interface ApngFrame {
  /** The whole picture, as `data` of a {@link PngImage}. */
  data: Uint8Array;
  /** Seconds as a fraction of two numbers of 16 bits. */
  delay: readonly [numerator: number, denominator: number];
}

export interface ApngImage extends Omit<PngImage, 'data'> {
  frames: readonly ApngFrame[];
  /** How often the frames are shown, 0 for ever; for ever when left out. */
  plays?: number;
}

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The bytes of an animated PNG file.
 *
 * @throws what `encodePng` throws for any frame, and RangeError for no frames, or delays and plays that do not fit
 */
export function encodeApng(image: ApngImage): Uint8Array {
  const { frames, plays = 0, ...still } = image;
  if (frames.length === 0) throw new RangeError('frames must have one frame at least');
  if (!(Number.isInteger(plays) && plays >= 0 && plays <= 0x7fffffff)) {
    throw new RangeError(`plays must be an integer from 0 to 2147483647, got ${plays}`);
  }
  frames.forEach(({ data, delay }, index) => {
    checkImage({ ...still, data });
    if (!delay.every((part) => Number.isInteger(part) && part >= 0 && part <= 0xffff)) {
      throw new RangeError(`delay of frame ${index} must be two integers from 0 to 65535, got ${delay}`);
    }
  });
  const pixel = (bytesPerPixel(still.colorType) * (still.bitDepth ?? 8)) / 8;
  const [header, ...more] = leadingChunks({ ...still, data: frames[0]!.data }) as [Chunk, ...Chunk[]];
  const chunks: Chunk[] = [header, ['acTL', words(frames.length, plays)], ...more];
  let sequence = 0;
  frames.forEach(({ data, delay }, index) => {
    const changed =
      index === 0
        ? { x: 0, y: 0, width: still.width, height: still.height }
        : changedRectangle(frames[index - 1]!.data, data, still.width, still.height, pixel);
    chunks.push(['fcTL', frameControl(sequence++, changed, delay)]);
    const part = {
      ...still,
      width: changed.width,
      height: changed.height,
      data: cut(data, still.width, changed, pixel),
    };
    const compressed = compressImage(part);
    if (index === 0) chunks.push(['IDAT', compressed]);
    else chunks.push(['fdAT', withSequence(sequence++, compressed)]);
  });
  chunks.push(['IEND', new Uint8Array(0)]);
  return writeChunks(chunks);
}

/** What differs, one pixel where nothing does: a frame is never empty. */
function changedRectangle(
  before: Uint8Array,
  after: Uint8Array,
  width: number,
  height: number,
  pixel: number,
): Rectangle {
  let [left, top, right, bottom] = [width, height, -1, -1];
  const stride = width * pixel;
  for (let y = 0; y < height; y++) {
    const row = y * stride;
    let first = 0;
    while (first < stride && before[row + first] === after[row + first]) first++;
    if (first === stride) continue;
    let last = stride - 1;
    while (before[row + last] === after[row + last]) last--;
    left = Math.min(left, Math.floor(first / pixel));
    right = Math.max(right, Math.floor(last / pixel));
    top = Math.min(top, y);
    bottom = y;
  }
  if (bottom < 0) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function cut(data: Uint8Array, imageWidth: number, { x, y, width, height }: Rectangle, pixel: number): Uint8Array {
  if (width === imageWidth && x === 0) return data.subarray(y * width * pixel, (y + height) * width * pixel);
  const part = new Uint8Array(width * height * pixel);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * imageWidth + x) * pixel;
    part.set(data.subarray(from, from + width * pixel), row * width * pixel);
  }
  return part;
}

/** Neither disposed of nor blended: what is in the rectangle replaces what was. */
function frameControl(sequence: number, { x, y, width, height }: Rectangle, delay: readonly [number, number]) {
  const chunk = new Uint8Array(26);
  chunk.set(words(sequence, width, height, x, y));
  const view = new DataView(chunk.buffer);
  view.setUint16(20, delay[0]);
  view.setUint16(22, delay[1]);
  return chunk;
}

function withSequence(sequence: number, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(4 + data.length);
  chunk.set(words(sequence));
  chunk.set(data, 4);
  return chunk;
}

function words(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(4 * index, value);
  return bytes;
}
