/** Decides what a garbage collection removes, from a listing alone: pure, so that it can be tested without a disk. */
import type { Listed } from './backing.ts';

export interface PlannedRecord extends Listed {
  /** SHA-256 of the files the record mentions. */
  readonly blobs: readonly string[];
}

export interface GcLimits {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly maxBytes: number;
  readonly maxAgeMs: number;
  /** Bytes to free on the disk whatever the cache's own size. */
  readonly shortage: number;
  /** Items used more recently than this are left alone: a writer or reader may be at work on them. */
  readonly graceMs: number;
  readonly pins: ReadonlySet<string>;
}

export interface GcPlan {
  readonly records: readonly string[];
  readonly blobs: readonly string[];
  readonly freed: number;
  /** Size of what stays. */
  readonly bytes: number;
}

/** Share of `maxBytes` that is left when a cache over its limit was collected. */
const TARGET = 0.8;

/**
 * Unmentioned blobs go first; then, while there is too much, the records used longest ago with the blobs only they
 * mention. Records older than `maxAgeMs` go in any case, pinned ones never.
 */
export function planGc(records: readonly PlannedRecord[], blobs: readonly Listed[], limits: GcLimits): GcPlan {
  const { now, maxBytes, maxAgeMs, shortage, graceMs, pins } = limits;
  const settled = (item: Listed): boolean => now - item.used > graceMs;
  const mentions = new Map<string, number>();
  for (const record of records) {
    for (const blob of new Set(record.blobs)) mentions.set(blob, (mentions.get(blob) ?? 0) + 1);
  }
  const byName = new Map(blobs.map((blob) => [blob.name, blob]));
  const total = sum(records) + sum(blobs);
  let target = total > maxBytes ? maxBytes * TARGET : total;
  if (shortage > 0) target = Math.min(target, total - shortage);

  const dropped = { records: [] as string[], blobs: [] as string[] };
  let left = total;
  const dropBlob = (blob: Listed): void => {
    if (!settled(blob)) return;
    dropped.blobs.push(blob.name);
    left -= blob.bytes;
  };
  for (const blob of blobs) if (!mentions.has(blob.name)) dropBlob(blob);
  const oldestFirst = [...records].sort((a, b) => a.used - b.used || (a.name < b.name ? -1 : 1));
  for (const record of oldestFirst) {
    if (pins.has(record.name) || !settled(record)) continue;
    if (left <= target && now - record.used <= maxAgeMs) continue;
    dropped.records.push(record.name);
    left -= record.bytes;
    for (const name of new Set(record.blobs)) {
      const rest = mentions.get(name)! - 1;
      mentions.set(name, rest);
      const blob = byName.get(name);
      if (rest === 0 && blob !== undefined) dropBlob(blob);
    }
  }
  return { ...dropped, freed: total - left, bytes: left };
}

function sum(items: readonly Listed[]): number {
  return items.reduce((bytes, item) => bytes + item.bytes, 0);
}
