/** Integer literals: digits, an optional fraction and a unit that makes a whole number of it. */

import { RuleError, type Span } from '../error.ts';
import { UNITS } from './units.ts';

/** -2^63 has 19 digits; what has more significant ones is out of range whatever its unit. */
const MAX_DIGITS = 19;

/**
 * The magnitude of a literal in its base unit, at most 2^63 (which only a minus brings into range).
 *
 * @throws RuleError E_UNIT for an unknown unit, E_LITERAL when the value is not a whole number of the base unit,
 * E_INT_RANGE above 2^63.
 */
export function readInteger(whole: string, fraction: string | undefined, unit: string | undefined, at: Span): bigint {
  const factor = unit === undefined ? 1n : UNITS.get(unit)?.factor;
  if (factor === undefined) {
    throw new RuleError('E_UNIT', `unknown unit; there are ${[...UNITS.keys()].join(', ')}`, at);
  }
  if (fraction !== undefined && unit === undefined) throw new RuleError('E_LITERAL', 'a fraction needs a unit', at);
  const digits = whole.replaceAll('_', '').replace(/^0+(?=[0-9])/, '');
  if (digits.length > MAX_DIGITS) throw outOfRange(at);
  const decimals = trimZeros(fraction ?? '');
  // 10^6 is the largest power of ten in a factor times 2^20: more decimals than 20 never make a whole number.
  if (decimals.length > 20) throw inexact(at);
  let scale = 1n;
  for (let i = 0; i < decimals.length; i++) scale *= 10n;
  const scaled = BigInt(digits + decimals) * factor;
  if (scaled % scale !== 0n) throw inexact(at);
  const value = scaled / scale;
  if (value > 9_223_372_036_854_775_808n) throw outOfRange(at);
  return value;
}

function trimZeros(fraction: string): string {
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end--;
  return fraction.slice(0, end);
}

function outOfRange(at: Span): RuleError {
  return new RuleError('E_INT_RANGE', 'not a 64-bit integer', at);
}

function inexact(at: Span): RuleError {
  return new RuleError('E_LITERAL', 'not a whole number of the base unit', at);
}
