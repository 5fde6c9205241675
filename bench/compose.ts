/** Expanding compose songs, beside copying what they come to. */
import { validateDocument } from '@speccade/spec';
import type { ComposeParams } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { expandPatterns } from '@speccade/tracker-xm-it/compose';
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

export async function run(): Promise<Row[]> {
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
