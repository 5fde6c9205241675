export { pathFlaw, pathsFlaw } from './artifact-path.ts';
export type {
  ArtifactData,
  Cache,
  CachedArtifact,
  CachedResult,
  CacheEntry,
  CacheMetadata,
  CacheStats,
  ClearFilter,
  PeekResult,
  StoreOptions,
  StoreResult,
} from './cache.ts';
export type { Counters } from './counters.ts';
export { FrozenMissError, NondeterminismError } from './errors.ts';
export type { CacheEvent } from './events.ts';
export type { GcOptions, GcResult } from './gc.ts';
export { reportOfHit } from './hit-report.ts';
export type { CacheKey } from './key.ts';
export { keyFor } from './key.ts';
export type { CacheKeyInput } from './key-input.ts';
export { CacheKeyDomainError } from './key-input.ts';
export type { CacheKeyComponents, LegacyCacheKey } from './legacy-key.ts';
export { keyFromReport, legacyKeyV1 } from './legacy-key.ts';
export type { MemoryCacheOptions } from './memory.ts';
export { memoryCache } from './memory.ts';
export type { KeyDifference, Nearest } from './nearest.ts';
export { keyDifferences } from './nearest.ts';
export type { CacheOptions } from './options.ts';
export { CACHE_DEFAULTS } from './options.ts';
export type { CacheRecord, RecordArtifact, StableReport } from './record.ts';
export { RECORD_FORMAT } from './record.ts';
export { shouldCache } from './should-cache.ts';
export type { VerifyProblem, VerifyResult } from './verify.ts';
