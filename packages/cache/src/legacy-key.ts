/**
 * Version 1 keys: four components joined by `|`. Kept for callers that compare such keys; never used for lookup, because
 * they leave out the seed and the declared outputs, so that two specs can share one.
 */
import { blake3Hex, type Report } from '@speccade/spec';
import { CacheKeyDomainError, isHash } from './key-input.ts';

export interface CacheKeyComponents {
  /** 64 lower-case hex digits. */
  readonly recipe_hash: string;
  readonly backend_version: string;
  readonly stdlib_version?: string | undefined;
  /** Name of the budget profile. */
  readonly budget_profile: string;
}

/** A version 1 key. A type of its own, so that it cannot be passed where a `CacheKey` is looked up. */
export interface LegacyCacheKey {
  readonly full: string;
  readonly prefix: string;
  readonly components: CacheKeyComponents;
}

const COMPONENT = /^[A-Za-z0-9._+ -]+$/;
const WORDS = 'one or more of A-Z a-z 0-9 . _ + - and space';

/**
 * `BLAKE3(recipe_hash|backend_version|stdlib_version or nothing|budget_profile)`.
 *
 * The join is only uniquely decodable without `|` in a component and with "no stdlib" distinct from an empty one, so
 * anything else throws `CacheKeyDomainError`.
 */
export function legacyKeyV1(components: CacheKeyComponents): LegacyCacheKey {
  const { recipe_hash, backend_version, stdlib_version, budget_profile } = components;
  if (!isHash(recipe_hash)) throw new CacheKeyDomainError('recipe_hash', '64 lower-case hex digits');
  if (!COMPONENT.test(backend_version)) throw new CacheKeyDomainError('backend_version', WORDS);
  if (stdlib_version !== undefined && !COMPONENT.test(stdlib_version)) {
    throw new CacheKeyDomainError('stdlib_version', `absent or ${WORDS}`);
  }
  if (!COMPONENT.test(budget_profile)) throw new CacheKeyDomainError('budget_profile', WORDS);
  const full = blake3Hex([recipe_hash, backend_version, stdlib_version ?? '', budget_profile].join('|'));
  return { full, prefix: full.slice(0, 16), components };
}

/** The version 1 key of a report made under the named budget profile; `null` when it has no recipe hash. */
export function keyFromReport(report: Report, budgetProfile: string): LegacyCacheKey | null {
  if (report.recipe_hash === undefined) return null;
  return legacyKeyV1({
    recipe_hash: report.recipe_hash,
    backend_version: report.backend_version,
    stdlib_version: report.stdlib_version,
    budget_profile: budgetProfile,
  });
}
