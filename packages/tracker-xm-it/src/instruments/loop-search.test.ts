/** The search gives up windows that cannot win; here stands the search that looks at all of them. */
import { expect, it } from 'vitest';
import { type Alike, findAlike, type Search } from './loop-search.ts';

const RATE = 22050;

/** Every pair of windows, each product to its end. */
function findPlainly(s: Int16Array, { rate, cycle, desired, radius, shortest }: Search): Alike | undefined {
  const n = s.length;
  const step = (most: number) => Math.min(Math.max(16, Math.floor(cycle / 8)), most);
  const stride = Math.min(Math.max(8, Math.floor(cycle / 16)), 128);
  const first = Math.max(1, desired - radius);
  const last = Math.max(first, Math.min(desired + radius, n - (shortest + 2)));
  const product = (a: number, b: number, length: number): number => {
    let sum = 0;
    for (let i = 0; i < length; i += stride) sum += s[a + i]! * s[b + i]!;
    return sum;
  };
  let best: Alike | undefined;
  for (let start = first; start <= last; start += step(128)) {
    const window = Math.min(Math.floor((n - start) / 3), rate);
    const firstEnd = Math.min(n, Math.max(start + shortest, start + 2 * window));
    if (window < 1024 || firstEnd >= n) continue;
    const scan = (from: number, to: number, by: number): Alike | undefined => {
      let found: Alike | undefined;
      for (let end = from; end <= to; end += by) {
        const other = end - window;
        const energies = product(start, start, window) * product(other, other, window);
        if (other < start + window || energies === 0) continue;
        const correlation = product(start, other, window) / Math.sqrt(energies);
        const score = correlation + (0.01 * (end - start)) / rate;
        if (found === undefined || score > found.score) found = { start, end, correlation, score };
      }
      return found;
    };
    const coarse = scan(firstEnd, n, step(256));
    if (coarse === undefined) continue;
    const around = Math.max(2 * step(256), 64);
    const fine = scan(Math.max(coarse.end - around, firstEnd), Math.min(coarse.end + around, n), 4);
    if (fine === undefined || fine.end - start < shortest + 2) continue;
    if (best === undefined || fine.score > best.score) best = fine;
  }
  return best;
}

/** Samples of -1 to 1 at a number of samples since the start. */
const sounds: Readonly<Record<string, (i: number) => number>> = {
  'a square wave': (i) => ((i * 220) % RATE < RATE / 2 ? 0.8 : -0.8),
  'two sines that beat': (i) => 0.4 * Math.sin(i / 15.3) + 0.4 * Math.sin(i / 14.1),
  noise: (i) => 2 * ((Math.imul(i ^ (i >> 7), 0x9e3779b1) >>> 0) / 2 ** 32) - 1,
  'a decay with a silent end': (i) => (i < 6000 ? Math.exp(-i / 900) * Math.sin(i / 9) : 0),
  silence: () => 0,
  'a wave that is the same all over': (i) => (i % 64) / 64 - 0.5,
};

it.each(Object.keys(sounds))('finds in %s what the plain search finds', (name) => {
  for (const [frames, frequency] of [
    [9000, 220],
    [14_000, 33],
  ] as const) {
    const samples = Int16Array.from({ length: frames }, (_, i) => Math.round(30_000 * sounds[name]!(i)));
    const search = { rate: RATE, cycle: Math.round(RATE / frequency), desired: 1200, radius: 441, shortest: 1102 };
    const found = findAlike(samples, search);
    expect(found).toEqual(findPlainly(samples, search));
    expect(found === undefined).toBe(name === 'silence');
  }
});
