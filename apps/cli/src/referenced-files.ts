/**
 * The files that specs refer to: recordings, sounds. They are read below one folder only: the load root where there is
 * one, else the current folder when the spec lies in it, else the folder of the spec. Scripts are evaluated as all are.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ReferencedFile } from '@speccade/pipeline';
import { sha256 } from './fresh.ts';
import { isInside, locateInside } from './inside.ts';
import { type LoadSpecOptions, loadSpec } from './load-spec.ts';
import { displayPath, isScriptName } from './read-spec.ts';

/** Bytes; six seconds of eight channels at 192 kHz are less. */
const LARGEST = 64 << 20;

/** Finds the files of a spec by their paths relative to its folder. What cannot be read is there without content. */
export function referencedFiles(specFile: string, options: LoadSpecOptions): (path: string) => Promise<ReferencedFile> {
  const base = dirname(specFile);
  const { cwd, loadRoot } = options;
  const root = loadRoot ?? (isInside(base, cwd) ? cwd : base);
  return async (uri) => {
    const found = find(uri, base, root);
    if (!found.found || !isScriptName(found.file)) return found;
    return evaluated(found, found.found, options);
  };
}

function find(uri: string, base: string, root: string): ReferencedFile {
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
}

/** The script as the JSON that it comes to. */
async function evaluated(
  { uri, file }: ReferencedFile,
  { bytes, sha256: hash }: NonNullable<ReferencedFile['found']>,
  options: LoadSpecOptions,
): Promise<ReferencedFile> {
  const path = displayPath(file, options.cwd);
  const loaded = await loadSpec({ source: { path, kind: 'starlark', bytes }, file }, options);
  if (!loaded.ok) return { uri, file, issues: loaded.issues };
  const { text, modules, prints, stdlibVersion } = loaded;
  return { uri, file, found: { bytes: new TextEncoder().encode(text), sha256: hash, modules, prints, stdlibVersion } };
}
