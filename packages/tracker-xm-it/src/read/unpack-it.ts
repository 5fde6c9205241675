/** The sample compression of IT 2.14 and 2.15: blocks of codes whose widths change as they go. */
import type { ByteReader } from './byte-reader.ts';
import { ModuleError } from './module-error.ts';

export interface Packing {
  readonly bits: 8 | 16;
  /** IT 2.15: differences of differences. */
  readonly twice: boolean;
}

/** Samples of a block. */
const blockOf = (bits: 8 | 16): number => (bits === 16 ? 0x4000 : 0x8000);

/** Passes over the blocks of a channel. Throws `ModuleError` where they are cut short or too small to hold it. */
export function skipPacked(from: ByteReader, frames: number, bits: 8 | 16): void {
  for (let start = 0; start < frames; start += blockOf(bits)) {
    const size = from.u16();
    // No sample takes less than a bit.
    if (8 * size < Math.min(blockOf(bits), frames - start)) throw cutShort();
    from.take(size);
  }
}

/** Unpacks a channel; 8 bits are the upper ones of 16. */
export function unpackIt(from: ByteReader, frames: number, { bits, twice }: Packing): Int16Array {
  const pcm = new Int16Array(frames);
  for (let start = 0; start < frames; start += blockOf(bits)) {
    unpackBlock(from.view(from.u16()), pcm.subarray(start, start + blockOf(bits)), bits, twice);
  }
  return pcm;
}

function cutShort(): ModuleError {
  return new ModuleError('the module is damaged: a compressed sample is cut short');
}

function unpackBlock(bytes: Uint8Array, out: Int16Array, bits: 8 | 16, twice: boolean): void {
  const widest = bits + 1;
  const [half, changeBits] = bits === 16 ? [8, 4] : [4, 3];
  const up = 16 - bits;
  let at = 0;
  const take = (width: number): number => {
    if (at + width > 8 * bytes.length) throw cutShort();
    let value = 0;
    for (let bit = 0; bit < width; bit++, at++) value |= ((bytes[at >> 3]! >> (at & 7)) & 1) << bit;
    return value;
  };
  let width = widest;
  let first = 0;
  let second = 0;
  for (let index = 0; index < out.length; ) {
    const code = take(width);
    const base = (((1 << bits) - 1) >> (widest - width)) - half;
    if (width < 7 && code === 1 << (width - 1)) width = changed(width, take(changeBits) + 1);
    else if (width >= 7 && width < widest && code > base && code <= base + 2 * half)
      width = changed(width, code - base);
    else if (width === widest && code >> bits) width = (code & 0xff) + 1;
    else {
      const shift = 32 - Math.min(width, bits);
      first = (first + ((code << shift) >> shift)) | 0;
      second = (second + first) | 0;
      out[index++] = (twice ? second : first) << up;
    }
    if (width > widest) throw new ModuleError(`the module is damaged: a compressed sample has codes of ${width} bits`);
  }
}

/** Codes for the width that there is already are not needed. */
function changed(width: number, next: number): number {
  return next < width ? next : next + 1;
}
