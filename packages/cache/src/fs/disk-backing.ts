import { hash, randomBytes } from 'node:crypto';
import { type Backing, type ItemKind, isFlaw, type Listed } from '../backing.ts';
import { MAX_RECORD_BYTES } from '../record.ts';
import { errno } from '../session.ts';
import type { FileStat, FsCalls } from './calls.ts';
import { appendCounts, readCounts } from './event-log.ts';
import { bestEffort, createFile, decode, readText, readWhole, replace, syncDirectory, unlessAbsent } from './files.ts';
import { ownIdentity } from './identity.ts';
import { itemDirectory, itemPath, type Layout, OWN } from './layout.ts';
import { acquireLock } from './lock.ts';
import { countQuarantined, listNames, quarantineFile, trimQuarantine } from './quarantine.ts';
import { prepareRoot } from './root.ts';

/** Left-overs of killed writers and abandoned locks are removed after this long. */
const SWEEP_AFTER_MS = 3_600_000;
const MAX_PINS_BYTES = 1 << 24;
const utf8 = new TextEncoder();

export interface DiskBackingOptions {
  readonly layout: Layout;
  readonly calls: FsCalls;
  readonly now: () => number;
  /** Called once, when the first item is about to be written, into a directory that exists. */
  readonly onFirstWrite: () => void;
  /** `full` makes each file and directory durable before going on, at about 4 ms per file. */
  readonly durability: 'fast' | 'full';
}

/** Things kept as files. Directories are made when a call finds them missing, not looked for before. */
export function diskBacking({ layout, calls, now, onFirstWrite, durability }: DiskBackingOptions): Backing {
  const unique = randomBytes(8).toString('hex');
  const identity = ownIdentity();
  const durable = durability === 'full';
  let counter = 0;
  let written = false;
  const tempName = (): string => `${unique}-${counter++}`;
  const tempPath = (): string => `${layout.tmp}/${tempName()}`;
  const prepare = (): void => prepareRoot(calls, layout, tempName());
  const topOf = (kind: ItemKind): string => (kind === 'record' ? layout.records : layout.blobs);
  const pathOf = (kind: ItemKind, name: string): string => itemPath(layout, kind, name);
  const touch = (path: string): void => calls.utimes(path, now() / 1000);

  /** Runs `call`, once more after creating `directory` (and the cache, if somebody deleted it) when that was missing. */
  const within = <T>(directory: string, call: () => T): T => {
    try {
      return call();
    } catch (error) {
      if (errno(error) !== 'ENOENT') throw error;
      prepare();
      calls.mkdir(directory);
      return call();
    }
  };

  const put = (kind: ItemKind, name: string, data: Uint8Array): void => {
    if (!written) {
      prepare();
      onFirstWrite();
    }
    written = true;
    const temp = tempPath();
    const directory = itemDirectory(layout, kind, name);
    try {
      within(layout.tmp, () => createFile(calls, temp, data, kind === 'blob' ? 0o444 : 0o644, durable));
      within(directory, () => replace(calls, temp, pathOf(kind, name)));
    } catch (error) {
      bestEffort(() => calls.unlink(temp));
      throw error;
    }
    if (durable) syncDirectory(calls, directory);
  };

  const statOf = (kind: ItemKind, name: string): FileStat | null => {
    let stat: FileStat | null = null;
    unlessAbsent(() => {
      stat = calls.lstat(pathOf(kind, name));
    });
    return stat;
  };
  const quarantine = (kind: ItemKind, name: string, reason: string): void =>
    quarantineFile(calls, layout.quarantine, pathOf(kind, name), reason, now());

  /** The names in `top/prefix`, also when a file is in its place. */
  const namesIn = (kind: ItemKind, prefix: string): string[] => {
    try {
      return listNames(calls, `${topOf(kind)}/${prefix}`, OWN[kind]);
    } catch (error) {
      if (errno(error) === 'ENOTDIR') return [];
      throw error;
    }
  };

  return {
    layer: 'disk',
    place: layout.root,
    sha256: (data) => hash('sha256', data),
    readRecord(key) {
      const file = readWhole(calls, pathOf('record', key), { atMost: MAX_RECORD_BYTES });
      return file === null || isFlaw(file) ? file : { text: decode(file.data), used: file.mtimeMs };
    },
    writeRecord(key, text) {
      put('record', key, utf8.encode(text));
    },
    touchRecord(key) {
      bestEffort(() => touch(pathOf('record', key)));
    },
    readBlob(name, bytes) {
      const file = readWhole(calls, pathOf('blob', name), { exactly: bytes });
      return file === null || isFlaw(file) ? file : file.data;
    },
    hasBlob(name, bytes) {
      const stat = statOf('blob', name);
      return stat?.isFile() === true && stat.size === bytes;
    },
    writeBlob(name, data) {
      // The touch keeps a running gc from taking the blob before the record that is about to mention it is there.
      const stat = statOf('blob', name);
      if (stat?.isFile() && stat.size === data.length && unlessAbsent(() => touch(pathOf('blob', name)))) return 0;
      if (stat?.isDirectory()) quarantine('blob', name, 'is not a regular file');
      put('blob', name, data);
      return data.length;
    },
    remove(kind, name, unusedSince) {
      const stat = statOf(kind, name);
      if (stat === null || stat.isDirectory() || stat.mtimeMs > unusedSince) return false;
      return unlessAbsent(() => calls.unlink(pathOf(kind, name)));
    },
    quarantine,
    *list(kind): Iterable<Listed> {
      for (const prefix of listNames(calls, topOf(kind), OWN.prefix)) {
        for (const file of namesIn(kind, prefix)) {
          const name = file.slice(0, 64);
          const stat = name.startsWith(prefix) ? statOf(kind, name) : null;
          if (stat !== null) yield { name, bytes: stat.size, used: stat.mtimeMs };
        }
      }
    },
    quarantined: () => countQuarantined(calls, layout.quarantine),
    pins() {
      const text = readText(calls, layout.pins, MAX_PINS_BYTES) ?? '';
      return new Set(text.split('\n').map((line) => line.replace(/#.*/, '').trim()));
    },
    freeBytes() {
      try {
        const { bavail, bsize } = calls.statfs(layout.root);
        return bavail * bsize;
      } catch (error) {
        if (errno(error) === null) throw error;
        return null;
      }
    },
    sweep() {
      for (const [directory, own] of [
        [layout.root, OWN.temp],
        [layout.tmp, OWN.temp],
        [layout.locks, OWN.lock],
      ] as const) {
        for (const name of listNames(calls, directory, own)) {
          bestEffort(() => {
            const path = `${directory}/${name}`;
            if (now() - calls.lstat(path).mtimeMs > SWEEP_AFTER_MS) calls.unlink(path);
          });
        }
      }
      trimQuarantine(calls, layout.quarantine, now());
    },
    sizeHint() {
      const bytes = Number(readText(calls, layout.size, 100) ?? Number.NaN);
      return Number.isSafeInteger(bytes) ? bytes : null;
    },
    noteSize(bytes) {
      const temp = tempPath();
      within(layout.tmp, () => createFile(calls, temp, utf8.encode(`${bytes}\n`), 0o644));
      within(layout.stats, () => replace(calls, temp, layout.size));
    },
    addCounters(counters, incidents) {
      within(layout.stats, () => appendCounts(calls, layout.events, tempPath, now(), counters, incidents));
    },
    counters: () => readCounts(calls, layout.events),
    resetCounters() {
      unlessAbsent(() => calls.unlink(layout.events));
    },
    lock(name, timeoutMs) {
      prepare();
      calls.mkdir(layout.locks);
      return acquireLock({ calls, identity, now }, `${layout.locks}/${name}.lock`, timeoutMs);
    },
  };
}
