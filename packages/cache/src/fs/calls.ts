/**
 * The calls to the file system that the store makes, all of them, so that a test can make each one fail. Synchronous on
 * purpose: opening, measuring, reading and closing a file of 2 KB takes 6 µs this way and 70 µs through promises, of 100 KB
 * 20 µs and 85 µs (Node 24, ext4, warm), and a run over 10,000 specs does it 20,000 times.
 */
import * as fs from 'node:fs';

export interface FileStat {
  readonly size: number;
  readonly mtimeMs: number;
  isFile(): boolean;
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
  mkdir: (path) => void fs.mkdirSync(path, { recursive: true, mode: 0o755 }),
  readdir: (path) => fs.readdirSync(path),
  utimes: (path, seconds) => fs.utimesSync(path, seconds, seconds),
  statfs: fs.statfsSync,
};
