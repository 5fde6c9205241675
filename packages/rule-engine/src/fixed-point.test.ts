import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toFixedPoint } from './fixed-point.ts';

it.each([
  [-0.3, 1000, -300],
  [0.5, 1, 0],
  [1.5, 1, 2],
  [2.5, 1, 2],
  [-2.5, 1, -2],
  // The double below 1.005: a product in floating point would round to 1005 exactly.
  [1.0005, 1000, 1000],
  [5e-324, 1_000_000, 0],
  [2 ** 60, 1, 2n ** 60n],
  [-0, 1, 0],
])('%d x %d is %s', (x, scale, wanted) => {
  expect(Object.is(toFixedPoint(x, scale), wanted)).toBe(true);
});

it('makes no fact of what is not finite, and refuses what does not fit', () => {
  expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((x) => toFixedPoint(x, 1))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(() => toFixedPoint(2 ** 63, 1)).toThrow(expect.objectContaining({ code: 'E_INT_OVERFLOW' }));
  expect(() => toFixedPoint(1, 0.5)).toThrow(RangeError);
});

it('is never more than half a unit off', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), fc.integer({ min: 0, max: 10 }), (n, shift) => {
      // n / 2^shift is exact in binary, and so is the distance.
      const x = n / 2 ** shift;
      const distance = Math.abs(Number(toFixedPoint(x, 1)) - x);
      expect(distance).toBeLessThanOrEqual(0.5);
    }),
    { seed: 7 },
  );
});
