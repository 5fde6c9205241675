import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { plainCrc32 } from '../crc32.ts';
import { EFFORTS } from '../deflate/effort.ts';
import { plainZlib } from '../deflate/zlib.ts';
import { filterRows } from '../filter.ts';
import { compressFast, compressFilteredFast, crc32Fast } from './kernel.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Bytes whose low `bits` bits are random, and which repeat after `period`. */
function noise(length: number, bits: number, seed: number, period = length): Uint8Array {
  const data = new Uint8Array(length);
  let v = seed;
  for (let k = 0; k < length; k++) {
    v = (Math.imul(v, 1664525) + 1013904223) | 0;
    data[k] = k < period ? v >>> (32 - bits) : data[k - period]!;
  }
  return data;
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 700 }),
  fc
    .tuple(fc.nat(150_000), fc.integer({ min: 1, max: 8 }), fc.nat(), fc.integer({ min: 1, max: 70_000 }))
    .map((args) => noise(...args)),
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 8 }), fc.nat()), { maxLength: 8 })
    .map((parts) => Uint8Array.from(parts.flatMap(([length, bits, seed]) => [...noise(length, bits, seed, 9999)]))),
);

/** Compares without vitest's own comparison, which takes seconds for long arrays. */
function expectSame(fast: Uint8Array | undefined, plain: Uint8Array): void {
  expect(fast).toBeDefined();
  expect(Buffer.compare(fast!, plain)).toBe(0);
}

test('the kernel compresses to the same bytes as the plain functions, at every level', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 9 }), (data, level) => {
      expectSame(compressFast(data, EFFORTS[level - 1]!), plainZlib(data, level));
    }),
    { numRuns: 150 },
  );
});

test('the kernel filters rows of any width as the plain functions do', () => {
  const image = fc.record({
    width: fc.integer({ min: 1, max: 90 }),
    height: fc.integer({ min: 1, max: 40 }),
    pixel: fc.constantFrom(1, 2, 3, 4, 6, 8),
    bits: fc.integer({ min: 1, max: 8 }),
    period: fc.integer({ min: 1, max: 300 }),
    smooth: fc.boolean(),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(image, ({ width, height, pixel, bits, period, smooth, seed }) => {
      const stride = width * pixel;
      const data = noise(stride * height, bits, seed, period);
      // Sums of noise are smooth enough for the other filters to win.
      if (smooth) for (let k = pixel; k < data.length; k++) data[k]! += data[k - pixel]! - (1 << (bits - 1));
      const fast = compressFilteredFast(data, stride, height, pixel, EFFORTS[0]!);
      expectSame(fast, plainZlib(filterRows(data, stride, height, pixel), 1));
    }),
    { numRuns: 400 },
  );
});

test('the checksum of the kernel is that of the plain function', () => {
  for (const length of [0, 1, 7, 8, 9, 1000, 65_535, 65_536, 65_543, 200_001]) {
    const data = noise(length, 8, length);
    expect(crc32Fast(data)).toBe(plainCrc32(data, 0, length));
  }
  expect(crc32Fast(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('a symbol so rare that its code would be too long is lengthened alike', () => {
  const parts: Uint8Array[] = [];
  for (let symbol = 0, a = 1, b = 1; symbol < 22; symbol++, [a, b] = [b, a + b]) {
    parts.push(Uint8Array.from({ length: a }, (_, i) => (i % 2 === 0 ? symbol : (i * 7919 + symbol * 31) & 127)));
  }
  const data = Buffer.concat(parts);
  for (const level of [1, 3, 6]) expectSame(compressFast(data, EFFORTS[level - 1]!), plainZlib(data, level));
});

test('memory grown for a large picture is given back, and the next one is made', () => {
  const large = noise(40_000_000, 2, 1, 100);
  expect(compressFast(large, EFFORTS[0]!)!.length).toBeGreaterThan(0);
  const small = noise(10_000, 3, 1);
  expectSame(compressFast(small, EFFORTS[0]!), plainZlib(small, 1));
});

test.each([
  ['is no WebAssembly', undefined],
  [
    'may none be compiled',
    {
      Module: class {
        constructor() {
          throw new EvalError('refused');
        }
      },
    },
  ],
])('where there %s the same bytes come from the plain functions', async (_, stub) => {
  const image = { width: 40, height: 30, colorType: 'rgb', data: noise(3600, 4, 7) } as const;
  const { encodePng } = await import('../encode.ts');
  const fast = encodePng(image);
  vi.resetModules();
  vi.stubGlobal('WebAssembly', stub);
  const kernel = await import('./kernel.ts');
  expect(kernel.compressFast(image.data, EFFORTS[0]!)).toBeUndefined();
  expectSame((await import('../encode.ts')).encodePng(image), fast);
});
