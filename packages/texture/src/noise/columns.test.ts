import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Fbm, type NoiseField } from './field.ts';
import { permutation } from './lattice.ts';
import { PerlinField } from './perlin.ts';
import { WorleyField } from './worley.ts';

const WIDTH = 97;

const steps = fc.oneof(
  fc.double({ min: -0.9, max: 0.9, noNaN: true }),
  fc.double({ min: -40, max: 40, noNaN: true }),
  fc.constantFrom(0, 1, -2, 3, 1e5),
);
const places = fc.double({ min: -1000, max: 1000, noNaN: true });

/** Pixel after pixel, each by itself. */
function oneByOne(field: () => NoiseField, octaves: number, xs: Float64Array, y: number): Float64Array {
  const out = new Float64Array(xs.length);
  for (let k = 0; k < xs.length; k++) {
    new Fbm(field(), octaves, 0.6, 1.9).row(out, k, 1, xs.subarray(k, k + 1), y);
  }
  return out;
}

it.each([
  ['Perlin', () => new PerlinField(permutation(5))],
  ['Worley', () => new WorleyField(5)],
  ['periodic Worley', () => new WorleyField(5, [7, 3])],
] as const)('%s noise over columns is that of each pixel, however wide the cells are', (name, field) => {
  const prepared = field();
  expect(new Set(['Perlin']).has(name)).toBe('columns' in prepared);
  fc.assert(
    fc.property(steps, places, fc.array(places, { minLength: 1, maxLength: 4 }), (step, from, ys) => {
      const xs = new Float64Array(WIDTH).map((_, k) => from + k * step);
      const octaves = name === 'Perlin' ? 3 : 1;
      const row = new Fbm(field(), octaves, 0.6, 1.9).over(xs);
      for (const y of ys) {
        const out = new Float64Array(WIDTH + 2).fill(7);
        row(out, 1, y);
        expect([out[0], out[WIDTH + 1]]).toEqual([7, 7]);
        expect(out.slice(1, -1)).toEqual(oneByOne(field, octaves, xs, y));
      }
    }),
    { numRuns: 100 },
  );
});

it('columns too far out for a fraction give nothing, as single pixels do', () => {
  const xs = Float64Array.of(0, 1e9, 2e9);
  const field = () => new PerlinField(permutation(5));
  expect(field().columns(xs, 1)).toBeUndefined();
  const out = new Float64Array(3);
  new Fbm(field(), 2, 0.5, 2).over(xs)(out, 0, 0.5);
  expect(out).toEqual(new Float64Array(3));
});
