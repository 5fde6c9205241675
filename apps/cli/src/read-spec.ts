import { readFileSync, statSync } from 'node:fs';
import { extname, isAbsolute, relative, resolve } from 'node:path';
import type { SpecSource } from '@speccade/pipeline';
import type { Issue } from '@speccade/spec';
import { reasonOf } from './reason.ts';

export type ReadSpec =
  | { readonly ok: true; readonly source: SpecSource; readonly file: string }
  | { readonly ok: false; readonly issue: Issue; readonly file: string };

const STARLARK = new Set(['.star', '.bzl']);

/** Whether a file of this name is a script or a module of one. */
export function isScriptName(name: string): boolean {
  return STARLARK.has(extname(name).toLowerCase());
}

/** Reads a spec file. Files larger than `maxBytes` are not read; they come back empty-handed with E024 later. */
export function readSpec(path: string, cwd: string, maxBytes: number): ReadSpec {
  const file = resolve(cwd, path);
  const shown = displayPath(file, cwd);
  const fail = (code: string, message: string, suggestion?: string): ReadSpec => ({
    ok: false,
    file,
    issue: { code, severity: 'error', path: '', message, file: shown, ...(suggestion && { suggestion }) },
  });
  const extension = extname(file).toLowerCase();
  const kind = isScriptName(file) ? 'starlark' : 'json';
  if (kind === 'json' && extension !== '.json') {
    return fail('CLI_002', `unknown file extension ${JSON.stringify(extension)}`, 'specs end in .json, .star or .bzl');
  }
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return fail('CLI_001', 'cannot read the spec: it is not a file');
    if (stat.size > maxBytes) {
      const message = `general budget exceeded: max_spec_size_bytes is ${stat.size}, maximum is ${maxBytes}`;
      return fail('E024', message, 'split the spec, or use a budget profile that allows it');
    }
    return { ok: true, file, source: { path: shown, kind, bytes: readFileSync(file) } };
  } catch (error) {
    return fail('CLI_001', `cannot read the spec: ${reasonOf(error)}`);
  }
}

/** The path relative to the working directory where it is inside, `/`-separated. */
export function displayPath(file: string, cwd: string): string {
  const inside = relative(cwd, file);
  return (inside.startsWith('..') || isAbsolute(inside) ? file : inside).replaceAll('\\', '/');
}
