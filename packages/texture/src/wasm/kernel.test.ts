import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { normalRows, plainRows } from '../graph/normal-rows.ts';
import { plainFields } from '../graph/reaction-diffusion.ts';
import { Fbm, type NoiseField } from '../noise/field.ts';
import { permutation } from '../noise/lattice.ts';
import { PerlinField } from '../noise/perlin.ts';
import { SimplexField } from '../noise/simplex.ts';
import { WorleyField } from '../noise/worley.ts';
import { makeRaster, writeChannel } from '../pixels.ts';
import { writePixelsFast } from './pixels.ts';
import { type Reaction, reactionFields } from './reaction.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const steps = fc.oneof(
  fc.double({ min: -0.9, max: 0.9, noNaN: true }),
  fc.double({ min: -40, max: 40, noNaN: true }),
  fc.constantFrom(0, 1, -2, 3, 1e5, 1e8, 1e300, Number.NaN),
);
const places = fc.oneof(
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.constantFrom(0, -0, 2 ** 28, 2 ** 30, -1e300, Number.NaN, Number.POSITIVE_INFINITY),
);
const rows = fc.record({
  width: fc.integer({ min: 1, max: 130 }),
  step: steps,
  from: places,
  ys: fc.array(places, { minLength: 1, maxLength: 4 }),
  octaves: fc.integer({ min: 1, max: 5 }),
  persistence: fc.constantFrom(0.5, 0.61, 1, 0),
  lacunarity: fc.constantFrom(2, 1.9, 1e5),
  unit: fc.boolean(),
});

it.each([
  ['Perlin', (seed: number): NoiseField => new PerlinField(permutation(seed))],
  ['simplex', (seed: number): NoiseField => new SimplexField(permutation(seed))],
  ['Worley', (seed: number): NoiseField => new WorleyField(seed)],
  ['closed Worley', (seed: number): NoiseField => new WorleyField(seed, [1 + (seed % 7), 3])],
] as const)('rows of %s noise by the kernel are those of the plain functions', (_, field) => {
  fc.assert(
    fc.property(rows, fc.nat(), ({ width, step, from, ys, octaves, persistence, lacunarity, unit }, seed) => {
      const xs = new Float64Array(width).map((_, k) => from + k * step);
      const fbm = new Fbm(field(seed), octaves, persistence, lacunarity);
      // Two at a time: they share the memory of the kernel.
      const row = fbm.over(xs, unit);
      const other = new Fbm(field(seed + 1), 2, 0.5, 2).over(xs.slice(0, 3));
      for (const y of ys) {
        const fast = new Float64Array(width + 2).fill(7);
        const plain = fast.slice();
        other(new Float64Array(3), 0, y);
        row(fast, 1, y);
        fbm.row(plain, 1, width, xs, y);
        if (unit) for (let k = 1; k <= width; k++) plain[k] = (plain[k]! + 1) / 2;
        expect(fast).toEqual(plain);
      }
    }),
    { numRuns: 1500 },
  );
});

it('rows over columns are those of each pixel by itself', () => {
  const fields = [
    () => new PerlinField(permutation(5)),
    () => new SimplexField(permutation(5)),
    () => new WorleyField(5),
    () => new WorleyField(5, [7, 3]),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.double({ min: -40, max: 40, noNaN: true }),
      fc.double({ min: -1000, max: 1000, noNaN: true }),
      (field, step, y) => {
        const xs = new Float64Array(41).map((_, k) => y + k * step);
        const row = new Float64Array(xs.length);
        new Fbm(field(), 3, 0.6, 1.9).over(xs)(row, 0, y);
        const single = new Float64Array(xs.length);
        for (let k = 0; k < xs.length; k++) {
          new Fbm(field(), 3, 0.6, 1.9).row(single, k, 1, xs.subarray(k, k + 1), y);
        }
        expect(row).toEqual(single);
      },
    ),
  );
});

it('normals by the kernel are those of the plain function', () => {
  const size = fc.integer({ min: 1, max: 12 });
  const value = fc.oneof(fc.double({ min: -3, max: 3 }), fc.constantFrom(0, -0, 1e300, Number.NaN));
  const strength = fc.double({ min: -4, max: 4, noNaN: true });
  const picture = fc.tuple(size, size).chain(([width, height]) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      heights: fc
        .array(value, { minLength: width * height, maxLength: width * height })
        .map((values) => Float64Array.from(values)),
    }),
  );
  fc.assert(
    fc.property(
      picture,
      fc.record({ strengthX: strength, strengthY: strength, sobel: fc.boolean() }),
      fc.array(fc.nat(11), { minLength: 1, maxLength: 14 }),
      ({ width, height, heights }, settings, order) => {
        const [fast, plain] = [normalRows, plainRows].map((make) => {
          const out = new Float64Array(3 * width + 2).fill(7);
          const write = make(heights, width, height, settings);
          return order.map((y) => {
            write(out, 1, width, y % height);
            return out.slice();
          });
        });
        expect(fast).toEqual(plain);
      },
    ),
    { numRuns: 1000 },
  );
});

it('rows that no longer fit beside others are made again', () => {
  const wide = (seed: number) => {
    const xs = new Float64Array(60_000).map((_, k) => k / 7);
    const fbm = new Fbm(new PerlinField(permutation(seed)), 8, 0.5, 2);
    return { xs, fbm, row: fbm.over(xs) };
  };
  const all = [1, 2, 3, 4, 5].map(wide);
  for (const y of [0.5, 1.5]) {
    for (const { xs, fbm, row } of all) {
      const fast = new Float64Array(xs.length);
      const plain = new Float64Array(xs.length);
      row(fast, 0, y);
      fbm.row(plain, 0, xs.length, xs, y);
      expect(Buffer.compare(new Uint8Array(fast.buffer), new Uint8Array(plain.buffer))).toBe(0);
    }
  }
});

it('steps of a reaction by the kernel are those of the plain function', () => {
  const constant = fc.double({ min: -2, max: 2, noNaN: true });
  const size = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(
      size,
      size,
      fc.tuple(constant, constant, constant, constant, constant),
      fc.nat(),
      (w, h, constants, seed) => {
        const [fast, plain] = [reactionFields(w, h)!, plainFields(w, h)];
        for (const { fields, step } of [fast, plain]) {
          const [a, b, nextA, nextB] = fields as [Float64Array, Float64Array, Float64Array, Float64Array];
          let v = seed;
          for (const field of [a, b])
            for (let k = 0; k < field.length; k++)
              field[k] = ((v = (Math.imul(v, 1664525) + 1013904223) | 0) >>> 9) / 2 ** 23;
          step(a, b, nextA, nextB, constants as Reaction);
          // A step may write to the border, which is filled before the next.
          for (const field of [nextA, nextB]) {
            for (let k = 0; k < field.length; k++) {
              const [x, y] = [k % (w + 2), Math.floor(k / (w + 2))];
              if (x === 0 || x > w || y === 0 || y > h) field[k] = 0.25;
            }
          }
          step(nextA, nextB, a, b, constants as Reaction);
        }
        for (let k = 0; k < 2; k++) {
          for (let y = 1; y <= h; y++) {
            const inside = [y * (w + 2) + 1, y * (w + 2) + 1 + w] as const;
            expect(fast.fields[k]!.slice(...inside)).toEqual(plain.fields[k]!.slice(...inside));
          }
        }
      },
    ),
  );
});

it('there is no kernel for what would take too much memory', () => {
  expect(reactionFields(4096, 4096)).toBeUndefined();
});

it('where there is no WebAssembly the plain functions do the work', async () => {
  const xs = new Float64Array(50).map((_, k) => k / 3);
  const fast = new Float64Array(50);
  new Fbm(new PerlinField(permutation(3)), 3, 0.5, 2).over(xs)(fast, 0, 1.7);
  vi.resetModules();
  vi.stubGlobal('WebAssembly', undefined);
  const reaction = await import('./reaction.ts');
  const field = await import('../noise/field.ts');
  const perlin = await import('../noise/perlin.ts');
  expect(reaction.reactionFields(4, 4)).toBeUndefined();
  const plain = new Float64Array(50);
  new field.Fbm(new perlin.PerlinField(permutation(3)), 3, 0.5, 2).over(xs)(plain, 0, 1.7);
  expect(plain).toEqual(fast);
});

it('pixels by the kernel are those of the plain functions', () => {
  const value = fc.oneof(
    fc.double({ min: -0.2, max: 1.2 }),
    fc.double(),
    fc.integer({ min: 0, max: 65535 }).map((k) => (k + 0.5) / 65535),
    fc.integer({ min: 0, max: 255 }).map((k) => (k + 0.5) / 255),
  );
  const planes = fc.constantFrom(1 as const, 4 as const).chain((channels) =>
    fc.integer({ min: 1, max: 40 }).chain((count) => {
      const plane = fc.array(value, { minLength: count, maxLength: count }).map((all) => Float64Array.from(all));
      return fc.array(plane, { minLength: channels, maxLength: channels });
    }),
  );
  fc.assert(
    fc.property(planes, fc.constantFrom(8 as const, 16 as const), (planes, bitDepth) => {
      const channels = planes.length as 1 | 4;
      const count = planes[0]!.length;
      const fast = makeRaster(count + 3, channels, bitDepth);
      const plain = makeRaster(count + 3, channels, bitDepth);
      fast.data.fill(9);
      plain.data.fill(9);
      expect(writePixelsFast(planes, count, bitDepth, fast.data, (2 * channels * bitDepth) / 8)).toBe(true);
      for (const [channel, values] of planes.entries()) writeChannel(plain, channel, 2, values, 0, count);
      expect(fast.data).toEqual(plain.data);
    }),
    { numRuns: 2000 },
  );
});
