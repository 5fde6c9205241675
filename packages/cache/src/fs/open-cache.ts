/**
 * The cache on disk. A verified hit takes about 0.06 ms for 4 KB, 0.14 to 0.2 ms for 100 KB and 1 ms for 1 MB (Node 24,
 * ext4, files in the page cache); SHA-256 takes 0.06 ms of each 100 KB.
 */
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Cache } from '../cache.ts';
import { createCache } from '../create-cache.ts';
import { type CacheOptions, resolveOptions } from '../options.ts';
import { errno } from '../session.ts';
import { storageFailureText } from '../storage-failure.ts';
import { type FsCalls, nodeCalls } from './calls.ts';
import { diskBacking } from './disk-backing.ts';
import { ownIdentity } from './identity.ts';
import { layoutOf } from './layout.ts';
import { removeLocksOf } from './lock.ts';
import { prepareRoot, rootHint, rootProblem } from './root.ts';

/** Relative to the project. */
export const DEFAULT_CACHE_ROOT = '.speccade/cache';

export interface CacheConfig extends CacheOptions {
  /** Directory of the cache. Pins are read from `<root>.pins` beside it. Default {@link DEFAULT_CACHE_ROOT}. */
  readonly root?: string | undefined;
  /** `false` is the same as `mode: 'off'`. Default true. */
  readonly enabled?: boolean | undefined;
  /**
   * `fast`: no fsync; after a power cut an entry may be damaged, which its next lookup finds. `full`: fsync of every file
   * and directory, about 4 ms each, for directories that are shared. Default `fast`.
   */
  readonly durability?: 'fast' | 'full' | undefined;
  /** The file system; tests put a failing one here. */
  readonly calls?: FsCalls | undefined;
}

/**
 * Opens the cache at `config.root`, which need not exist: it is created by the first store. Never throws. A directory that
 * is neither a cache nor empty is not touched: the cache is off, and `Cache.problem` and one `cache.warning` say why.
 */
export function openCache(config: CacheConfig = {}): Cache {
  const { root = DEFAULT_CACHE_ROOT, enabled = true, durability = 'fast', calls = nodeCalls, ...rest } = config;
  const options = resolveOptions({ ...rest, now: rest.now ?? Date.now, mode: enabled ? rest.mode : 'off' });
  const layout = layoutOf(resolve(root));
  const onFirstWrite = (): void => {
    const message = rootHint(calls, layout);
    if (message !== null) {
      options.onEvent({ type: 'cache.warning', code: 'NFS', operation: 'store', message, off: false });
    }
  };
  const backing = diskBacking({ layout, calls, now: options.now, durability, onFirstWrite });
  const problem = options.mode === 'off' ? null : rootProblem(calls, layout);
  if (problem !== null) options.onEvent({ type: 'cache.warning', ...problem, operation: 'open', off: true });
  return createCache(backing, options, problem?.message);
}

/**
 * Makes `root` an empty cache unless it is one already: for programs that keep files of their own in the directory, which
 * without this would not be known for a cache afterwards. Returns why it cannot be used, as `Cache.problem` does, or `null`.
 */
export function prepareCacheRoot(root: string = DEFAULT_CACHE_ROOT): string | null {
  const layout = layoutOf(resolve(root));
  try {
    const problem = rootProblem(nodeCalls, layout);
    if (problem !== null) return problem.message;
    prepareRoot(nodeCalls, layout, `${randomBytes(8).toString('hex')}-0`);
    return null;
  } catch (error) {
    const code = errno(error);
    if (code === null) throw error;
    return storageFailureText('store', layout.root, code, error as Error);
  }
}

/**
 * Removes the locks that this process has in the cache at `root`: those of one thread (`Worker.threadId`, to be noted while
 * the worker lives) or of all. To be called when worker threads were ended in the middle of their work, and before a
 * process ends without having returned from `withKeyLock`. Never those of a thread that goes on. Returns how many there
 * were; never throws for what happens to the storage.
 */
export function releaseOwnLocks(root: string = DEFAULT_CACHE_ROOT, thread?: number): number {
  return removeLocksOf(ownIdentity(), thread, nodeCalls, layoutOf(resolve(root)).locks);
}
