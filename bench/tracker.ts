/**
 * Songs: expanding compose programs beside copying what they come to, packing patterns beside writing their cells plainly,
 * and the songs of a corpus (`--corpus DIR`), each made once.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BackendError, readJson, validateDocument } from '@speccade/spec';
import type { ComposeParams } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { trackerBackend } from '@speccade/tracker-xm-it';
import { expandPatterns } from '@speccade/tracker-xm-it/compose';
import { packPattern as packIt } from '../packages/tracker-xm-it/src/it/pattern.ts';
import type { Cell, Pattern } from '../packages/tracker-xm-it/src/song/model.ts';
import { packPattern as packXm } from '../packages/tracker-xm-it/src/xm/pattern.ts';
import type { AudioBenchOptions } from './audio.ts';
import { median } from './bundle.ts';
import type { Row } from './row.ts';

const RUNS = 9;
const BARS = 256;
const CHANNELS = 8;

/** 64 patterns of four bars, each row of each channel filled. */
async function song(wrap: (body: object, channel: number) => object): Promise<ComposeParams> {
  const lines = Array.from({ length: CHANNELS }, (_, channel) => {
    const at = { op: 'range', start: 0, step: 1, count: 64 };
    return wrap({ op: 'emit', at, cell: { channel, inst: 0, note: 'C4', vol: 40 } }, channel);
  });
  const program = { op: 'stack', parts: lines };
  const names = Array.from({ length: BARS / 4 }, (_, index) => `p${index}`);
  const params = {
    format: 'xm',
    bpm: 125,
    speed: 6,
    channels: CHANNELS,
    instruments: [{ synthesis: { type: 'sine' } }],
    patterns: Object.fromEntries(names.map((name) => [name, { rows: 64, program }])),
    arrangement: names.map((pattern) => ({ pattern })),
  };
  const { recipe } = await validateDocument({ recipe: { kind: 'music.tracker_song_compose_v1', params } });
  return recipe!.params as ComposeParams;
}

function time(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return median(times);
}

export async function run({ corpus }: AudioBenchOptions = {}): Promise<Row[]> {
  // First, as a batch would meet it: nothing is compiled yet.
  const songs = await corpusSongs(corpus);
  return [...(await expansion()), ...packing(), ...songs];
}

async function expansion(): Promise<Row[]> {
  const plain = await song((body) => body);
  const human = await song((body, channel) => ({
    op: 'transform',
    ops: [{ op: 'humanize_vol', min_vol: 20, max_vol: 60, seed_salt: `v${channel}` }],
    body,
  }));
  const expanded = expandPatterns(plain, { seed: 1 });
  const baseline = time(() => structuredClone(expanded));
  const row = (name: string, params: ComposeParams): Row => {
    const ours = time(() => expandPatterns(params, { seed: 1 }));
    return { name, ours, baseline, ratio: ours / baseline, unit: 'ms' };
  };
  return [
    row(`${BARS} bars of ${CHANNELS} full channels, against a copy of the result`, plain),
    row('the same with a random volume to every cell', human),
  ];
}

/** Every cell full, and no two cells alike. */
function fullPattern(rows: number, channels: number): Pattern {
  const cells = new Map<number, Cell>();
  for (let key = 0; key < rows * channels; key++) {
    const [note, volume] = [1 + (key % 90), 16 + (key % 64)];
    cells.set(key, { note, instrument: 1 + (key % 8), volume, effect: 1 + (key % 4), param: key & 0xff });
  }
  return { name: 'full', rows, cells };
}

/** Five bytes to a cell, empty or not. */
function writePlainly({ rows, cells }: Pattern, channels: number): Uint8Array {
  const bytes = new Uint8Array(5 * rows * channels);
  for (const [key, { note = 0, instrument = 0, volume = 0, effect = 0, param = 0 }] of cells) {
    const at = 5 * key;
    bytes[at] = note;
    bytes[at + 1] = instrument;
    bytes[at + 2] = volume;
    bytes[at + 3] = effect;
    bytes[at + 4] = param;
  }
  return bytes;
}

const PATTERNS = 200;

function packing(): Row[] {
  const [small, large] = [fullPattern(64, 8), fullPattern(256, 32)];
  const perSecond = (pack: (pattern: Pattern, channels: number) => unknown, pattern: Pattern, channels: number) =>
    (PATTERNS * 1000) /
    time(() => {
      for (let i = 0; i < PATTERNS; i++) pack(pattern, channels);
    });
  return [['XM', packXm] as const, ['IT', packIt] as const].flatMap(([name, pack]): Row[] => {
    const [ours, plain] = [perSecond(pack, small, 8), perSecond(writePlainly, small, 8)];
    const big = perSecond(pack, large, 32);
    const growth = ours / big;
    const cells = (256 * 32) / (64 * 8);
    return [
      { name: `${name}: 64 full rows of 8 channels`, ours, baseline: plain, ratio: ours / plain, unit: 'patterns/s' },
      {
        name: `${name}: time for ${cells} times the cells`,
        ours: growth,
        baseline: cells,
        ratio: growth / cells,
        unit: 'times',
      },
    ];
  });
}

/**
 * Every song of the corpus once, cold: read, checked, made, and refused where it must be. Nothing where there is no corpus.
 */
async function corpusSongs(folder = process.env.SPECCADE_CORPUS ?? 'corpus'): Promise<Row[]> {
  const root = resolve(folder, 'specs');
  if (!existsSync(root)) return [];
  const files = globSync('**/*.json', { cwd: root })
    .map((name) => join(root, name))
    .filter((file) => /"kind": *"music\./.test(readFileSync(file, 'utf8')))
    .sort();
  let refused = 0;
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (const file of files) if (!(await isMade(file))) refused++;
  const ours = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const name = `corpus: ${files.length} songs, ${refused} of them refused, once each`;
  return [
    { name, ours, unit: 'ms' },
    { name: 'the same in time of the processor', ours: (user + system) / 1000, unit: 'ms' },
  ];
}

async function isMade(file: string): Promise<boolean> {
  const read = readJson(readFileSync(file));
  const { spec, errors } = read.ok ? await validateDocument(read.value) : { spec: undefined, errors: [] };
  if (spec === undefined || errors.length > 0) return false;
  try {
    await trackerBackend.generate(spec, { readFile: (path) => readIfThere(join(dirname(file), path)) });
    return true;
  } catch (error) {
    if (error instanceof BackendError) return false;
    throw error;
  }
}

function readIfThere(file: string): Uint8Array | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
