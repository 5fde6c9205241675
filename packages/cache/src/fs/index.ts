export type { FileStat, FsCalls } from './calls.ts';
export { nodeCalls } from './calls.ts';
export type { CacheConfig } from './open-cache.ts';
export { DEFAULT_CACHE_ROOT, openCache, prepareCacheRoot, releaseOwnLocks } from './open-cache.ts';
