import type { RecordArtifact } from './record.ts';

/** What the cache tells while it works. Only the last three need a user's attention. */
export type CacheEvent =
  | { readonly type: 'cache.hit'; readonly key: string; readonly bytes: number; readonly saved_ms: number }
  | { readonly type: 'cache.miss'; readonly key: string }
  | { readonly type: 'cache.store'; readonly key: string; readonly bytes: number }
  | { readonly type: 'cache.gc'; readonly records: number; readonly blobs: number; readonly freed: number }
  /** A stored item did not verify; it was taken away and the lookup was a miss. */
  | {
      readonly type: 'cache.corrupt';
      readonly key: string;
      readonly item: 'record' | 'blob';
      readonly name: string;
      readonly reason: string;
    }
  /** One key was generated twice with different files; the first are kept. */
  | {
      readonly type: 'cache.nondeterminism';
      readonly key: string;
      readonly kept: readonly RecordArtifact[];
      readonly offered: readonly RecordArtifact[];
    }
  /** `off`: a storage failure; caching is off for the rest of the run. Otherwise a hint about the set-up. */
  | {
      readonly type: 'cache.warning';
      readonly code: string;
      readonly operation: string;
      readonly message: string;
      readonly off: boolean;
    };
