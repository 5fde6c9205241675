import type { CacheEvent } from './events.ts';

/** How a cache behaves; the same for every place it can be in. */
export interface CacheOptions {
  /** `read`: never writes, not even times of use. `write`: every lookup is a miss. Default `rw`. */
  readonly mode?: 'read' | 'write' | 'rw' | 'off' | undefined;
  /** A miss throws `FrozenMissError`, for runs that must not generate. Default false. */
  readonly frozen?: boolean | undefined;
  /** Different files under one key throw `NondeterminismError` instead of only being told. Default false. */
  readonly strictDeterminism?: boolean | undefined;
  /** See `shouldCache`. Default true. */
  readonly released?: boolean | undefined;
  /** Stated in new records. Default `speccade`, `0.0.0`. */
  readonly tool?: { readonly name: string; readonly version: string } | undefined;
  /** A store that crosses this many bytes evicts down to 80 % of it. Default 5 GiB. */
  readonly maxBytes?: number | undefined;
  /** Entries not used for this many milliseconds are evicted by gc. Default: none. */
  readonly maxAgeMs?: number | undefined;
  /** Space in bytes to leave free on the disk. Default 1 GiB. */
  readonly minFree?: number | undefined;
  /** How long `withKeyLock` waits before it works without the lock, in milliseconds. Default 60 000. */
  readonly lockTimeoutMs?: number | undefined;
  /** Milliseconds since 1970. Default: always 0 in memory, the system's clock on disk. */
  readonly now?: (() => number) | undefined;
  /** Called synchronously; must not throw. */
  readonly onEvent?: ((event: CacheEvent) => void) | undefined;
}

export type ResolvedCacheOptions = { readonly [K in keyof CacheOptions]-?: Exclude<CacheOptions[K], undefined> };

const GiB = 1024 * 1024 * 1024;

export const CACHE_DEFAULTS: ResolvedCacheOptions = {
  mode: 'rw',
  frozen: false,
  strictDeterminism: false,
  released: true,
  tool: { name: 'speccade', version: '0.0.0' },
  maxBytes: 5 * GiB,
  maxAgeMs: Number.POSITIVE_INFINITY,
  minFree: GiB,
  lockTimeoutMs: 60_000,
  now: () => 0,
  onEvent: () => {},
};

/** Given options over the defaults; members that are `undefined` count as not given. */
export function resolveOptions(options: CacheOptions): ResolvedCacheOptions {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { ...CACHE_DEFAULTS, ...given };
}
