import { blake3 } from '@noble/hashes/blake3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalize } from './canonical.ts';

const utf8 = new TextEncoder();

/** BLAKE3-256 as 64 lower-case hex digits; text is hashed as UTF-8. */
export function blake3Hex(data: Uint8Array | string): string {
  return bytesToHex(blake3(typeof data === 'string' ? utf8.encode(data) : data));
}

/** BLAKE3 of the canonical (RFC 8785) JSON of `value`. */
export function canonicalHash(value: unknown): string {
  return blake3Hex(canonicalize(value));
}
