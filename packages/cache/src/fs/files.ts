/** Whole files, read and written so that neither a crash nor a planted link can do harm. */
import { constants } from 'node:fs';
import { type Flaw, isFlaw } from '../backing.ts';
import { errno } from '../session.ts';
import type { FsCalls } from './calls.ts';

// Windows has neither flag. Without O_NONBLOCK, opening a named pipe would wait for a writer.
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
const APPEND = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0);

/** What opening something tells that is no plain file: a link, a pipe, a directory (on Windows). */
const NO_FILE = new Set(['ELOOP', 'EMLINK', 'ENXIO', 'EISDIR']);

/** Pauses in milliseconds before a rename is tried again that another process blocks (Windows: the target is open). */
const RENAME_PAUSES = [10, 20, 40, 80, 120, 160, 200, 200, 200, 200];

export interface WholeFile {
  readonly data: Uint8Array;
  readonly mtimeMs: number;
}

/** What a file's size must be: one value, or at most so many bytes. */
export type SizeRule = { readonly exactly: number } | { readonly atMost: number };

/** The bytes of a regular file; `null` when there is none, a flaw when it is something else or has another size. */
export function readWhole(calls: FsCalls, path: string, rule: SizeRule): WholeFile | Flaw | null {
  let fd: number;
  try {
    fd = calls.open(path, READ, 0);
  } catch (error) {
    const code = errno(error);
    if (isAbsence(code)) return null;
    if (NO_FILE.has(code ?? '')) return { flaw: 'is not a regular file' };
    throw error;
  }
  try {
    const stat = calls.fstat(fd);
    const flaw = sizeFlaw(stat, rule);
    if (flaw !== null) return flaw;
    const data = new Uint8Array(stat.size);
    for (let at = 0; at < data.length; ) {
      const count = calls.read(fd, data, at, data.length - at);
      if (count === 0) return { flaw: `ends after ${at} of ${data.length} bytes` };
      at += count;
    }
    return { data, mtimeMs: stat.mtimeMs };
  } finally {
    calls.close(fd);
  }
}

function sizeFlaw(stat: { readonly size: number; isFile(): boolean }, rule: SizeRule): Flaw | null {
  if (!stat.isFile()) return { flaw: 'is not a regular file' };
  const wrong = 'exactly' in rule ? stat.size !== rule.exactly : stat.size > rule.atMost;
  return wrong ? { flaw: `has ${stat.size} bytes` } : null;
}

/** {@link readWhole} as text, for small files of our own; `null` also when it is no plain file. */
export function readText(calls: FsCalls, path: string, maxBytes: number): string | null {
  const file = readWhole(calls, path, { atMost: maxBytes });
  return file === null || isFlaw(file) ? null : decode(file.data);
}

/** UTF-8; bytes that are none become U+FFFD, so that text with them cannot pass as what was written. */
export function decode(data: Uint8Array): string {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('utf8');
}

/** Creates a file that must not exist yet (`EEXIST` otherwise). */
export function createFile(calls: FsCalls, path: string, data: Uint8Array, mode: number, sync = false): void {
  writeTo(calls, calls.open(path, CREATE, mode), data, sync);
}

/** Appends in one call, which no other process's can divide. */
export function appendFile(calls: FsCalls, path: string, data: Uint8Array): void {
  writeTo(calls, calls.open(path, APPEND, 0o644), data, false);
}

function writeTo(calls: FsCalls, fd: number, data: Uint8Array, sync: boolean): void {
  try {
    for (let at = 0; at < data.length; ) at += calls.write(fd, data, at, data.length - at);
    if (sync) calls.fsync(fd);
  } finally {
    calls.close(fd);
  }
}

/** Makes the entries of a directory durable. */
export function syncDirectory(calls: FsCalls, path: string): void {
  const fd = calls.open(path, constants.O_RDONLY, 0);
  try {
    calls.fsync(fd);
  } finally {
    calls.close(fd);
  }
}

/** Renames over what is there, in one step; waits up to about a second for a process that has the target open. */
export function replace(calls: FsCalls, from: string, to: string): void {
  for (let attempt = 0; ; attempt++) {
    try {
      calls.rename(from, to);
      return;
    } catch (error) {
      const code = errno(error);
      const pause = RENAME_PAUSES[attempt];
      if ((code !== 'EPERM' && code !== 'EBUSY') || pause === undefined) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

/** Whether the call worked; `false` when there was nothing at the path. */
export function unlessAbsent(call: () => void): boolean {
  try {
    call();
    return true;
  } catch (error) {
    if (isAbsence(errno(error))) return false;
    throw error;
  }
}

/** A path that leads through a file leads nowhere: nothing is there. */
function isAbsence(code: string | null): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** For what may fail without harm: times of use, left-overs. Only storage failures are passed over. */
export function bestEffort(call: () => void): void {
  try {
    call();
  } catch (error) {
    if (errno(error) === null) throw error;
  }
}
