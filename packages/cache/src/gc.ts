import type { Listed } from './backing.ts';
import { type GcPlan, type PlannedRecord, planGc } from './gc-plan.ts';
import { readRecord } from './read-entry.ts';
import type { Session } from './session.ts';

export interface GcOptions {
  /** Instead of the cache's own limit, in bytes. */
  readonly maxBytes?: number | undefined;
  /** Only say what would go. */
  readonly dryRun?: boolean | undefined;
}

export interface GcResult {
  /** Keys and blob hashes that were (or, in a dry run, would be) removed. */
  readonly records: readonly string[];
  readonly blobs: readonly string[];
  readonly freed: number;
  /** Size of what is left. */
  readonly bytes: number;
  /** `locked`: another process collects; `off`: the cache is off or read-only. Nothing was done. */
  readonly skipped?: 'locked' | 'off';
}

/** What was used in the last ten minutes is never removed: a writer may be about to mention it, a reader to read it. */
export const GC_GRACE_MS = 600_000;

const NOTHING: GcPlan = { records: [], blobs: [], freed: 0, bytes: 0 };

/** See `Cache.gc`. */
export async function gc(session: Session, options: GcOptions): Promise<GcResult> {
  const allowed = options.dryRun ? session.works : session.writes;
  if (!allowed) return { ...NOTHING, skipped: 'off' };
  return session.guardAsync<GcResult>('gc', { ...NOTHING, skipped: 'off' }, async () => {
    if (options.dryRun) return plan(session, options);
    const lock = await session.backing.lock('gc', 0);
    if (lock === null) return { ...NOTHING, skipped: 'locked' };
    try {
      return collect(session, options);
    } finally {
      lock.release();
    }
  });
}

function collect(session: Session, options: GcOptions): GcResult {
  const { backing } = session;
  backing.sweep();
  const planned = plan(session, options);
  const unusedSince = session.options.now() - GC_GRACE_MS;
  // Records first: a blob must not go while a record that is to stay mentions it, and each removal looks at the time of
  // use once more, because a reader may have come in between.
  const records = planned.records.filter((name) => backing.remove('record', name, unusedSince));
  const blobs = planned.blobs.filter((name) => backing.remove('blob', name, unusedSince));
  backing.noteSize(planned.bytes);
  session.emit({ type: 'cache.gc', records: records.length, blobs: blobs.length, freed: planned.freed });
  return { records, blobs, freed: planned.freed, bytes: planned.bytes };
}

function plan(session: Session, options: GcOptions): GcPlan {
  const { backing } = session;
  const { maxAgeMs, minFree } = session.options;
  const free = backing.freeBytes();
  const { records, blobs } = survey(session);
  return planGc(records, blobs, {
    now: session.options.now(),
    maxBytes: options.maxBytes ?? session.options.maxBytes,
    maxAgeMs,
    shortage: free === null ? 0 : minFree - free,
    graceMs: GC_GRACE_MS,
    pins: backing.pins(),
  });
}

/** All readable records with what they mention, and all blobs. Damaged records are quarantined in a writing cache. */
export function survey(session: Session): { records: PlannedRecord[]; blobs: Listed[] } {
  const { backing } = session;
  // Blobs first: one that is written after the listing is not in it, and so cannot seem to be unmentioned.
  const blobs = [...backing.list('blob')];
  const records: PlannedRecord[] = [];
  for (const item of [...backing.list('record')]) {
    const found = readRecord(session, item.name);
    if (typeof found === 'string') continue;
    records.push({ ...item, blobs: found.record.artifacts.map((artifact) => artifact.sha256) });
  }
  return { records, blobs };
}
