/**
 * The calls to the file system that the store makes, all of them, so that a test can make each one fail. Synchronous on
 * purpose: opening, measuring, reading and closing a file of 2 KB takes 6 µs this way and 70 µs through promises, of 100 KB
 * 20 µs and 85 µs (Node 24, ext4, warm), and a run over 10,000 specs does it 20,000 times.
 */
import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { errno } from '../session.ts';

export interface FileStat {
  readonly size: number;
  readonly mtimeMs: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

export interface FsCalls {
  open(path: string, flags: number, mode: number): number;
  close(fd: number): void;
  fstat(fd: number): FileStat;
  /** Does not follow a symbolic link. */
  lstat(path: string): FileStat;
  read(fd: number, into: Uint8Array, offset: number, length: number): number;
  write(fd: number, from: Uint8Array, offset: number, length: number): number;
  fsync(fd: number): void;
  rename(from: string, to: string): void;
  unlink(path: string): void;
  /** Creates missing parents, too. */
  mkdir(path: string): void;
  readdir(path: string): string[];
  /** Sets both times, in seconds since 1970. */
  utimes(path: string, seconds: number): void;
  statfs(path: string): { readonly type: number; readonly bsize: number; readonly bavail: number };
}

export const nodeCalls: FsCalls = {
  open: fs.openSync,
  close: fs.closeSync,
  fstat: fs.fstatSync,
  lstat: fs.lstatSync,
  read: (fd, into, offset, length) => fs.readSync(fd, into, offset, length, null),
  write: (fd, from, offset, length) => fs.writeSync(fd, from, offset, length),
  fsync: fs.fsyncSync,
  rename: fs.renameSync,
  unlink: fs.unlinkSync,
  mkdir: (path) => makeDirectory(path),
  readdir: (path) => fs.readdirSync(path),
  utimes: (path, seconds) => fs.utimesSync(path, seconds, seconds),
  statfs: fs.statfsSync,
};

/**
 * Creates a directory and its missing parents. Not with `recursive: true`, which tells a read-only file system as `ENOENT`
 * (Node 24 and before: it looks at the path after the failure and tells what came of that).
 */
export function makeDirectory(path: string, make = makeOne): void {
  let failure = tryDirectory(path, make);
  if (errno(failure) === 'ENOENT' && dirname(path) !== path) {
    makeDirectory(dirname(path), make);
    failure = tryDirectory(path, make);
  }
  if (failure !== null) throw failure;
}

function makeOne(path: string): void {
  fs.mkdirSync(path, { mode: 0o755 });
}

/** What prevented the directory; `null` when it is there now. */
function tryDirectory(path: string, make: (path: string) => void): unknown {
  try {
    make(path);
    return null;
  } catch (error) {
    try {
      return fs.statSync(path).isDirectory() ? null : error;
    } catch {
      return error;
    }
  }
}
