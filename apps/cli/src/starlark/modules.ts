/** Finds the modules of `load` statements, below one folder only. */
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { LoadedModule } from '@speccade/pipeline';
import { locateInside } from '../inside.ts';
import { displayPath, isScriptName } from '../read-spec.ts';
import { reasonOf } from '../reason.ts';

const LARGEST = 16 << 20;

/** Modules are known by the path that people see, since positions of errors name them so. */
interface FoundModule {
  readonly source: string;
  readonly file: string;
}

export class ModuleFolder {
  readonly #root: string;
  readonly #cwd: string;
  /** Absolute paths of the files that may load, by the path that people see. */
  readonly #files = new Map<string, string>();
  readonly #loaded = new Map<string, LoadedModule>();

  /** `root` is absolute; `shown` and `file` are the spec's own path, as people see it and absolute. */
  constructor(root: string, cwd: string, shown: string, file: string) {
    this.#root = root;
    this.#cwd = cwd;
    this.#files.set(shown, file);
  }

  /** The modules that were found, in the order in which they were asked for first. */
  get loaded(): readonly LoadedModule[] {
    return [...this.#loaded.values()];
  }

  /** The module that `from` names by `path`: relative to itself, or to the root after `//`. Throws where there is none. */
  find(path: string, from: string): FoundModule {
    const file = this.#locate(path, from);
    const bytes = readModule(file);
    const uri = relative(realpathSync(this.#root), file).replaceAll(sep, '/');
    this.#loaded.set(uri, { uri, sha256: createHash('sha256').update(bytes).digest('hex') });
    const shown = displayPath(file, this.#cwd);
    this.#files.set(shown, file);
    return { source: decode(bytes), file: shown };
  }

  #locate(path: string, from: string): string {
    if (!isScriptName(path)) throw new Error('modules end in .star or .bzl');
    const fromRoot = path.startsWith('//');
    const rest = fromRoot ? path.slice(2) : path;
    const base = fromRoot ? this.#root : dirname(this.#files.get(from) ?? join(this.#root, from));
    const root = displayPath(this.#root, this.#cwd) || '.';
    return locateInside(rest, base, this.#root, `${root}, from where modules are loaded`);
  }
}

function readModule(file: string): Uint8Array {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw new Error('it is not a file');
    if (stat.size > LARGEST) throw new Error(`it has ${stat.size} bytes, more than ${LARGEST}`);
    return readFileSync(file);
  } catch (error) {
    throw new Error(reasonOf(error));
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('it is not UTF-8');
  }
}
