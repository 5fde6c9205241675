/** Random numbers of a composition: a stream to each salt of a pattern, or to each cell. */
import { Pcg32 } from '@speccade/numerics';
import { seedFromBytes } from '@speccade/spec';
import type { Scope } from './scope.ts';

const utf8 = new TextEncoder();

/** The stream that all uses of a salt in a pattern begin alike. */
export function stream(scope: Scope, salt: string): Pcg32 {
  const { song, pattern } = payFor(scope, salt);
  return new Pcg32(streamSeed(song.seed, pattern.name, salt));
}

/** The stream of one cell, by its row and channel in the frame of its expression. */
export function cellStream(scope: Scope, salt: string, row: number, channel: number): Pcg32 {
  const { song, pattern } = payFor(scope, salt);
  return new Pcg32(cellSeed(song.seed, pattern.name, salt, row, channel));
}

/** Long names take long to hash: they count as more work. */
function payFor(scope: Scope, salt: string): Scope {
  scope.spend(Math.ceil((scope.pattern.name.length + salt.length) / 16));
  return scope;
}

/** First four bytes, little-endian, of `BLAKE3(le32(seed), 0, pattern, 0, salt)`. */
export function streamSeed(seed: number, pattern: string, salt: string): number {
  return seedFromBytes(keyBytes(seed, pattern, salt, 0).bytes);
}

/** The same of `BLAKE3(le32(seed), 0, pattern, 0, salt, 0, le32(row), channel)`. */
export function cellSeed(seed: number, pattern: string, salt: string, row: number, channel: number): number {
  const { bytes, end } = keyBytes(seed, pattern, salt, 6);
  new DataView(bytes.buffer).setInt32(end + 1, row, true);
  bytes[end + 5] = channel;
  return seedFromBytes(bytes);
}

function keyBytes(seed: number, pattern: string, salt: string, more: number): { bytes: Uint8Array; end: number } {
  const name = utf8.encode(pattern);
  const text = utf8.encode(salt);
  const end = 6 + name.length + text.length;
  const bytes = new Uint8Array(end + more);
  new DataView(bytes.buffer).setUint32(0, seed, true);
  bytes.set(name, 5);
  bytes.set(text, 6 + name.length);
  return { bytes, end };
}
