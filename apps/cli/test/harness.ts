/** Running the command line in tests: in this process from the sources, or as a user would from the bundle. */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from '../src/io.ts';
import { main } from '../src/main.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `main` in this process. */
export async function cli(args: readonly string[], cwd: string, env: Io['env'] = {}): Promise<Outcome> {
  let out = '';
  let err = '';
  const io: Io = {
    out: { write: (text) => void (out += text), isTTY: false, columns: 80 },
    err: { write: (text) => void (err += text), isTTY: false, columns: 80 },
    cwd,
    env,
    signal: new AbortController().signal,
    catchInterrupts() {},
  };
  const code = await main(args, io);
  return { code, out, err };
}

/** As {@link cli}, with the one JSON document that `--json` prints. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into it as they please
export async function cliJson(args: readonly string[], cwd: string): Promise<Outcome & { json: any }> {
  const outcome = await cli([...args, '--json'], cwd);
  return { ...outcome, json: JSON.parse(outcome.out) };
}

/** A fresh folder that holds the given files; objects are written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'speccade-cli-'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    const raw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(path, raw ? content : JSON.stringify(content, null, 2));
  }
  return root;
}

/** All files below a folder, relative and sorted. */
export function filesIn(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(root, name), { throwIfNoEntry: false })?.isFile())
    .map((name) => relative('.', name).replaceAll('\\', '/'))
    .sort();
}

/** Names and contents of the assets below a folder: everything but the summary and the cache. */
export function assetsIn(root: string): Record<string, string> {
  const names = filesIn(root).filter((name) => !/generation_summary\b/.test(name) && !name.startsWith('.speccade/'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(root, name)).toString('base64')]));
}

let bundle: string | undefined;

/** A copy of the built bundle that passes for a build without uncommitted changes, so that it uses the cache. */
export function cleanBundle(): string {
  if (bundle !== undefined) return bundle;
  const dist = fileURLToPath(new URL('../dist', import.meta.url));
  bundle = join(mkdtempSync(join(tmpdir(), 'speccade-bundle-')), 'dist');
  cpSync(dist, bundle, { recursive: true });
  writeFileSync(join(bundle, 'build.json'), JSON.stringify({ build: 'test', commit: '0'.repeat(40), dirty: false }));
  writeFileSync(join(dirname(bundle), 'package.json'), '{"type":"module"}');
  return bundle;
}

/** Runs the bundle as a process of its own. */
export function speccade(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
  const script = join(cleanBundle(), 'speccade.js');
  return spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: undefined, ...env },
  });
}

/** Starts the bundle and leaves it running. */
export function startSpeccade(args: readonly string[], cwd: string): ReturnType<typeof spawn> {
  return spawn(process.execPath, [join(cleanBundle(), 'speccade.js'), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A small valid spec. */
export function soundSpec(
  id: string,
  change: Record<string, unknown> = {},
  params: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    spec_version: 1,
    asset_id: id,
    asset_type: 'audio',
    license: 'CC0-1.0',
    seed: 7,
    description: 'A test sound',
    outputs: [{ kind: 'primary', format: 'wav', path: `sounds/${id}.wav` }],
    recipe: {
      kind: 'audio_v1',
      params: {
        duration_seconds: 0.1,
        layers: [
          {
            synthesis: { type: 'noise_burst', noise_type: 'white' },
            envelope: { attack: 0.01, decay: 0.02, sustain: 0.5, release: 0.02 },
            volume: 0.8,
            pan: 0,
          },
        ],
        ...params,
      },
    },
    ...change,
  };
}
