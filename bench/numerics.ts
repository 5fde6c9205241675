/**
 * Speed of @speccade/numerics against `Math.*` in the same run: `node bench/numerics.ts` after a build.
 *
 * Every function runs over the same 4096 arguments of its usual range; the time is the best of several rounds, each
 * round taking both sides in turn, so that a slow moment of the machine hits both.
 */

import * as numerics from '@speccade/numerics';
import { printRows, type Row } from './row.ts';

/** As an object, because a namespace of imports is not meant to be indexed. */
const ours: Pick<typeof numerics, keyof typeof Math & keyof typeof numerics> = { ...numerics };

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

/** Amounts (in millions per second) that two ways of doing one thing get through. */
function race(name: string, unit: string, amount: number, ours: () => void, baseline: () => void): Row {
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    best[0] = Math.min(best[0]!, seconds(ours));
    best[1] = Math.min(best[1]!, seconds(baseline));
  }
  const [a, b] = best.map((time) => amount / time / 1e6) as [number, number];
  return { name, unit, ours: a, baseline: b, ratio: a / b };
}

/** The textbook's transform: complex, radix 2, in place, twiddles from a table. */
function textbookFft(re: Float64Array, im: Float64Array, twiddles: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j]!, re[i]!];
      [im[i], im[j]] = [im[j]!, im[i]!];
    }
  }
  for (let half = 1; half < n; half *= 2) {
    for (let block = 0; block < n; block += 2 * half) {
      for (let j = 0; j < half; j++) {
        const w = (2 * j * n) / (2 * half);
        const a = block + j;
        const b = a + half;
        const r = re[b]! * twiddles[w]! + im[b]! * twiddles[w + 1]!;
        const m = im[b]! * twiddles[w]! - re[b]! * twiddles[w + 1]!;
        re[b] = re[a]! - r;
        im[b] = im[a]! - m;
        re[a] = re[a]! + r;
        im[a] = im[a]! + m;
      }
    }
  }
}

function fftRow(size: number): Row {
  const fft = new numerics.RealFft(size);
  const x = new Float64Array(size);
  new numerics.Pcg32(1).fillBipolar(x);
  const re = new Float64Array(fft.bins);
  const im = new Float64Array(fft.bins);
  const full = [new Float64Array(size), new Float64Array(size)] as const;
  const twiddles = Float64Array.from({ length: size }, (_, i) => {
    const angle = (2 * Math.PI * (i >> 1)) / size;
    return i % 2 ? Math.sin(angle) : Math.cos(angle);
  });
  const repeats = Math.ceil(2 ** 20 / size);
  return race(
    `RealFft(${size}) vs textbook radix 2`,
    'MB/s',
    repeats * size * 8,
    () => {
      for (let i = 0; i < repeats; i++) fft.forward(x, re, im);
    },
    () => {
      for (let i = 0; i < repeats; i++) {
        full[0].set(x);
        full[1].fill(0);
        textbookFft(full[0], full[1], twiddles);
      }
    },
  );
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
  const rows = HOST.map(([name, from, to]) => compare(name, ours[name], Math[name] as Unary | Binary, from, to));
  rows.push(compare('exp2', numerics.exp2, (x: number) => 2 ** x, -20, 20));
  rows.push(compare('dbToGain', numerics.dbToGain, (db: number) => 10 ** (db / 20), -60, 12));
  rows.push(compare('gainToDb', numerics.gainToDb, (gain: number) => 20 * Math.log10(gain), 0, 2));

  const rng = new numerics.Pcg32(1);
  const draws = 2 ** 20;
  const buffer = new Float64Array(draws);
  // Kept, so that no loop can be optimized away.
  const sum = { ours: 0, host: 0 };
  const host = () => {
    let s = 0;
    for (let i = 0; i < draws; i++) s += Math.random();
    sum.host += s;
  };
  const u32 = () => {
    let s = 0;
    for (let i = 0; i < draws; i++) s ^= rng.nextU32();
    sum.ours += s;
  };
  const f64 = () => {
    let s = 0;
    for (let i = 0; i < draws; i++) s += rng.nextF64();
    sum.ours += s;
  };
  const hostFill = () => {
    for (let i = 0; i < draws; i++) buffer[i] = 2 * Math.random() - 1;
  };
  rows.push(
    race('Pcg32.nextU32 vs Math.random', 'M u32/s', draws, u32, host),
    race('Pcg32.nextF64 vs Math.random', 'M doubles/s', draws, f64, host),
    race('Pcg32.fillBipolar vs Math.random', 'M doubles/s', draws, () => rng.fillBipolar(buffer), hostFill),
    fftRow(2048),
    fftRow(65536),
  );
  return rows;
}

if (import.meta.main) printRows('Elementary functions against Math.*', await run());
