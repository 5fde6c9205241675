/**
 * The files that specs refer to: recordings, sounds. They are read below one folder only: the load root where there is
 * one, else the current folder when the spec lies in it, else the folder of the spec.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ReferencedFile } from '@speccade/pipeline';
import { sha256 } from './fresh.ts';
import { isInside, locateInside } from './inside.ts';

/** Bytes; six seconds of eight channels at 192 kHz are less. */
const LARGEST = 64 << 20;

/** Finds the files of a spec by their paths relative to its folder. What cannot be read is there without content. */
export function referencedFiles(
  specFile: string,
  cwd: string,
  loadRoot: string | undefined,
): (path: string) => ReferencedFile {
  const base = dirname(specFile);
  const root = loadRoot ?? (isInside(base, cwd) ? cwd : base);
  return (uri) => {
    const nothing: ReferencedFile = { uri, file: resolve(base, uri.replaceAll('\0', '')) };
    try {
      const file = locateInside(uri, base, root, root);
      const stat = statSync(file);
      if (!stat.isFile() || stat.size > LARGEST) return nothing;
      const bytes = readFileSync(file);
      return { uri, file, found: { bytes, sha256: sha256(bytes) } };
    } catch {
      return nothing;
    }
  };
}
