import { errno } from '../session.ts';
import type { FsCalls } from './calls.ts';
import { createFile, readText } from './files.ts';
import { CACHEDIR_TAG, FORMAT_TEXT, type Layout } from './layout.ts';

/** `statfs` type of a network file system (NFS_SUPER_MAGIC of Linux). */
const NFS = 0x6969;
const MAX_FORMAT_BYTES = 1024;
const utf8 = new TextEncoder();

/** A reason not to use the directory at all: it holds a cache of another format. */
export function foreignFormat(calls: FsCalls, layout: Layout): string | null {
  const format = readText(calls, layout.format, MAX_FORMAT_BYTES);
  return format === null || format === FORMAT_TEXT
    ? null
    : `${layout.root} is a cache of another format: ${format.trim()}`;
}

/** Creates and marks the directory. Returns a warning when it is in a place that is not good to write to. */
export function prepareRoot(calls: FsCalls, layout: Layout): string | null {
  calls.mkdir(layout.root);
  for (const [path, text] of [
    [layout.format, FORMAT_TEXT],
    [layout.tag, CACHEDIR_TAG],
  ] as const) {
    try {
      createFile(calls, path, utf8.encode(text), 0o644);
    } catch (error) {
      if (errno(error) !== 'EEXIST') throw error;
    }
  }
  if (calls.statfs(layout.root).type !== NFS) return null;
  return `${layout.root} is on a network file system; share it for reading and write to a local one`;
}
