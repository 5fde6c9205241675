import type { Backing, Lock } from './backing.ts';
import type { Cache, CacheEntry, CacheStats, ClearFilter } from './cache.ts';
import { gc, survey } from './gc.ts';
import { isHash } from './key-input.ts';
import { lookup, peek } from './lookup.ts';
import { compareDifferences, keyDifferences, type Nearest } from './nearest.ts';
import type { ResolvedCacheOptions } from './options.ts';
import { readRecord } from './read-entry.ts';
import type { CacheRecord } from './record.ts';
import { Session } from './session.ts';
import { SizeWatch } from './size-watch.ts';
import { store } from './store.ts';
import { verify } from './verify.ts';

/** A cache over a place to keep things; off from the start when there is a `problem`, see `Cache.problem`. */
export function createCache(backing: Backing, options: ResolvedCacheOptions, problem: string | null = null): Cache {
  const session = new Session(backing, options, problem);
  const size = new SizeWatch(session);
  return {
    get problem() {
      return session.problem;
    },
    async lookup(key, { verify = 'full' } = {}) {
      return lookup(session, key, verify);
    },
    async peek(key) {
      return peek(session, key);
    },
    async store(key, report, artifacts, storeOptions = {}) {
      const { result, grown } = store(session, key, report, artifacts, storeOptions);
      if (session.guard('store', false, () => size.grow(grown))) size.collected(await gc(session, {}));
      return result;
    },
    async invalidate(key) {
      if (!session.writes || !isHash(key)) return false;
      return session.guard('invalidate', false, () => backing.remove('record', key, Infinity));
    },
    async clear(filter) {
      return session.writes ? session.guard('clear', 0, () => clear(session, filter)) : 0;
    },
    async list() {
      return session.works ? session.guard('list', [], () => list(session)) : [];
    },
    async show(key) {
      if (!session.works || !isHash(key)) return null;
      return session.guard<CacheRecord | null>('show', null, () => {
        const found = readRecord(session, key);
        return typeof found === 'string' ? null : found.record;
      });
    },
    async nearest(input) {
      return session.works ? session.guard('nearest', null, () => nearest(session, input)) : null;
    },
    async stats() {
      session.flush();
      return session.works ? session.guard('stats', NO_STATS, () => stats(session)) : NO_STATS;
    },
    gc: (gcOptions = {}) => gc(session, gcOptions),
    async verify({ fix = false } = {}) {
      const nothing = { records: 0, blobs: 0, problems: [], fixed: false };
      return session.works ? session.guard('verify', nothing, () => verify(session, fix && session.writes)) : nothing;
    },
    async withKeyLock(key, fn) {
      // Without storage nobody can have stored anything; a lock that could not be had in time is somebody else's.
      const lock = session.writes
        ? await session.guardAsync<Lock | null>('lock', UNLOCKED, () => backing.lock(key.full, options.lockTimeoutMs))
        : UNLOCKED;
      try {
        return await fn(lock === null || lock.waited);
      } finally {
        lock?.release();
      }
    },
    async close() {
      session.flush();
      session.guard('close', undefined, () => size.note());
    },
  };
}

const UNLOCKED: Lock = { waited: false, release() {} };

const NO_STATS: CacheStats = {
  records: 0,
  blobs: 0,
  bytes: 0,
  unreferenced: { blobs: 0, bytes: 0 },
  quarantine: 0,
  counters: { hits: 0, misses: 0, stores: 0, corruptions: 0, nondeterminism: 0, saved_ms: 0 },
};

function* entries(session: Session): Iterable<{ record: CacheRecord; used: number }> {
  for (const { name } of [...session.backing.list('record')]) {
    const found = readRecord(session, name);
    if (typeof found !== 'string') yield found;
  }
}

function list(session: Session): CacheEntry[] {
  const listed = [...entries(session)].map(({ record, used }) => ({
    key: record.key,
    asset: record.key_input.asset,
    recipeKind: record.report.recipe_kind,
    createdAt: record.created_at,
    sourcePath: record.source_path,
    usedAt: used,
    files: record.artifacts.length,
    bytes: record.artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0),
  }));
  return listed.sort((a, b) => order(a.asset.id, b.asset.id) || order(a.key, b.key));
}

function nearest(session: Session, input: Parameters<Cache['nearest']>[0]): Nearest | null {
  let best: (Nearest & { readonly used: number }) | null = null;
  for (const { record, used } of entries(session)) {
    const differences = keyDifferences(record.key_input, input);
    const compared = best === null ? -1 : compareDifferences(differences, best.differences);
    if (compared > 0 || (compared === 0 && used <= best!.used)) continue;
    const { key, source_path: sourcePath, created_at: createdAt } = record;
    best = { key, sourcePath, createdAt, differences, used };
  }
  if (best === null) return null;
  const { used: _used, ...rest } = best;
  return rest;
}

function stats(session: Session): CacheStats {
  const { records, blobs } = survey(session);
  const mentioned = new Set(records.flatMap((record) => record.blobs));
  const loose = blobs.filter((blob) => !mentioned.has(blob.name));
  const bytesOf = (items: readonly { bytes: number }[]): number => items.reduce((sum, item) => sum + item.bytes, 0);
  return {
    records: records.length,
    blobs: blobs.length,
    bytes: bytesOf(records) + bytesOf(blobs),
    unreferenced: { blobs: loose.length, bytes: bytesOf(loose) },
    quarantine: session.backing.quarantined(),
    counters: session.counters(),
  };
}

function clear(session: Session, filter: ClearFilter | undefined): number {
  const { backing, options } = session;
  const before = options.now() - (filter?.olderThanMs ?? 0);
  let cleared = 0;
  if (filter === undefined) {
    for (const { name } of [...backing.list('record')]) if (backing.remove('record', name, Infinity)) cleared++;
    session.forgetCounters();
  } else {
    for (const { record, used } of [...entries(session)]) {
      if (filter.olderThanMs !== undefined && used >= before) continue;
      const { kind } = filter;
      if (kind !== undefined && record.report.recipe_kind !== kind && record.key_input.asset.type !== kind) continue;
      if (backing.remove('record', record.key, Infinity)) cleared++;
    }
  }
  // The grace period of gc is not kept: whoever clears wants the space. A writer that loses a blob by it gets a miss later.
  const { records, blobs } = survey(session);
  const mentioned = new Set(records.flatMap((record) => record.blobs));
  for (const blob of blobs) if (!mentioned.has(blob.name)) backing.remove('blob', blob.name, Infinity);
  return cleared;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
