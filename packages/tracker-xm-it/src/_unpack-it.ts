/** Reads the sample compression of IT 2.14 and 2.15, 16 bit, for tests. */
import type { Reader } from './_read.ts';

const BLOCK = 0x4000;

export function unpackIt(from: Reader, length: number, twice: boolean): Int16Array {
  const pcm = new Int16Array(length);
  for (let start = 0; start < length; start += BLOCK) {
    unpackBlock(from.bytes(from.u16()), pcm.subarray(start, start + BLOCK), twice);
  }
  return pcm;
}

function unpackBlock(bytes: Uint8Array, out: Int16Array, twice: boolean): void {
  let at = 0;
  const take = (width: number): number => {
    let value = 0;
    for (let bit = 0; bit < width; bit++, at++) {
      if (at >> 3 >= bytes.length) throw new RangeError('the block is cut short');
      value |= ((bytes[at >> 3]! >> (at & 7)) & 1) << bit;
    }
    return value;
  };
  let width = 17;
  let first = 0;
  let second = 0;
  for (let index = 0; index < out.length; ) {
    const code = take(width);
    if (width < 7 && code === 1 << (width - 1)) {
      const next = take(4) + 1;
      width = next < width ? next : next + 1;
    } else if (
      width >= 7 &&
      width < 17 &&
      code > (0xffff >> (17 - width)) - 8 &&
      code <= (0xffff >> (17 - width)) + 8
    ) {
      const next = code - ((0xffff >> (17 - width)) - 8);
      width = next < width ? next : next + 1;
    } else if (width === 17 && code & 0x10000) width = (code & 0xff) + 1;
    else {
      const shift = 32 - Math.min(width, 16);
      first = ((first + ((code << shift) >> shift)) << 16) >> 16;
      second = ((second + first) << 16) >> 16;
      out[index++] = twice ? second : first;
    }
    if (width > 17) throw new RangeError(`codes of ${width} bits`);
  }
}
