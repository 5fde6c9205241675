import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as numerics from './index.ts';

const n = { ...numerics };

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const within = (bound: number) => fc.double({ min: -bound, max: bound, noNaN: true });
const positive = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true });

/** Equal up to `ulps` units of the last place. */
function close(a: number, b: number, ulps: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= Math.max(Math.abs(b) * ulps * 2 ** -52, ulps * Number.MIN_VALUE);
}

test.each(['sin', 'tan', 'asin', 'atan', 'cbrt', 'sinh', 'tanh'] as const)('%s is odd, bit for bit', (name) => {
  fc.assert(fc.property(finite, (x) => Object.is(n[name](-x), -n[name](x))));
});

test.each(['cos', 'cosh'] as const)('%s is even, bit for bit', (name) => {
  fc.assert(fc.property(finite, (x) => Object.is(n[name](-x), n[name](x))));
});

test.each(['exp', 'exp2', 'dbToGain', 'expm1', 'sinh', 'tanh', 'atan', 'cbrt'] as const)('%s never falls', (name) => {
  fc.assert(
    fc.property(within(800), fc.integer({ min: 1, max: 1000 }), (x, steps) => {
      const y = x + steps * Math.max(Math.abs(x) * 2 ** -52, Number.MIN_VALUE) * 4;
      expect(n[name](y)).toBeGreaterThanOrEqual(n[name](x));
    }),
  );
});

test('log undoes exp', () => {
  fc.assert(fc.property(within(700), (x) => Math.abs(n.log(n.exp(x)) - x) <= 2 ** -52 * Math.max(1, Math.abs(x))));
});

test('pow agrees with exp2 of a product that is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -1600, max: 1600 }), (e, y32) => {
      const y = y32 / 32;
      return close(n.pow(2 ** e, y), n.exp2(e * y), 2);
    }),
  );
});

test('pow of small powers agrees with products and roots', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-100, max: 1e100, noNaN: true }), (x) => {
      expect(n.pow(x, 1)).toBe(x);
      expect(close(n.pow(x, 2), x * x, 1)).toBe(true);
      expect(close(n.pow(x, -1), 1 / x, 1)).toBe(true);
      expect(close(n.pow(x, 0.5), Math.sqrt(x), 1)).toBe(true);
    }),
  );
});

test('sine and cosine lie on the unit circle for every argument', () => {
  fc.assert(fc.property(finite, (x) => Math.abs(n.sin(x) ** 2 + n.cos(x) ** 2 - 1) <= 2 ** -51));
});

test('sine and cosine never leave [-1, 1]', () => {
  fc.assert(fc.property(finite, (x) => Math.abs(n.sin(x)) <= 1 && Math.abs(n.cos(x)) <= 1));
});

test('atan2 gives the angle of a point back', () => {
  fc.assert(fc.property(within(3.14), (a) => Math.abs(n.atan2(n.sin(a), n.cos(a)) - a) <= 2 ** -51));
});

test('decibels and gains undo each other', () => {
  fc.assert(fc.property(within(200), (db) => Math.abs(n.gainToDb(n.dbToGain(db)) - db) <= 2 ** -45));
});

test('logarithms differ by constant factors', () => {
  fc.assert(
    fc.property(
      positive,
      (x) => close(n.log2(x), n.log(x) / Math.LN2, 4) && close(n.log10(x), n.log(x) / Math.LN10, 4),
    ),
  );
});
