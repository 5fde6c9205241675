/** `pnpm bench [name ...]`: all benchmarks, or the named ones. Every figure stands beside a baseline of the same run. */
import { printRows, type Row } from './row.ts';

const BENCHES: Readonly<
  Record<string, readonly [title: string, load: () => Promise<{ run(): Promise<Row[]> | Row[] }>]>
> = {
  numerics: ['Elementary functions against Math.*', () => import('./numerics.ts')],
  audio: ['Audio against a plain loop', () => import('./audio.ts')],
  cache: ['Cache against plain reads and writes', () => import('./cache.ts')],
  'cold-start': ['Cold start against node -e 0', () => import('./cold-start.ts')],
  batch: ['Batches', () => import('./batch.ts')],
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
for (const [name, [title, load]] of Object.entries(BENCHES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  printRows(title, await (await load()).run());
}
