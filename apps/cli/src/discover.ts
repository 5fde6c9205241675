/** Finding the specs of a batch. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from './args.ts';

/** One spec of a batch. */
export interface FoundSpec {
  /** Absolute. */
  readonly file: string;
  /** Relative to the folder that was searched, `/`-separated. */
  readonly name: string;
}

const EXTENSIONS = new Set(['.json', '.star', '.bzl']);

/**
 * Spec files below a folder, or those that a glob names, sorted by name. Names that contain `.report.` or start with `_`
 * are left out, as are `generation_summary.json` and everything below `except` (the output root) and dot folders.
 * Throws {@link UsageError} when the folder is not there.
 */
export async function discoverSpecs(where: string, cwd: string, except: string): Promise<FoundSpec[]> {
  const isGlob = /[*?{[]/.test(where);
  const root = resolve(cwd, isGlob ? globBase(where) : where);
  const stat = statSync(root, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`there is no folder ${JSON.stringify(where)}`);
  if (stat.isFile()) return [{ file: root, name: basename(root) }];
  const names = isGlob ? await globNames(where, cwd, root) : walk(root, except);
  return names
    .filter((name) => isSpecName(basename(name)))
    .map((name) => ({ file: join(root, name), name: name.split(sep).join('/') }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function isSpecName(name: string): boolean {
  if (!EXTENSIONS.has(extname(name).toLowerCase())) return false;
  return !name.includes('.report.') && !name.startsWith('_') && name !== 'generation_summary.json';
}

function walk(root: string, except: string): string[] {
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const at = join(root, folder);
    // An output root that holds the specs themselves is searched all the same.
    if (at === except && folder !== '') continue;
    for (const item of readdirSync(at, { withFileTypes: true })) {
      const name = folder === '' ? item.name : join(folder, item.name);
      if (item.isDirectory()) {
        if (!item.name.startsWith('.') && item.name !== 'node_modules') folders.push(name);
      } else if (item.isFile() || item.isSymbolicLink()) found.push(name);
    }
  }
  return found;
}

/** The part of a pattern before its first wildcard. */
function globBase(pattern: string): string {
  const parts = pattern.split(/[\\/]/);
  const wild = parts.findIndex((part) => /[*?{[]/.test(part));
  return parts.slice(0, wild).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

async function globNames(pattern: string, cwd: string, root: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const files = await glob([pattern.replaceAll('\\', '/')], { cwd, absolute: true, expandDirectories: false });
  return files.map((file) => relative(root, file));
}

/** Output paths that a source declares, read as lightly as possible; a source that cannot be read declares none. */
export function declaredPaths(file: string): string[] {
  try {
    const { outputs } = JSON.parse(readFileSync(file, 'utf8')) as { outputs?: unknown };
    if (!Array.isArray(outputs)) return [];
    return outputs
      .map((output) => (output as { path?: unknown } | null)?.path)
      .filter((path) => typeof path === 'string');
  } catch {
    return [];
  }
}

/** `presets/bass.json` → `presets/bass`. */
export function withoutExtension(name: string): string {
  const folder = dirname(name);
  const stem = basename(name, extname(name));
  return folder === '.' ? stem : `${folder}/${stem}`;
}
