import { expect, test } from 'vitest';
import { LITERALS } from './literals.generated.ts';
import { FUNCTIONS } from './measure.ts';
import { type BigFloat, ORACLE, ulpError } from './oracle.ts';

/** The exact rational of a decimal string such as `-1.25e-3`, as numerator and power of ten. */
function decimal(text: string): { digits: bigint; exponent: number } {
  const [mantissa, exponent = '0'] = text.split('e');
  const [whole, fraction = ''] = mantissa!.split('.');
  return { digits: BigInt(whole! + fraction), exponent: Number(exponent) - fraction.length };
}

/** |value / literal - 1| as a multiple of 10^-40. */
function deviation(value: BigFloat, text: string): number {
  const { digits, exponent } = decimal(text);
  let left = value.m;
  let right = digits;
  if (value.e >= 0) left <<= BigInt(value.e);
  else right <<= BigInt(-value.e);
  if (exponent >= 0) right *= 10n ** BigInt(exponent);
  else left *= 10n ** BigInt(-exponent);
  return Math.abs(Number(((left - right) * 10n ** 45n) / right)) / 1e5;
}

test.each(LITERALS)('the oracle agrees to 37 digits with %s%j', (name, args, value) => {
  const oracle = ORACLE[name as 'pow'];
  expect(deviation(oracle(args[0]!, args[1]!), value)).toBeLessThan(1000);
});

test('every function has literals', () => {
  expect(new Set(LITERALS.map(([name]) => name))).toEqual(new Set(FUNCTIONS));
});

test('errors are measured in units of the last place', () => {
  const one = { m: 1n, e: 0 };
  expect(ulpError(1, one)).toBe(0);
  expect(ulpError(1 + 2 ** -52, one)).toBe(1);
  expect(ulpError(1 - 2 ** -53, one)).toBe(0.5);
  expect(ulpError(2 ** -1074, { m: 3n, e: -1075 })).toBe(0.5);
  expect(ulpError(Number.NaN, one)).toBe(Number.POSITIVE_INFINITY);
  expect(ulpError(Number.POSITIVE_INFINITY, { m: 1n, e: 1024 })).toBe(0);
});
