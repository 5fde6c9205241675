/**
 * Writing outputs: every file appears whole or not at all, nothing lands outside the output root, and what was there
 * stays as it was until all of the new files are complete.
 */
import { closeSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Issue } from '@speccade/spec';
import { reasonOf } from './reason.ts';

export interface FileToWrite {
  /** Relative to the root, `/`-separated. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a written file looked like right after writing: enough to see whether somebody touched it since. */
export interface WrittenFile {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** Could not write: the files that were there are still there. */
export class OutputError extends Error {
  readonly code = 'CLI_017';
  readonly issue: Issue;
  readonly issues: readonly Issue[];
  constructor(path: string, reason: string) {
    super(`cannot write ${path}: ${reason}`);
    this.issue = { code: this.code, severity: 'error', path: '', message: this.message };
    this.issues = [this.issue];
  }
}

let serial = 0;
const knownFolders = new Map<string, string>();

/** Writes all files below `root`, or none of them, with the given permissions. Throws {@link OutputError}. */
export function writeOutputs(root: string, files: readonly FileToWrite[], mode = 0o644): WrittenFile[] {
  const temporary: { readonly temp: string; readonly target: string; readonly file: FileToWrite }[] = [];
  try {
    for (const file of files) {
      const target = join(root, file.path);
      const folder = prepareFolder(root, dirname(target), file.path);
      const temp = join(folder, `.speccade-${process.pid}-${serial++}.tmp`);
      temporary.push({ temp, target, file });
      attempt(file.path, () => writeFile(temp, file.bytes, mode & 0o777));
      attempt(file.path, () => refuseFolder(target));
    }
    return temporary.map(({ temp, target, file }) => {
      attempt(file.path, () => renameSync(temp, target));
      const { size, mtimeMs } = statSync(target);
      return { path: file.path, size, mtimeMs };
    });
  } catch (error) {
    for (const { temp } of temporary) rmSync(temp, { force: true });
    throw error;
  }
}

function prepareFolder(root: string, folder: string, path: string): string {
  const known = knownFolders.get(folder);
  if (known !== undefined) return known;
  return attempt(path, () => {
    mkdirSync(folder, { recursive: true });
    // A symbolic link on the way may lead anywhere; the file would not be where the spec says.
    const inside = relative(realpathSync(root), realpathSync(folder));
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
      throw new Error('a symbolic link leads out of the output folder');
    }
    knownFolders.set(folder, folder);
    return folder;
  });
}

function writeFile(path: string, bytes: Uint8Array, mode: number): void {
  const fd = openSync(path, 'wx', mode);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  } finally {
    closeSync(fd);
  }
}

function refuseFolder(target: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) throw new Error('a folder of that name is there');
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof OutputError) throw error;
    knownFolders.clear();
    throw new OutputError(path, reasonOf(error));
  }
}

/**
 * Writes one file, whole or not at all, wherever it is. A symbolic link stays one: what it points to is written. An
 * existing file keeps its permissions. Throws {@link OutputError}.
 */
export function writeFileAtomic(path: string, content: string | Uint8Array): void {
  const existing = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
  const target = existing ? attempt(path, () => realpathSync(path)) : resolve(path);
  const folder = dirname(target);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  writeOutputs(folder, [{ path: basename(target), bytes }], existing?.mode);
}
