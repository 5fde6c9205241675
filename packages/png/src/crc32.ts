/**
 * CRC-32 of PNG, zlib and Ethernet (polynomial 0xEDB88320, reflected), four bytes per step ("slicing-by-4"): about four
 * times as fast as the table of the PNG specification's annex D, with the same result. Long data goes to WebAssembly.
 */

import { crc32Fast } from './wasm/kernel.ts';

const LONG = 1 << 12;

const TABLES = /* @__PURE__ */ (() => {
  const tables = new Int32Array(4 * 256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    tables[n] = c;
  }
  for (let i = 256; i < tables.length; i++) {
    const previous = tables[i - 256]!;
    tables[i] = (previous >>> 8) ^ tables[previous & 255]!;
  }
  return tables;
})();

/**
 * The CRC-32 of bytes[start] ... bytes[end - 1].
 *
 * @returns an unsigned 32-bit integer
 */
export function crc32(bytes: Uint8Array, start = 0, end: number = bytes.length): number {
  return (end - start >= LONG ? crc32Fast(bytes.subarray(start, end)) : undefined) ?? plainCrc32(bytes, start, end);
}

/** {@link crc32} without WebAssembly. */
export function plainCrc32(bytes: Uint8Array, start: number, end: number): number {
  let c = -1;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    c =
      TABLES[768 + (c & 255)]! ^
      TABLES[512 + ((c >>> 8) & 255)]! ^
      TABLES[256 + ((c >>> 16) & 255)]! ^
      TABLES[c >>> 24]!;
  }
  for (; i < end; i++) c = (c >>> 8) ^ TABLES[(c ^ bytes[i]!) & 255]!;
  return ~c >>> 0;
}
