/**
 * What the last run came to, so that a run over unchanged specs does no work. An entry holds while the source has the
 * same SHA-256, the run asks for the same thing (tool build, budget, options), and every output still has the size and
 * the modification time it was written with, and the modules it loaded and the files it refers to are the same. A spec
 * that was refused is refused again with the same words. Anything else, and any doubt about the file itself, means: not fresh.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoadedModule } from '@speccade/pipeline';
import type { Issue, OutputResult } from '@speccade/spec';
import type { WrittenFile } from './output-files.ts';

const FORMAT = 'speccade.fresh/2';

export interface FreshEntry {
  /** SHA-256 of the spec's source. */
  readonly source: string;
  readonly assetId?: string | undefined;
  readonly assetType?: string | undefined;
  readonly outputs: readonly OutputResult[];
  readonly files: readonly WrittenFile[];
  /** What the script loaded and the spec refers to; for the caller to compare. */
  readonly modules?: readonly LoadedModule[] | undefined;
  /** Why the spec was refused; such an entry has no outputs. */
  readonly errors?: readonly Issue[] | undefined;
  readonly warnings?: readonly Issue[] | undefined;
}

/** One line with a SHA-256 over the rest, then this as JSON. */
interface State {
  readonly format: typeof FORMAT;
  /** Hash of everything besides the sources that the outputs depend on. */
  readonly settings: string;
  readonly entries: Readonly<Record<string, FreshEntry>>;
}

/** SHA-256 in hex. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The state of one output root. */
export class FreshState {
  private readonly path: string;
  private readonly settings: string;
  private readonly known: Readonly<Record<string, FreshEntry>>;
  private readonly entries = new Map<string, FreshEntry>();
  private changed = false;

  /** Reads the state of `outRoot`; one that is missing, damaged or of other settings is empty. */
  constructor(cacheDir: string, outRoot: string, settings: unknown) {
    this.path = join(cacheDir, 'fresh', `${sha256(outRoot).slice(0, 32)}.json`);
    this.settings = sha256(JSON.stringify(settings));
    this.known = this.read();
  }

  private read(): Readonly<Record<string, FreshEntry>> {
    try {
      const text = readFileSync(this.path, 'utf8');
      const [sum, json] = [text.slice(0, 64), text.slice(65)];
      if (sha256(json) !== sum) return {};
      const state = JSON.parse(json) as State;
      if (state.format === FORMAT && state.settings === this.settings) return state.entries;
    } catch {
      // No state, no freshness.
    }
    return {};
  }

  /** Whether anything may be up to date. */
  get knowsSome(): boolean {
    return Object.keys(this.known).length > 0;
  }

  /** The entry of a spec (by its absolute path) that was made from these bytes and whose outputs nobody touched. */
  lookup(spec: string, sourceHash: string, root: string): FreshEntry | undefined {
    const entry = Object.hasOwn(this.known, spec) ? this.known[spec] : undefined;
    if (!entry || entry.source !== sourceHash) return undefined;
    for (const file of entry.files) {
      const stat = statSync(join(root, file.path), { throwIfNoEntry: false });
      if (!stat?.isFile() || stat.size !== file.size || stat.mtimeMs !== file.mtimeMs) return undefined;
    }
    this.entries.set(spec, entry);
    return entry;
  }

  record(spec: string, entry: FreshEntry): void {
    this.entries.set(spec, entry);
    this.changed = true;
  }

  /** Writes the state if it changed. A failure only costs the next run its head start. */
  save(): void {
    if (!this.changed && this.entries.size === Object.keys(this.known).length) return;
    const entries = { ...this.known, ...Object.fromEntries(this.entries) };
    const temp = `${this.path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      const json = JSON.stringify({ format: FORMAT, settings: this.settings, entries } satisfies State);
      writeFileSync(temp, `${sha256(json)}\n${json}`);
      renameSync(temp, this.path);
    } catch {
      rmSync(temp, { force: true });
    }
  }
}

/** Forgets what was written, for all output roots of a cache directory. */
export function clearFresh(cacheDir: string): void {
  const folder = join(cacheDir, 'fresh');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (/^[0-9a-f]{32}\.json$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}
