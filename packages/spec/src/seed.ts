/** Seeds derived from seeds: BLAKE3 over little-endian words and UTF-8 keys, first four bytes taken as a little-endian u32. */
import { blake3 } from './blake3.ts';

const utf8 = new TextEncoder();

function first32(...parts: readonly (number | string)[]): number {
  const chunks = parts.map((part) => (typeof part === 'string' ? utf8.encode(part) : littleEndian32(part)));
  const input = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    input.set(chunk, at);
    at += chunk.length;
  }
  return seedFromBytes(input);
}

/** The seed that bytes stand for: the first four of their BLAKE3. */
export function seedFromBytes(bytes: Uint8Array): number {
  return new DataView(blake3(bytes).buffer).getUint32(0, true);
}

function littleEndian32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value >>> 0, true);
  return bytes;
}

/** Seed of layer (or instrument) `index`: `BLAKE3(le32(seed) ‖ le32(index))`. */
export function deriveLayerSeed(seed: number, index: number): number {
  return first32(seed, index);
}

/** Seed of a named component: `BLAKE3(le32(seed) ‖ key)`. */
export function deriveComponentSeed(seed: number, key: string): number {
  return first32(seed, key);
}

/** Seed of an expanded variant: `BLAKE3(le32(seed) ‖ le32(seed_offset) ‖ variant_id)`. */
export function deriveVariantSeed(seed: number, seedOffset: number, variantId: string): number {
  return first32(seed, seedOffset, variantId);
}
