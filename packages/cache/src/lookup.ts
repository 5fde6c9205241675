import type { CachedArtifact, CachedResult, PeekResult } from './cache.ts';
import { FrozenMissError } from './errors.ts';
import type { CacheKey } from './key.ts';
import { type Absence, readArtifact, readRecord, touch } from './read-entry.ts';
import type { CacheRecord } from './record.ts';
import type { Session } from './session.ts';

/** See `Cache.lookup`: all files verify, or nothing is delivered. */
export function lookup(session: Session, key: CacheKey, verify: 'full' | 'size'): CachedResult | null {
  const found = session.reads
    ? session.guard<CachedResult | Absence | 'off'>('lookup', 'off', () => read(session, key.full, verify))
    : 'off';
  if (typeof found === 'string') {
    if (session.reads) {
      session.count({ misses: 1 });
      session.emit({ type: 'cache.miss', key: key.full });
    }
    if (session.options.frozen) throw new FrozenMissError(key.full, found);
    return null;
  }
  const savedMs = found.generateMs ?? 0;
  session.count({ hits: 1, saved_ms: savedMs });
  const bytes = found.artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0);
  session.emit({ type: 'cache.hit', key: key.full, bytes, saved_ms: savedMs });
  return found;
}

function read(session: Session, key: string, verify: 'full' | 'size'): CachedResult | Absence {
  const found = readRecord(session, key);
  if (typeof found === 'string') return found;
  const artifacts: CachedArtifact[] = [];
  for (const listed of found.record.artifacts) {
    const artifact = readArtifact(session, key, listed, verify);
    if (typeof artifact === 'string') return artifact;
    artifacts.push(artifact);
  }
  touch(session, key, found.used);
  return { ...entryOf(session, found.record), artifacts };
}

/** See `Cache.peek`. */
export function peek(session: Session, key: CacheKey): PeekResult | null {
  if (!session.reads) return null;
  return session.guard<PeekResult | null>('peek', null, () => {
    const found = readRecord(session, key.full);
    if (typeof found === 'string') return null;
    const { artifacts } = found.record;
    if (!artifacts.every((artifact) => session.backing.hasBlob(artifact.sha256, artifact.bytes))) return null;
    return { ...entryOf(session, found.record), artifacts };
  });
}

function entryOf(session: Session, record: CacheRecord): Omit<CachedResult, 'artifacts'> {
  return {
    report: record.report,
    metadata: {
      created_at: record.created_at,
      ...(record.source_path !== undefined && { source_path: record.source_path }),
      cache_key: record.key,
    },
    layer: session.backing.layer,
    generateMs: record.generate_ms,
  };
}
