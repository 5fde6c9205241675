import { type ItemKind, isFlaw } from './backing.ts';
import type { CachedArtifact } from './cache.ts';
import { type CacheRecord, parseRecord, type RecordArtifact } from './record.ts';
import type { Session } from './session.ts';

/** A use is noted at most once an hour: a hit must not cost a write. */
const TOUCH_AFTER_MS = 3_600_000;

export const WRONG_HASH = 'does not have the hash it is named by';

/** Why there is no entry. */
export type Absence = 'absent' | 'corrupt';

/**
 * The verified record of a key and its last use. A damaged one is told and, with `takeAway`, quarantined.
 * That, too, is how damage found by {@link readArtifact} is handled.
 */
export function readRecord(
  session: Session,
  key: string,
  takeAway = session.writes,
): { record: CacheRecord; used: number } | Absence {
  const stored = session.backing.readRecord(key);
  if (stored === null) return 'absent';
  const record = isFlaw(stored) ? stored : parseRecord(stored.text, key, session.backing.sha256);
  if (isFlaw(record)) {
    corrupt(session, key, 'record', key, record.flaw, takeAway);
    return 'corrupt';
  }
  return { record, used: (stored as { used: number }).used };
}

/** The bytes of a record's file; `verify` says whether they are hashed or only measured. */
export function readArtifact(
  session: Session,
  key: string,
  artifact: RecordArtifact,
  verify: 'full' | 'size',
  takeAway = session.writes,
): CachedArtifact | Absence {
  const data = session.backing.readBlob(artifact.sha256, artifact.bytes);
  if (data === null) return 'absent';
  if (isFlaw(data)) {
    corrupt(session, key, 'blob', artifact.sha256, data.flaw, takeAway);
    return 'corrupt';
  }
  if (verify === 'full' && session.backing.sha256(data) !== artifact.sha256) {
    corrupt(session, key, 'blob', artifact.sha256, WRONG_HASH, takeAway);
    return 'corrupt';
  }
  return { ...artifact, data };
}

/** Notes a use of the record. */
export function touch(session: Session, key: string, used: number): void {
  if (session.writes && session.options.now() - used > TOUCH_AFTER_MS) session.backing.touchRecord(key);
}

/** Tells and counts a damaged item, and takes it away if wanted. */
export function corrupt(
  session: Session,
  key: string,
  item: ItemKind,
  name: string,
  reason: string,
  takeAway: boolean,
): void {
  session.emit({ type: 'cache.corrupt', key, item, name, reason });
  session.count({ corruptions: 1 });
  if (takeAway) session.backing.quarantine(item, name, reason);
}
