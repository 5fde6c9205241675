/**
 * `pnpm bench [name ...]`: all benchmarks, or the named ones. Every figure stands beside a baseline of the same run.
 * `--write` is for `audio` and `texture`, `--corpus DIR` for those and `tracker`.
 */
import { parseArgs } from 'node:util';
import type { AudioBenchOptions } from './audio.ts';
import { printRows, type Row } from './row.ts';

type Bench = { run(options: AudioBenchOptions): Promise<Row[]> | Row[] };

const BENCHES: Readonly<Record<string, readonly [title: string, load: () => Promise<Bench>]>> = {
  numerics: ['Elementary functions against Math.*', () => import('./numerics.ts')],
  audio: ['Audio against a plain loop', () => import('./audio.ts')],
  texture: ['Textures against a plain loop, PNG against zlib', () => import('./texture.ts')],
  cache: ['Cache against plain reads and writes', () => import('./cache.ts')],
  'cold-start': ['Cold start against node -e 0', () => import('./cold-start.ts')],
  starlark: ['Starlark', () => import('./starlark.ts')],
  tracker: ['Songs', () => import('./tracker.ts')],
  rules: ['Rules against other engines', () => import('./rules.ts')],
  batch: ['Batches', () => import('./batch.ts')],
};

const { values: options, positionals: names } = parseArgs({
  options: { write: { type: 'boolean' }, corpus: { type: 'string' } },
  allowPositionals: true,
});
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
for (const [name, [title, load]] of Object.entries(BENCHES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  printRows(title, await (await load()).run(options));
}
