/** Starlark: starting, small scripts, calls of the host's functions; each beside what JavaScript needs for the same. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Builtin, createEngine, type Engine } from '@speccade/starlark-wasm';
import { createWorkerEngine } from '@speccade/starlark-wasm/worker';
import { median, wallTime } from './bundle.ts';
import { printRows, type Row } from './row.ts';

const RUNS = 15;
const SCRIPTS = 500;

const SMALL = `
base = "pulse-gate"
layers = [tone(110 * (i + 1), shape = "square", gain = 0.6 / (i + 1)) for i in range(3)]
{"id": base + "-01", "layers": layers, "seed": 7, "size": [1, 2.5, 3.0]}
`;
const CALLS = '[tone(440.5, shape = "sine", gain = 1) for i in range(1000)]\nNone';

const tone = (frequency: number, shape: string, gain: number) => ({ type: 'tone', frequency, shape, gain });

const builtins: Builtin[] = [
  {
    name: 'tone',
    params: [
      { name: 'frequency', type: 'num', required: true },
      { name: 'shape', type: 'str' },
      { name: 'gain', type: 'num' },
    ],
    handler: ({ frequency, shape, gain }) => tone(frequency as number, shape as string, gain as number),
  },
];

/** What SMALL does, in JavaScript. */
function small(): string {
  const layers = [0, 1, 2].map((i) => tone(110 * (i + 1), 'square', 0.6 / (i + 1)));
  return JSON.stringify({ id: `${'pulse-gate'}-01`, layers, seed: 7, size: [1, 2.5, 3] });
}

/** What CALLS does, in JavaScript. */
const calls = () => Array.from({ length: 1000 }, () => tone(440.5, 'sine', 1)).length;

async function time(work: () => unknown, count = 1): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < count; i++) await work();
  return (performance.now() - started) / count;
}

async function evaluate(engine: Pick<Engine, 'eval'>, source: string): Promise<void> {
  const { error } = await engine.eval({ filename: 'bench.star', source });
  if (error) throw new Error(error.message);
}

export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'speccade-starlark-'));
  const module = new URL('../packages/starlark-wasm/dist/index.js', import.meta.url);
  const script = join(folder, 'first.mjs');
  writeFileSync(
    script,
    `import { createEngine } from ${JSON.stringify(module.href)};
const { value } = await createEngine().eval({ filename: 'a', source: '1 + 1' });
if (value !== 2) throw new Error();`,
  );
  const engine = createEngine({ builtins });
  const worker = createWorkerEngine();
  const withoutTone = SMALL.replace(/tone\(.*?\) for/, '{"frequency": 110 * (i + 1), "gain": 0.6 / (i + 1)} for');
  const cases: [name: string, ours: () => Promise<number> | number, baseline: () => Promise<number> | number][] = [
    [
      'process to its first result, against node -e 0',
      () => wallTime([script], folder),
      () => wallTime(['-e', '0'], folder),
    ],
    [
      'another engine to its first result, against its next',
      () => time(() => evaluate(createEngine({ builtins }), SMALL)),
      () => time(() => evaluate(engine, SMALL), 20),
    ],
    ['small script, against JavaScript', () => time(() => evaluate(engine, SMALL), 50), () => time(small, 50)],
    ['1000 calls of a builtin, against JavaScript', () => time(() => evaluate(engine, CALLS)), () => time(calls)],
    [
      `${SCRIPTS} scripts, against JavaScript`,
      () => time(() => evaluate(engine, SMALL), SCRIPTS).then((ms) => ms * SCRIPTS),
      () => time(small, SCRIPTS).then((ms) => ms * SCRIPTS),
    ],
    [
      'small script in a worker, against in process',
      () => time(() => evaluate(worker, withoutTone), 50),
      () => time(() => evaluate(engine, withoutTone), 50),
    ],
  ];
  for (const [, ours, baseline] of cases) [await ours(), await baseline()];
  const times = cases.map(() => [[], []] as [number[], number[]]);
  // In turns, so that a change of the machine's speed meets all of them.
  for (let i = 0; i < RUNS; i++) {
    for (const [c, [, ours, baseline]] of cases.entries()) {
      times[c]![0].push(await ours());
      times[c]![1].push(await baseline());
    }
  }
  worker.close();
  return cases.map(([name], c) => {
    const [ours, baseline] = times[c]!.map((values) => median(values)) as [number, number];
    return { name, ours, baseline, ratio: ours / baseline, unit: 'ms' };
  });
}

if (import.meta.main) printRows('Starlark', await run());
