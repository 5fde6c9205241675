import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as int from './int.ts';
import type { Int } from './value.ts';

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const SAFE = 2n ** 53n - 1n;

const near = (at: bigint) => fc.bigInt(at - 3n, at + 3n);
const any64 = fc
  .oneof(
    fc.bigInt(MIN, MAX),
    near(0n),
    near(SAFE),
    near(-SAFE),
    near(2n ** 31n),
    near(3037000499n),
    near(MIN),
    near(MAX),
  )
  .map((n) => (n < MIN ? MIN : n > MAX ? MAX : n));

/** The one form of a value. */
const form = (exact: bigint): Int => (exact >= -SAFE && exact <= SAFE ? Number(exact) : exact);
const abs = (a: bigint) => (a < 0n ? -a : a);
const floor = (a: bigint, b: bigint) => (a - (((a % b) + b) % b)) / b;

type Formula = (a: bigint, b: bigint) => bigint;
const CASES: readonly [string, (a: Int, b: Int) => Int, Formula, divides: boolean][] = [
  ['add', int.add, (a, b) => a + b, false],
  ['subtract', int.subtract, (a, b) => a - b, false],
  ['multiply', int.multiply, (a, b) => a * b, false],
  ['divide', int.divide, (a, b) => a / b, true],
  ['remainder', int.remainder, (a, b) => a % b, true],
  ['floorDivide', int.floorDivide, floor, true],
  ['ceilDivide', int.ceilDivide, (a, b) => -floor(-a, b), true],
  ['modulo', int.modulo, (a, b) => a - b * floor(a, b), true],
  ['negate', (a) => int.negate(a), (a) => -a, false],
];

describe.each(CASES)('%s', (_, operation, formula, divides) => {
  it('is exact to 64 bits, in numbers and bigints alike, and never -0', () => {
    fc.assert(
      fc.property(any64, any64, (a, b) => {
        const run = () => operation(form(a), form(b));
        const exact = divides && b === 0n ? undefined : formula(a, b);
        if (exact === undefined) expect(run).toThrow(expect.objectContaining({ code: 'E_DIV_BY_ZERO' }));
        else if (exact < MIN || exact > MAX) expect(run).toThrow(expect.objectContaining({ code: 'E_INT_OVERFLOW' }));
        else expect(Object.is(run(), form(exact))).toBe(true);
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});

it('multiplies and divides with an exact product', () => {
  fc.assert(
    fc.property(any64, any64, any64, (a, b, c) => {
      fc.pre(c !== 0n);
      const exact = (a * b) / c;
      const run = () => int.multiplyDivide(form(a), form(b), form(c));
      if (exact < MIN || exact > MAX) expect(run).toThrow();
      else expect(run()).toBe(form(exact));
    }),
    { seed: 7 },
  );
});

it('takes square roots that no other integer is nearer below', () => {
  fc.assert(
    fc.property(any64, (a) => {
      const n = abs(a) > MAX ? MAX : abs(a);
      const root = BigInt(int.integerSquareRoot(form(n)));
      expect(root * root <= n && (root + 1n) * (root + 1n) > n).toBe(true);
    }),
    { numRuns: 2000, seed: 7 },
  );
});

it('raises to powers as repeated products do', () => {
  fc.assert(
    fc.property(fc.bigInt(-12n, 12n), fc.integer({ min: 0, max: 63 }), (base, exponent) => {
      const exact = base ** BigInt(exponent);
      if (exact < MIN || exact > MAX) expect(() => int.power(Number(base), exponent)).toThrow();
      else expect(int.power(Number(base), exponent)).toBe(form(exact));
    }),
    { numRuns: 1000, seed: 7 },
  );
});
