import { blake3 } from './blake3.ts';
import { canonicalize } from './canonical.ts';

const utf8 = new TextEncoder();

/** BLAKE3-256 as 64 lower-case hex digits; text is hashed as UTF-8. */
export function blake3Hex(data: Uint8Array | string): string {
  const hash = blake3(typeof data === 'string' ? utf8.encode(data) : data);
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** BLAKE3 of the canonical (RFC 8785) JSON of `value`. */
export function canonicalHash(value: unknown): string {
  return blake3Hex(canonicalize(value));
}
