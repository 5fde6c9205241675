/**
 * Speed of @speccade/numerics against `Math.*` in the same run: `node bench/numerics.ts` after a build.
 *
 * Every function runs over the same 4096 arguments of its usual range; the time is the best of several rounds, each
 * round taking both sides in turn, so that a slow moment of the machine hits both.
 */

import * as numerics from '@speccade/numerics';

/** One line: millions of calls (or draws, or megabytes) per second, and ours / baseline. No baseline: NaN. */
export interface Row {
  name: string;
  unit: string;
  ours: number;
  baseline: number;
  ratio: number;
}

const COUNT = 4096;
const ROUNDS = 9;
const REPEATS = 60;

type Unary = (x: number) => number;
type Binary = (x: number, y: number) => number;

/**
 * A loop of its own for every function. Equal source texts would share one call site in V8, which then calls instead of
 * inlining; the serial number keeps them apart.
 */
function loopOf(fn: Unary | Binary): (x: Float64Array, y: Float64Array) => number {
  const call = fn.length === 2 ? 'fn(x[i], y[i])' : 'fn(x[i])';
  const loop = `let s = 0; for (let i = 0; i < x.length; i++) s += ${call}; return s;`;
  return new Function('fn', `return (x, y) => { ${loop} } // ${serial++}`)(fn);
}

let serial = 0;

function seconds(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

function compare(name: string, ours: Unary | Binary, host: Unary | Binary, from: number, to: number): Row {
  const rng = new numerics.Pcg32(1);
  const x = Float64Array.from({ length: COUNT }, () => from + (to - from) * rng.nextF64());
  const y = Float64Array.from({ length: COUNT }, () => -4 + 8 * rng.nextF64());
  const loops = [loopOf(ours), loopOf(host)];
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    loops.forEach((loop, side) => {
      const time = seconds(() => {
        for (let i = 0; i < REPEATS; i++) loop(x, y);
      });
      best[side] = Math.min(best[side]!, time);
    });
  }
  const rate = best.map((time) => (COUNT * REPEATS) / time / 1e6);
  return { name, unit: 'M/s', ours: rate[0]!, baseline: rate[1]!, ratio: rate[0]! / rate[1]! };
}

function alone(name: string, unit: string, amount: number, run: () => void): Row {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) best = Math.min(best, seconds(run));
  return { name, unit, ours: amount / best / 1e6, baseline: Number.NaN, ratio: Number.NaN };
}

function fftRow(size: number): Row {
  const fft = new numerics.RealFft(size);
  const x = new Float64Array(size);
  new numerics.Pcg32(1).fillBipolar(x);
  const re = new Float64Array(fft.bins);
  const im = new Float64Array(fft.bins);
  const repeats = Math.ceil(2 ** 21 / size);
  return alone(`RealFft(${size}).forward`, 'MB/s', repeats * size * 8, () => {
    for (let i = 0; i < repeats; i++) fft.forward(x, re, im);
  });
}

const HOST: [name: keyof typeof Math & keyof typeof numerics, from: number, to: number][] = [
  ['sin', -100, 100],
  ['cos', -100, 100],
  ['tan', -100, 100],
  ['asin', -1, 1],
  ['acos', -1, 1],
  ['atan', -8, 8],
  ['atan2', -4, 4],
  ['exp', -20, 20],
  ['expm1', -2, 2],
  ['log', 0, 10],
  ['log2', 0, 10],
  ['log10', 0, 10],
  ['log1p', -0.9, 2],
  ['pow', 0, 10],
  ['cbrt', -10, 10],
  ['sinh', -4, 4],
  ['cosh', -4, 4],
  ['tanh', -4, 4],
];

/** All rows of this benchmark. */
export async function run(): Promise<Row[]> {
  const rows = HOST.map(([name, from, to]) => compare(name, numerics[name], Math[name] as Unary | Binary, from, to));
  rows.push(compare('exp2', numerics.exp2, (x: number) => 2 ** x, -20, 20));
  rows.push(compare('dbToGain', numerics.dbToGain, (db: number) => 10 ** (db / 20), -60, 12));
  rows.push(compare('gainToDb', numerics.gainToDb, (gain: number) => 20 * Math.log10(gain), 0, 2));

  const rng = new numerics.Pcg32(1);
  const draws = 2 ** 20;
  const buffer = new Float64Array(draws);
  let sink = 0;
  rows.push(
    alone('Pcg32.nextU32', 'M draws/s', draws, () => {
      for (let i = 0; i < draws; i++) sink ^= rng.nextU32();
    }),
    alone('Pcg32.nextF64', 'M doubles/s', draws, () => {
      for (let i = 0; i < draws; i++) sink += rng.nextF64();
    }),
    alone('Pcg32.fillBipolar', 'M u32 draws/s', 2 * draws, () => rng.fillBipolar(buffer)),
    fftRow(2048),
    fftRow(65536),
  );
  return Number.isNaN(sink) ? [] : rows;
}

if (import.meta.main) {
  for (const { name, unit, ours, baseline, ratio } of await run()) {
    const versus = Number.isNaN(ratio) ? '' : `  Math ${baseline.toFixed(1).padStart(7)}  ratio ${ratio.toFixed(2)}`;
    console.log(`${name.padEnd(24)} ${ours.toFixed(1).padStart(8)} ${unit.padEnd(13)}${versus}`);
  }
}
