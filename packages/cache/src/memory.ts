/**
 * A cache in memory: for browsers, tests and short runs. It copies bytes in and out, and verifies like the one on disk
 * (SHA-256 in JavaScript, about 4 ms per MB; pass a native `sha256` where there is one).
 */
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Backing, ItemKind, Sha256, StoredText } from './backing.ts';
import type { Cache } from './cache.ts';
import { addCounts, NO_COUNTS } from './counters.ts';
import { createCache } from './create-cache.ts';
import { type CacheOptions, resolveOptions } from './options.ts';

/** The longest time a timer can be set to; a longer one would fire at once. */
const MAX_TIMER_MS = 0x7fff_ffff;

export interface MemoryCacheOptions extends CacheOptions {
  /** SHA-256 as 64 lower-case hex digits; text is hashed as UTF-8. */
  readonly sha256?: Sha256 | undefined;
  /** Keys that are never evicted. */
  readonly pins?: Iterable<string> | undefined;
}

/** An empty cache that lives as long as the object. */
export function memoryCache(options: MemoryCacheOptions = {}): Cache {
  const resolved = resolveOptions(options);
  const pins = new Set(options.pins);
  return createCache(memoryBacking(resolved.now, options.sha256 ?? hexSha256, pins), resolved);
}

function hexSha256(data: Uint8Array | string): string {
  return bytesToHex(nobleSha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** Exposed to tests, which damage what is stored. */
export interface MemoryBacking extends Backing {
  readonly records: Map<string, StoredText>;
  readonly blobs: Map<string, { readonly data: Uint8Array; readonly used: number }>;
}

export function memoryBacking(now: () => number, sha256: Sha256, pins: ReadonlySet<string>): MemoryBacking {
  const records: MemoryBacking['records'] = new Map();
  const blobs: MemoryBacking['blobs'] = new Map();
  /** By the name of a lock that somebody has: who waits for it, in order. */
  const locks = new Map<string, (() => void)[]>();
  const itemsOf = (kind: ItemKind): Map<string, { readonly used: number }> => (kind === 'record' ? records : blobs);
  let counters = NO_COUNTS;
  let quarantined = 0;
  return {
    records,
    blobs,
    layer: 'memory',
    place: 'memory',
    sha256,
    readRecord: (key) => records.get(key) ?? null,
    writeRecord(key, text) {
      records.set(key, { text, used: now() });
    },
    touchRecord(key) {
      const record = records.get(key);
      if (record !== undefined) records.set(key, { ...record, used: now() });
    },
    readBlob(name, bytes) {
      const data = blobs.get(name)?.data;
      if (data === undefined) return null;
      return data.length === bytes ? data.slice() : { flaw: `has ${data.length} bytes instead of ${bytes}` };
    },
    hasBlob: (name, bytes) => blobs.get(name)?.data.length === bytes,
    writeBlob(name, data) {
      const known = blobs.get(name)?.data;
      const there = known?.length === data.length;
      blobs.set(name, { data: there ? known! : data.slice(), used: now() });
      return there ? 0 : data.length;
    },
    remove(kind, name, unusedSince) {
      const item = itemsOf(kind).get(name);
      return item !== undefined && item.used <= unusedSince && itemsOf(kind).delete(name);
    },
    quarantine(kind, name) {
      if (itemsOf(kind).delete(name)) quarantined++;
    },
    *list(kind) {
      if (kind === 'record') for (const [name, { text, used }] of records) yield { name, bytes: text.length, used };
      else for (const [name, { data, used }] of blobs) yield { name, bytes: data.length, used };
    },
    quarantined: () => quarantined,
    pins: () => pins,
    freeBytes: () => null,
    sweep() {},
    sizeHint: () => null,
    noteSize() {},
    addCounters(added) {
      counters = addCounts(counters, added);
    },
    counters: () => counters,
    resetCounters() {
      counters = NO_COUNTS;
    },
    async lock(name, timeoutMs) {
      const release = (): void => {
        const next = locks.get(name)!.shift();
        if (next === undefined) locks.delete(name);
        else next();
      };
      const queue = locks.get(name);
      if (queue === undefined) {
        locks.set(name, []);
        return { waited: false, release };
      }
      if (timeoutMs <= 0) return null;
      return new Promise((resolve) => {
        const turn = (): void => {
          clearTimeout(timer);
          resolve({ waited: true, release });
        };
        const giveUp = (): void => {
          queue.splice(queue.indexOf(turn), 1);
          resolve(null);
        };
        const timer = setTimeout(giveUp, Math.min(timeoutMs, MAX_TIMER_MS));
        queue.push(turn);
      });
    },
  };
}
