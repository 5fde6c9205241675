/**
 * The outputs of the package over a fixed grid, hashed: no engine, no compiler and no change can alter a bit unseen.
 *
 * `node packages/numerics/test/golden.ts` writes `golden.json` anew. That is a change of every byte that a backend
 * computes with these functions, so it goes together with new versions of those backends.
 */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import * as exported from '../src/index.ts';

const n = { ...exported };

const COUNT = 8192;

/** Half of the grid is even over [low, high], half covers magnitudes from 2^-60 to 2^60, both signs. */
function grid(low: number, high: number): Float64Array {
  return Float64Array.from({ length: COUNT }, (_, i) => {
    if (i % 2 === 0) return low + ((high - low) * i) / COUNT;
    const mantissa = 1 + ((i * 2654435761) % 4294967296) / 4294967296;
    return (i % 4 === 1 ? mantissa : -mantissa) * n.exp2(((i >> 2) % 120) - 60);
  });
}

function hash(values: Float64Array): string {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  // Every NaN is written as one: its payload is the one thing ECMAScript leaves open.
  values.forEach((v, i) => {
    if (Number.isNaN(v)) view.setBigUint64(i * 8, 0x7ff8000000000000n, true);
    else view.setFloat64(i * 8, v, true);
  });
  return createHash('sha256').update(new Uint8Array(view.buffer)).digest('hex');
}

const RANGES = {
  sin: [-1000, 1000],
  cos: [-1000, 1000],
  tan: [-1000, 1000],
  asin: [-1, 1],
  acos: [-1, 1],
  atan: [-20, 20],
  exp: [-750, 715],
  exp2: [-1080, 1030],
  dbToGain: [-300, 60],
  expm1: [-40, 40],
  log: [0, 100],
  log2: [0, 100],
  log10: [0, 100],
  gainToDb: [0, 4],
  log1p: [-1, 10],
  cbrt: [-100, 100],
  sinh: [-30, 30],
  cosh: [-30, 30],
  tanh: [-20, 20],
} as const;

const outputs: Record<string, () => Float64Array> = {
  pow: () => grid(0, 10).map((x, i) => n.pow(i % 3 ? Math.abs(x) : x, ((i * 37) % 101) / 8 - 6)),
  atan2: () => grid(-4, 4).map((y, i) => n.atan2(y, ((i * 37) % 101) / 8 - 6)),
  pcg32: () => {
    const rng = new n.Pcg32(20);
    const out = new Float64Array(COUNT);
    rng.fillBipolar(out);
    return out;
  },
  windows: () =>
    Float64Array.from(
      [n.hann, n.hamming, n.blackman, n.blackmanHarris].flatMap((w) => [...w(1000), ...w(1000, 'symmetric')]),
    ),
  fft: () => {
    const fft = new n.RealFft(4096);
    const x = new Float64Array(4096);
    new n.Pcg32(3).fillBipolar(x);
    const re = new Float64Array(fft.bins);
    const im = new Float64Array(fft.bins);
    fft.forward(x, re, im);
    fft.inverse(re, im, x);
    return Float64Array.from([...re, ...im, ...x]);
  },
};
for (const [name, [low, high]] of Object.entries(RANGES)) {
  outputs[name] = () => grid(low, high).map((x) => n[name as keyof typeof RANGES](x));
}

/** sha256 of the little-endian outputs of every function, by name. */
export function goldenHashes(): Record<string, string> {
  return Object.fromEntries(Object.entries(outputs).map(([name, compute]) => [name, hash(compute())]));
}

if (import.meta.main) {
  writeFileSync(new URL('golden.json', import.meta.url), JSON.stringify(goldenHashes(), null, 2) + '\n');
}
