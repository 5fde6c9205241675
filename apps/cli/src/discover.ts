/** Finding the specs of a batch. */
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { variantFolder } from '@speccade/pipeline';
import type { Issue } from '@speccade/spec';
import { UsageError } from './args.ts';
import { type LoadSpecOptions, loadSpec } from './load-spec.ts';
import { displayPath } from './read-spec.ts';
import { reasonOf } from './reason.ts';

/** One spec of a batch. */
export interface FoundSpec {
  /** Absolute. */
  readonly file: string;
  /** Relative to the folder that was searched, `/`-separated. */
  readonly name: string;
}

const EXTENSIONS = new Set(['.json', '.star', '.bzl']);

export interface Discovery {
  readonly specs: readonly FoundSpec[];
  /** Folders that could not be searched, and a glob that names nothing. */
  readonly issues: readonly Issue[];
}

/**
 * Spec files below a folder, or those that a glob names, sorted by name. A path that exists is never taken for a glob.
 * Names that contain `.report.` or start with `_` are left out, as are `generation_summary.json`, everything below
 * `except` (the output root) and dot folders. Throws {@link UsageError} when there is nothing to search.
 */
export async function discoverSpecs(where: string, cwd: string, except: string): Promise<Discovery> {
  const { root, pattern } = searchRoot(where, cwd);
  const stat = attempt(where, () => statSync(root, { throwIfNoEntry: false }));
  if (!stat) throw new UsageError(`there is no folder ${JSON.stringify(where)}`);
  if (stat.isFile()) return { specs: [{ file: root, name: basename(root) }], issues: [] };
  if (!stat.isDirectory()) throw new UsageError(`${JSON.stringify(where)} is neither a file nor a folder`);
  const issues: Issue[] = [];
  const names = pattern === undefined ? walk(root, except, issues) : await globNames(pattern, root);
  const specs = names
    .filter((name) => isSpecName(basename(name)))
    .map((name) => ({ file: join(root, name), name: name.split(sep).join('/') }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  if (pattern !== undefined && specs.length === 0) {
    const message = `no spec matches ${JSON.stringify(where)}`;
    issues.push({
      code: 'CLI_001',
      severity: 'error',
      path: '',
      message,
      suggestion: 'quote the pattern, so that the shell leaves it alone',
    });
  }
  return { specs, issues };
}

/** The folder that a search starts from and, for a glob, the pattern below it. */
export function searchRoot(where: string, cwd: string): { readonly root: string; readonly pattern?: string } {
  const isGlob = WILD.test(where) && !existsSync(resolve(cwd, where));
  if (!isGlob) return { root: resolve(cwd, where) };
  const parts = where.replaceAll('\\', '/').split('/');
  // The longest beginning that is there as it is written; what follows is the pattern.
  let fixed = parts.findIndex((part) => WILD.test(part));
  while (fixed < parts.length - 1 && existsSync(resolve(cwd, parts.slice(0, fixed + 1).join('/')))) fixed++;
  const base = parts.slice(0, fixed).join('/') || (where.startsWith('/') ? '/' : '.');
  return { root: resolve(cwd, base), pattern: parts.slice(fixed).join('/') };
}

const WILD = /[*?{[]/;

/** Whether a file of this name is taken for a spec. */
export function isSpecName(name: string): boolean {
  if (!EXTENSIONS.has(extname(name).toLowerCase())) return false;
  return !name.includes('.report.') && !name.startsWith('_') && !/^generation_summary\b.*\.json$/.test(name);
}

function walk(root: string, except: string, issues: Issue[]): string[] {
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const at = join(root, folder);
    // An output root that holds the specs themselves is searched all the same.
    if (at === except && folder !== '') continue;
    for (const item of readFolder(at, issues)) {
      const name = folder === '' ? item.name : join(folder, item.name);
      if (item.isDirectory()) {
        if (!item.name.startsWith('.') && item.name !== 'node_modules') folders.push(name);
      } else if (item.isFile() || item.isSymbolicLink()) found.push(name);
    }
  }
  return found;
}

function readFolder(at: string, issues: Issue[]): Dirent[] {
  try {
    return readdirSync(at, { withFileTypes: true });
  } catch (error) {
    const message = `cannot search the folder: ${reasonOf(error)}`;
    issues.push({ code: 'CLI_001', severity: 'error', path: '', message, file: at });
    return [];
  }
}

function attempt<T>(where: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new UsageError(`cannot search ${JSON.stringify(where)}: ${reasonOf(error)}`);
  }
}

async function globNames(pattern: string, root: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  return glob([pattern], { cwd: root, expandDirectories: false });
}

/**
 * Output paths that a source declares, those of its variants included when they are asked for, read as lightly as
 * possible; a source that cannot be read declares none.
 */
export async function declaredPaths(file: string, expandVariants: boolean, load: LoadSpecOptions): Promise<string[]> {
  try {
    const { outputs, variants } = await lightly(file, load);
    const paths = textMembers(outputs, 'path');
    const ids = expandVariants ? textMembers(variants, 'variant_id') : [];
    return [...paths, ...ids.flatMap((id) => paths.map((path) => `${variantFolder(id)}/${path}`))];
  } catch {
    return [];
  }
}

/** The document of a source: JSON that is only parsed, or what a script evaluates to. */
async function lightly(
  file: string,
  options: LoadSpecOptions,
): Promise<{ readonly outputs?: unknown; readonly variants?: unknown }> {
  if (extname(file).toLowerCase() === '.json') return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  const source = { path: displayPath(file, options.cwd), kind: 'starlark', bytes: readFileSync(file) } as const;
  const loaded = await loadSpec({ source, file }, options);
  return loaded.ok ? (loaded.document as object) : {};
}

function textMembers(items: unknown, member: string): string[] {
  if (!Array.isArray(items)) return [];
  return items
    .map((item) => (item as Record<string, unknown> | null)?.[member])
    .filter((text) => typeof text === 'string');
}

/** `presets/bass.json` → `presets/bass`. */
export function withoutExtension(name: string): string {
  const folder = dirname(name);
  const stem = basename(name, extname(name));
  return folder === '.' ? stem : `${folder}/${stem}`;
}
