/** The directory of a cache: whose it is, and how it becomes one. */
import { errno } from '../session.ts';
import { OFF, storageFailureText } from '../storage-failure.ts';
import type { FsCalls } from './calls.ts';
import { bestEffort, createFile, readText, replace, unlessAbsent } from './files.ts';
import { CACHEDIR_TAG, FORMAT_TEXT, type Layout, OWN } from './layout.ts';
import { listNames } from './quarantine.ts';

/** `statfs` type of a network file system (NFS_SUPER_MAGIC of Linux). */
const NFS = 0x6969;
const MAX_FORMAT_BYTES = 1024;
const FORMAT_START = /^speccade-cache [0-9]+\n?$/;
const ANY = /^/;
const utf8 = new TextEncoder();

/** Why a directory cannot be used as a cache, in a word and in a sentence. */
export interface RootProblem {
  /** `NOT_A_CACHE`, `FORMAT` or the errno name of a storage failure. */
  readonly code: string;
  readonly message: string;
}

/** `null` for a cache of this format, and for a directory that is empty or absent and so can become one. */
export function rootProblem(calls: FsCalls, { root, format }: Layout): RootProblem | null {
  try {
    const text = readText(calls, format, MAX_FORMAT_BYTES);
    if (text === FORMAT_TEXT) return null;
    if (text !== null && FORMAT_START.test(text)) {
      const message = `${root} is a cache of another format (${text.trim()}); ${OFF}. Delete it, or use another directory`;
      return { code: 'FORMAT', message };
    }
    // `format` is the first thing in every cache; before it there is only its temporary file, see `prepareRoot`.
    if (listNames(calls, root, ANY).every((name) => OWN.temp.test(name))) return null;
    // Somebody else may have made it a cache between the two looks.
    if (readText(calls, format, MAX_FORMAT_BYTES) === FORMAT_TEXT) return null;
    const message = `${root} is not a cache: it is not empty and has no valid file "format"; nothing in it is touched, and ${OFF}. Empty it, or use another directory`;
    return { code: 'NOT_A_CACHE', message };
  } catch (error) {
    const code = errno(error);
    if (code === null) throw error;
    return { code, message: storageFailureText('open', root, code, error as Error) };
  }
}

/**
 * Makes the directory a cache unless it is one. `format` comes first and in one step, so that nobody ever sees a part of
 * a cache without it; it is synced, because without it a power cut could cost the whole cache. `temp` names a new file.
 */
export function prepareRoot(calls: FsCalls, layout: Layout, temp: string): void {
  if (unlessAbsent(() => calls.lstat(layout.format))) return;
  calls.mkdir(layout.root);
  const path = `${layout.root}/${temp}`;
  try {
    createFile(calls, path, utf8.encode(FORMAT_TEXT), 0o644, true);
    replace(calls, path, layout.format);
  } catch (error) {
    bestEffort(() => calls.unlink(path));
    throw error;
  }
  try {
    createFile(calls, layout.tag, utf8.encode(CACHEDIR_TAG), 0o644);
  } catch (error) {
    if (errno(error) !== 'EEXIST') throw error;
  }
}

/** Tells of a place that is not good to write to; `null` when there is nothing to say. The directory must exist. */
export function rootHint(calls: FsCalls, { root }: Layout): string | null {
  if (calls.statfs(root).type !== NFS) return null;
  return `${root} is on a network file system; share it for reading and write to a local one`;
}
