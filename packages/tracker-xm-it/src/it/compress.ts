/**
 * The sample compression of Impulse Tracker 2.14 and 2.15, 16 bit: differences (2.15: differences of those) in codes of
 * 1 to 17 bits, where some codes of each width say another width. The widths are the cheapest there are, found by dynamic
 * programming over the 17 widths at each sample.
 */

export type ItCompression = 'it214' | 'it215';

/** Samples of a block; each begins anew. */
const BLOCK = 0x4000;
/** Also the width that a block begins with. */
const WIDEST = 17;
/** Below this width a single code announces a change, and four bits follow. */
const NARROW = 7;
const CHANGE_BITS = 4;
/** Half of the 16 codes that announce a change from here on. */
const RESERVED = 8;

/** Compressed blocks, each behind its size as u16. */
export function compressIt(pcm: Int16Array, compression: ItCompression): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let start = 0; start < pcm.length; start += BLOCK) {
    const values = differences(pcm.subarray(start, start + BLOCK));
    blocks.push(packBlock(compression === 'it215' ? differences(values) : values));
  }
  const bytes = new Uint8Array(blocks.reduce((sum, block) => sum + 2 + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    bytes.set([block.length & 0xff, block.length >> 8], at);
    bytes.set(block, at + 2);
    at += 2 + block.length;
  }
  return bytes;
}

/** Modulo 2^16; the first one from 0. */
function differences(values: Int16Array): Int16Array {
  return values.map((value, index) => value - (index === 0 ? 0 : values[index - 1]!));
}

function packBlock(values: Int16Array): Uint8Array {
  const widths = cheapestWidths(values);
  const bits = new BitWriter(changesAndCodes(widths));
  let width = WIDEST;
  values.forEach((value, index) => {
    const next = widths[index]!;
    if (next !== width) writeChange(bits, width, next);
    width = next;
    bits.write(width === WIDEST ? value & 0xffff : value, width);
  });
  return bits.bytes;
}

/** The width of each value's code. */
function cheapestWidths(values: Int16Array): Uint8Array {
  // The width before each value's from which a change comes cheapest, and whether each width is reached by it.
  const changeFrom = new Uint8Array(values.length);
  const changed = new Uint32Array(values.length);
  let costs = new Float64Array(WIDEST + 1).fill(Number.POSITIVE_INFINITY);
  costs[WIDEST] = 0;
  values.forEach((value, index) => {
    let cheapest = WIDEST;
    for (let width = 1; width < WIDEST; width++) {
      if (costs[width]! + changeBits(width) < costs[cheapest]! + changeBits(cheapest)) cheapest = width;
    }
    const change = costs[cheapest]! + changeBits(cheapest);
    const next = new Float64Array(WIDEST + 1).fill(Number.POSITIVE_INFINITY);
    changeFrom[index] = cheapest;
    for (let width = 1; width <= WIDEST; width++) {
      if (!fits(value, width)) continue;
      if (change < costs[width]!) changed[index]! |= 1 << width;
      next[width] = Math.min(costs[width]!, change) + width;
    }
    costs = next;
  });
  const widths = new Uint8Array(values.length);
  let width = costs.reduce((best, cost, candidate) => (cost < costs[best]! ? candidate : best), WIDEST);
  for (let index = values.length - 1; index >= 0; index--) {
    widths[index] = width;
    if (changed[index]! & (1 << width)) width = changeFrom[index]!;
  }
  return widths;
}

function changeBits(width: number): number {
  return width < NARROW ? width + CHANGE_BITS : width;
}

function fits(value: number, width: number): boolean {
  if (width === WIDEST) return true;
  const half = 1 << (width - 1);
  return width < NARROW ? Math.abs(value) < half : value >= RESERVED - half && value < half - RESERVED;
}

function changesAndCodes(widths: Uint8Array): number {
  let bits = 0;
  let width = WIDEST;
  for (const next of widths) {
    if (next !== width) bits += changeBits(width);
    bits += next;
    width = next;
  }
  return bits;
}

function writeChange(bits: BitWriter, width: number, next: number): void {
  if (width === WIDEST) {
    bits.write(0x10000 | (next - 1), WIDEST);
    return;
  }
  // The width that it is already needs no number.
  const number = next < width ? next - 1 : next - 2;
  if (width < NARROW) {
    bits.write(1 << (width - 1), width);
    bits.write(number, CHANGE_BITS);
  } else bits.write((0xffff >> (WIDEST - width)) - RESERVED + number + 1, width);
}

/** From the lowest bit of each byte upwards. */
class BitWriter {
  readonly bytes: Uint8Array;
  #at = 0;

  constructor(bits: number) {
    this.bytes = new Uint8Array(Math.ceil(bits / 8));
  }

  write(value: number, width: number): void {
    for (let bit = 0; bit < width; bit++, this.#at++) {
      if ((value >> bit) & 1) this.bytes[this.#at >> 3]! |= 1 << (this.#at & 7);
    }
  }
}
