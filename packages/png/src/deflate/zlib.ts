/**
 * A zlib stream (RFC 1950) around deflate (RFC 1951), both written here, so that the bytes are a function of the data and
 * the level on every host.
 */

import { compressFast } from '../wasm/kernel.ts';
import { BitWriter } from './bit-writer.ts';
import { BlockWriter } from './block-writer.ts';
import { EFFORTS } from './effort.ts';
import { matchAll } from './matcher.ts';

/** Deflate with a window of 32 KiB; nothing said about the level; the two together divisible by 31. */
const HEADER = 0x78 | (0x01 << 8);

/**
 * Compresses.
 *
 * @param level 0 (stored) to 9
 */
export function zlib(data: Uint8Array, level: number): Uint8Array {
  const effort = EFFORTS[level - 1];
  return (effort && compressFast(data, effort)) ?? plainZlib(data, level);
}

/** {@link zlib} without WebAssembly. */
export function plainZlib(data: Uint8Array, level: number): Uint8Array {
  // No block is longer than the stored one, which adds five bytes to at most 65535.
  const bits = new BitWriter(data.length + (data.length >>> 10) + 64);
  bits.write(HEADER, 16);
  const effort = EFFORTS[level - 1];
  const blocks = new BlockWriter(data, bits, effort?.weighs ?? false);
  if (effort) {
    matchAll(data, effort, blocks);
    blocks.finish();
  } else blocks.store();
  bits.align();
  const sum = adler32(data);
  for (const byte of [24, 16, 8, 0]) bits.write((sum >>> byte) & 255, 8);
  return bits.finish();
}

/** The checksum of RFC 1950, section 8.2. */
export function adler32(data: Uint8Array): number {
  const sums = Int32Array.of(1, 0);
  // So many bytes that the second sum stays below 2^31; none at first, as in the choice of filters.
  const step = 3800;
  addSums(sums, data, 0, 0);
  for (let from = 0; from < data.length; from += step) addSums(sums, data, from, Math.min(from + step, data.length));
  return ((sums[1]! << 16) | sums[0]!) >>> 0;
}

function addSums(sums: Int32Array, data: Uint8Array, from: number, to: number): void {
  let a = sums[0]!;
  let b = sums[1]!;
  for (let i = from; i < to; i++) {
    a += data[i]!;
    b += a;
  }
  sums[0] = a % 65521;
  sums[1] = b % 65521;
}
