import { blake3Hex, canonicalize } from '@speccade/spec';
import { type CacheKeyInput, normalizeKeyInput } from './key-input.ts';

/** Domain separation: a key can never equal the hash of some other document of ours. */
const DOMAIN = 'speccade.cache.key.v2\n';

/** A version 2 key. Only these are looked up and stored. */
export interface CacheKey {
  /** 64 lower-case hex digits. */
  readonly full: string;
  /** The first 16 digits, for display only. */
  readonly prefix: string;
  readonly input: CacheKeyInput;
}

/**
 * `BLAKE3("speccade.cache.key.v2\n" ‖ JCS(input))` (JCS: RFC 8785). Different inputs give different keys, but for a
 * collision of the hash; the order of `inputs` and of object members does not matter.
 *
 * Throws `CacheKeyDomainError` for components outside their documented domain.
 */
export function keyFor(input: CacheKeyInput): CacheKey {
  const normalized = normalizeKeyInput(input);
  const full = blake3Hex(DOMAIN + canonicalize(normalized));
  return { full, prefix: full.slice(0, 16), input: normalized };
}
