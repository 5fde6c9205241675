/** Starlark: starting, small scripts and specs, calls; each beside what JavaScript or JSON needs for the same. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEvaluator } from '@speccade/starlark';
import { audio, core } from '@speccade/starlark/builders';
import { type Builtin, createEngine, type Engine } from '@speccade/starlark-wasm';
import { createWorkerEngine } from '@speccade/starlark-wasm/worker';
import { bundle, median, wallTime } from './bundle.ts';
import { printRows, type Row } from './row.ts';

const RUNS = 15;
const SCRIPTS = 500;

const SMALL = `
base = "pulse-gate"
layers = [tone(110 * (i + 1), shape = "square", gain = 0.6 / (i + 1)) for i in range(3)]
{"id": base + "-01", "layers": layers, "seed": 7, "size": [1, 2.5, 3.0]}
`;
const CALLS = '[tone(440.5, shape = "sine", gain = 1) for i in range(1000)]\nNone';

const SPEC = `spec(
    asset_id = "gate-01",
    asset_type = "audio",
    seed = 7,
    description = "Three square waves",
    outputs = [output("gate-01.wav", "wav")],
    recipe = {
        "kind": "audio_v1",
        "params": {
            "duration_seconds": 0.1,
            "sample_rate": 44100,
            "layers": [audio_layer(oscillator(110 * (i + 1), "square"), envelope(), 0.6 / (i + 1)) for i in range(3)],
        },
    },
)
`;
const LIBRARY_CALLS = SPEC.replace(/\[audio_layer.*\]/, '[oscillator(440.5, "square") for i in range(1000)][:1]');

/** What SPEC does, by the builders of the same names. */
const built = () =>
  core.spec({
    asset_id: 'gate-01',
    asset_type: 'audio',
    seed: 7,
    description: 'Three square waves',
    outputs: [core.output('gate-01.wav', 'wav')],
    recipe: {
      kind: 'audio_v1',
      params: {
        duration_seconds: 0.1,
        sample_rate: 44100,
        layers: [0, 1, 2].map((i) =>
          audio.audio_layer({
            synthesis: audio.oscillator({ frequency: 110 * (i + 1), waveform: 'square' }),
            envelope: audio.envelope(),
            volume: 0.6 / (i + 1),
          }),
        ),
      },
    },
  });

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
  const evaluator = createEvaluator();
  const spec = async (source: string) => {
    const result = await evaluator.evaluate({ filename: 'gate.star', source });
    if (!result.ok) throw new Error(result.issues[0]!.message);
    return result.document;
  };
  writeFileSync(join(folder, 'gate.star'), SPEC);
  writeFileSync(join(folder, 'gate.json'), JSON.stringify(await spec(SPEC)));
  const cli = bundle();
  const generate = (file: string) => wallTime([cli, 'generate', file, '--no-cache', '--no-report'], folder);
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
    ['small spec by the library, against its builders', () => time(() => spec(SPEC), 50), () => time(built, 50)],
    [
      '1000 calls of the library, against its builders',
      () => time(() => spec(LIBRARY_CALLS)),
      () => time(() => Array.from({ length: 1000 }, () => audio.oscillator({ frequency: 440.5, waveform: 'square' }))),
    ],
    [
      `${SCRIPTS} specs through one engine, against builders`,
      () => time(() => spec(SPEC), SCRIPTS).then((ms) => ms * SCRIPTS),
      () => time(built, SCRIPTS).then((ms) => ms * SCRIPTS),
    ],
    ['cold generate of .star, against .json', () => generate('gate.star'), () => generate('gate.json')],
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
