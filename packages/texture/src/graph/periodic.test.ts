import { describe, expect, it } from 'vitest';
import { type Json, last, mean, seams, spread } from '../../test/graph.ts';

const noise = (more: Json): Json[] => [{ id: 'n', type: 'periodic_noise', cells: [8, 6], octaves: 3, ...more }];
const size = { width: 160, height: 120 };
const bases: [string, Json][] = [
  ['perlin', { basis: 'perlin' }],
  ['value', { basis: 'value' }],
  ['gabor', { basis: 'gabor', octaves: 1 }],
  ['worley', { basis: 'worley', octaves: 1 }],
  ['worley f2 - f1', { basis: 'worley', feature: 'f2_minus_f1', metric: 'manhattan', octaves: 1 }],
  ['ridges', { basis: 'perlin', fractal: 'ridged' }],
];

describe('periodic noise', () => {
  it.each(bases)('of %s goes on across opposite borders', (_name, more) => {
    const [x, y] = seams(last(noise(more), size), size.width, size.height);
    expect(x).toBeLessThanOrEqual(1.15);
    expect(y).toBeLessThanOrEqual(1.15);
  });

  it.each(bases)('of %s has the same contrast in the middle as at the borders', (_name, more) => {
    const big = { width: 256, height: 256 };
    const values = last(noise({ ...more, cells: [32, 32] }), big);
    const part = (from: number) =>
      spread(Array.from({ length: 64 * 256 }, (_, k) => values[(from + (k >> 8)) * 256 + (k & 255)]!));
    expect(part(96) / part(0)).toBeGreaterThan(0.85);
    expect(part(96) / part(0)).toBeLessThan(1.18);
  });

  it('repeats exactly after its cells, and is no shifted copy of itself', () => {
    const once = last(noise({ basis: 'perlin', octaves: 1 }), { width: 64, height: 48 });
    expect(spread(once)).toBeGreaterThan(0.05);
    expect(Math.abs(mean(once) - 0.5)).toBeLessThan(0.05);
    expect(once.slice(0, 64)).not.toEqual(once.slice(47 * 64));
  });

  it('of value keeps between the values of its lattice, which Perlin noise crosses at one half', () => {
    const options = { octaves: 1, cells: [4, 4] };
    const lattice = (values: Float64Array) => [0, 16, 32, 48].map((x) => values[x]!);
    const size = { width: 64, height: 64 };
    for (const v of lattice(last(noise({ basis: 'perlin', ...options }), size))) expect(v).toBeCloseTo(0.5, 12);
    expect(spread(lattice(last(noise({ basis: 'value', ...options }), size)))).toBeGreaterThan(0.05);
  });

  it('of Gabor kernels has a direction, and none with a spread of 180 degrees', () => {
    const ratio = (more: Json) => {
      const n = 192;
      const values = last(noise({ basis: 'gabor', octaves: 1, cells: [12, 12], ...more }), { width: n, height: n });
      let [dx, dy] = [0, 0];
      for (let k = 0; k < n * (n - 1); k++) {
        if ((k + 1) % n !== 0) dx += (values[k + 1]! - values[k]!) ** 2;
        dy += (values[k + n]! - values[k]!) ** 2;
      }
      return dx / dy;
    };
    expect(ratio({ angle: 0 })).toBeGreaterThan(4);
    expect(ratio({ angle: 90 })).toBeLessThan(0.25);
    expect(Math.abs(Math.log(ratio({ spread: 180 })))).toBeLessThan(0.5);
  });

  it('of cells has one tone per cell, and borders where the tones change', () => {
    const voronoi = (output: string) =>
      last([{ id: 'v', type: 'voronoi', cells: [6, 6], output }], { width: 96, height: 96 });
    const cells = voronoi('cell');
    const edges = voronoi('edge');
    expect(new Set(cells).size).toBe(36);
    for (let k = 0; k < 96 * 95; k++) {
      if (cells[k] !== cells[k + 96]) expect(Math.min(edges[k]!, edges[k + 96]!)).toBeLessThan(1 / 16);
    }
    expect(Math.max(...edges)).toBeGreaterThan(0.2);
  });
});
