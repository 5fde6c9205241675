import { CanonicalError, type Report } from '@speccade/spec';
import { pathsFlaw } from './artifact-path.ts';
import type { ArtifactData, StoreOptions, StoreResult } from './cache.ts';
import { NondeterminismError } from './errors.ts';
import { isoTime } from './iso-time.ts';
import type { CacheKey } from './key.ts';
import { readRecord } from './read-entry.ts';
import { MAX_RECORD_BYTES, type RecordArtifact, recordText, sameArtifacts } from './record.ts';
import type { Session } from './session.ts';
import { shouldCache } from './should-cache.ts';

/** {@link StoreResult}, and by how many bytes the cache grew. */
export interface Stored {
  readonly result: StoreResult;
  readonly grown: number;
}

const ABSOLUTE = /^(?:[/\\]|[A-Za-z]:)/;

/**
 * See `Cache.store`. The order is the guarantee: first the files, last the record, which appears in one step. A writer
 * that dies leaves files nobody mentions, never a record without its files.
 */
export function store(
  session: Session,
  key: CacheKey,
  report: Report,
  artifacts: readonly ArtifactData[],
  options: StoreOptions,
): Stored {
  if (!session.writes) return skipped('off');
  if (!shouldCache(report, session.options.released)) return skipped('report');
  const flaw = pathsFlaw(artifacts.map((artifact) => artifact.path));
  if (flaw !== null) return skipped('invalid', `artifact path ${flaw}`);
  const { sha256 } = session.backing;
  const offered = artifacts.map(
    ({ path, role, data }): RecordArtifact => ({ path, role, sha256: sha256(data), bytes: data.length, mode: '0644' }),
  );
  let text: string;
  try {
    text = recordText(
      {
        key: key.full,
        key_input: key.input,
        created_at: isoTime(session.options.now()),
        ...sourcePath(options.sourcePath),
        tool: session.options.tool,
        ...(options.generateMs !== undefined && { generate_ms: Math.max(0, Math.round(options.generateMs)) }),
        report,
        artifacts: offered,
      },
      sha256,
    );
  } catch (error) {
    if (error instanceof CanonicalError) return skipped('invalid', `report: ${error.message}`);
    throw error;
  }
  if (text.length * 3 > MAX_RECORD_BYTES && new TextEncoder().encode(text).length > MAX_RECORD_BYTES) {
    return skipped('invalid', `a record longer than ${MAX_RECORD_BYTES} bytes`);
  }

  const done = session.guard('store', skipped('off'), () =>
    write(session, key.full, text, offered, artifacts, options),
  );
  if (done.result.status === 'kept' && session.options.strictDeterminism) {
    throw new NondeterminismError(key.full, done.result.kept, done.result.offered);
  }
  return done;
}

function write(
  session: Session,
  key: string,
  text: string,
  offered: readonly RecordArtifact[],
  artifacts: readonly ArtifactData[],
  options: StoreOptions,
): Stored {
  const existing = readRecord(session, key);
  if (typeof existing !== 'string' && !sameArtifacts(existing.record.artifacts, offered)) {
    const kept = existing.record.artifacts;
    session.count({ nondeterminism: 1 });
    session.emit({ type: 'cache.nondeterminism', key, kept, offered });
    if (!options.replace) return { result: { status: 'kept', kept, offered }, grown: 0 };
  }
  let grown = 0;
  for (let i = 0; i < artifacts.length; i++) {
    grown += session.backing.writeBlob(offered[i]!.sha256, artifacts[i]!.data);
  }
  if (typeof existing !== 'string' && !options.replace) {
    session.backing.touchRecord(key);
    return { result: { status: 'unchanged' }, grown };
  }
  session.backing.writeRecord(key, text);
  grown += text.length;
  session.count({ stores: 1 });
  session.emit({ type: 'cache.store', key, bytes: offered.reduce((sum, artifact) => sum + artifact.bytes, 0) });
  return { result: { status: 'stored' }, grown };
}

function sourcePath(path: string | undefined): { source_path?: string } {
  if (path === undefined || ABSOLUTE.test(path) || !path.isWellFormed()) return {};
  return { source_path: path.replaceAll('\\', '/') };
}

function skipped(reason: 'off' | 'report' | 'invalid', message?: string): Stored {
  return { result: { status: 'skipped', reason, ...(message !== undefined && { message }) }, grown: 0 };
}
