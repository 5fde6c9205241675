/** The cache as its users see it. Calls never throw for what happens to the storage; see `CacheEvent` for how they tell. */
import type { Report } from '@speccade/spec';
import type { Counters } from './counters.ts';
import type { GcOptions, GcResult } from './gc.ts';
import type { CacheKey } from './key.ts';
import type { CacheKeyInput } from './key-input.ts';
import type { Nearest } from './nearest.ts';
import type { CacheRecord, RecordArtifact, StableReport } from './record.ts';
import type { VerifyResult } from './verify.ts';

/** A file to store. */
export interface ArtifactData {
  /** Relative to the output root, by the rules of `pathFlaw`; unique ignoring case. */
  readonly path: string;
  /** The output kind, such as `primary`. */
  readonly role: string;
  readonly data: Uint8Array;
}

/** A stored file with its bytes, which are a fresh copy. */
export interface CachedArtifact extends RecordArtifact {
  readonly data: Uint8Array;
}

export interface CacheMetadata {
  readonly created_at: string;
  readonly source_path?: string;
  readonly cache_key: string;
}

/** A verified entry. */
export interface CachedResult {
  /** Of the run that made the entry, without volatile members; see `reportOfHit`. */
  readonly report: StableReport;
  readonly artifacts: readonly CachedArtifact[];
  readonly metadata: CacheMetadata;
  /** Where it came from: `memory`, `disk`. */
  readonly layer: string;
  /** What the generation took, in milliseconds, when known. */
  readonly generateMs: number | undefined;
}

/** An entry without the bytes of its files. */
export type PeekResult = Omit<CachedResult, 'artifacts'> & { readonly artifacts: readonly RecordArtifact[] };

export interface StoreOptions {
  /** Path of the spec, relative to the project. An absolute one is left out. */
  readonly sourcePath?: string | undefined;
  /** What the generation took, in milliseconds. */
  readonly generateMs?: number | undefined;
  /** Overwrite an existing entry also when its files differ. They are reported as for any other store. */
  readonly replace?: boolean | undefined;
}

export type StoreResult =
  | { readonly status: 'stored' }
  /** The same files were there already. */
  | { readonly status: 'unchanged' }
  /** Different files were there already and are kept: the generation is not deterministic. */
  | { readonly status: 'kept'; readonly kept: readonly RecordArtifact[]; readonly offered: readonly RecordArtifact[] }
  /** `off`: disabled or read-only; `report`: not cacheable; `invalid`: see `message`. */
  | { readonly status: 'skipped'; readonly reason: 'off' | 'report' | 'invalid'; readonly message?: string };

/** One line of a listing. */
export interface CacheEntry {
  readonly key: string;
  readonly asset: { readonly id: string; readonly type: string };
  readonly recipeKind: string | undefined;
  readonly createdAt: string;
  readonly sourcePath: string | undefined;
  /** Last use in milliseconds since 1970. */
  readonly usedAt: number;
  readonly files: number;
  /** Sum of the file sizes. */
  readonly bytes: number;
}

export interface ClearFilter {
  /** Only entries last used more than this many milliseconds ago. */
  readonly olderThanMs?: number | undefined;
  /** Only entries of this recipe kind or asset type. */
  readonly kind?: string | undefined;
}

export interface CacheStats {
  readonly records: number;
  readonly blobs: number;
  /** Of records and blobs. */
  readonly bytes: number;
  readonly unreferenced: { readonly blobs: number; readonly bytes: number };
  readonly quarantine: number;
  readonly counters: Counters;
}

export interface Cache {
  /**
   * Why the cache has turned itself off, in a sentence: that of its one `cache.warning` with `off`. `null` while it works,
   * and when it is off because it was asked to be. Calls give empty results then, as if nothing were stored; who must tell
   * that from an empty cache looks here afterwards.
   */
  readonly problem: string | null;
  /**
   * The entry of a key, every byte verified; `null` when there is none or it is damaged (then it is quarantined).
   * `verify: 'size'` skips hashing the files. Throws `FrozenMissError` instead of `null` under `frozen`.
   */
  lookup(key: CacheKey, options?: { readonly verify?: 'full' | 'size' }): Promise<CachedResult | null>;
  /** Whether `lookup` would probably hit: the record is verified, of the files only presence and size. Counts nothing. */
  peek(key: CacheKey): Promise<PeekResult | null>;
  /** Keeps an entry. Throws `NondeterminismError` under `strictDeterminism`. */
  store(
    key: CacheKey,
    report: Report,
    artifacts: readonly ArtifactData[],
    options?: StoreOptions,
  ): Promise<StoreResult>;
  /** Forgets a key (64 hex digits). Its files go with the next gc. Returns whether it was there. */
  invalidate(key: string): Promise<boolean>;
  /** Forgets all entries, or those that match. Without a filter the counters start anew. Returns how many there were. */
  clear(filter?: ClearFilter): Promise<number>;
  /** All readable entries, by asset id, then key. */
  list(): Promise<CacheEntry[]>;
  /** The verified record of a key (64 hex digits). */
  show(key: string): Promise<CacheRecord | null>;
  /** The entry most like the input, and what differs; `null` when the cache is empty. */
  nearest(input: CacheKeyInput): Promise<Nearest | null>;
  stats(): Promise<CacheStats>;
  gc(options?: GcOptions): Promise<GcResult>;
  /** Verifies everything; `fix` quarantines what is damaged and removes records whose files are gone. */
  verify(options?: { readonly fix?: boolean }): Promise<VerifyResult>;
  /**
   * Runs `fn` while nobody else (process, worker thread or caller) runs one for the same key, so that work is not done
   * twice. `waited` is whether somebody else had the lock when it was asked for, and so may have stored the entry: look up
   * again inside when it is true. When the lock cannot be had within `lockTimeoutMs`, `fn` runs anyway, with `waited` true.
   */
  withKeyLock<T>(key: CacheKey, fn: (waited: boolean) => Promise<T> | T): Promise<T>;
  /** Writes the counters. The cache stays usable. */
  close(): Promise<void>;
}
