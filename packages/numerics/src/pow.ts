/**
 * pow, with an error below 0.76 ulp: e^(y ln x), ln x and the product carried in more than double precision. As fast as
 * the host for |y| < 128, half as fast above. Tried and no faster: magic-number splits instead of `fround`. Constants in an
 * array, as in `arc.ts`, would give another 1 to 2 percent.
 *
 * `x ** y` itself is implementation-defined in ECMAScript, so it must not appear where bytes count. The special values
 * are those of Number::exponentiate (ECMA-262, 6.1.6.1.3), which differ from C in pow(1, Infinity) and pow(1, NaN).
 */

import { DOUBLE, HIGH, isPositiveNormal, POWERS_OF_TWO, REST, TO_INTEGER, WORDS } from './bits.ts';
import { expm1Small, STEP_HIGH, STEP_LOW, STEPS_PER_E, scaledResult } from './exp.ts';
import { CUT, LN2_HIGH, LN2_LOW, logBend, logDouble, Z_MIN } from './log.ts';
import { EXP_TABLE } from './tables/exp.generated.ts';
import { LOG_TABLE } from './tables/log.generated.ts';

const TWO_64 = 18446744073709552e3;

/**
 * Below it, y times the error of `low` in the fast path, 2^-67, cannot be seen, and y `low` itself moves the rest of the
 * exponential's reduction by no more than two fifths.
 */
const FAST_LIMIT = 128;

/** x raised to y. */
export function pow(x: number, y: number): number {
  DOUBLE[0] = x;
  const word = WORDS[HIGH]!;
  if (isPositiveNormal(word) && Math.abs(y) < FAST_LIMIT) {
    // ln x = high + low as in `logDouble`, but with one sum less.
    const offset = word - Z_MIN;
    const k = offset >> 20;
    const i = ((offset >> 13) & 127) * 3;
    const inverse = LOG_TABLE[i]!;
    const z = x * POWERS_OF_TWO[1074 - k]!;
    const zHigh = z + CUT - CUT;
    const rHigh = zHigh * inverse - 1;
    const rLow = (z - zHigh) * inverse;
    const high = k * LN2_HIGH + LOG_TABLE[i + 1]! + rHigh;
    return +expOfProduct(y, high, rLow + (k * LN2_LOW + LOG_TABLE[i + 2]!) + logBend(rHigh + rLow));
  }
  if (isPositiveNormal(word) && Math.abs(y) < TWO_64) return +positivePow(x, y);
  return +specialPow(x, y);
}

/** e^(y (high + low)) for |y| < 2^64 and |y low| < 0.0012. */
function expOfProduct(y: number, high: number, low: number): number {
  // 24 bits each: their product is exact, the other three are small.
  const head = Math.fround(high);
  const yHead = Math.fround(y);
  const product = yHead * head;
  const rest = (y - yHead) * head + y * (high - head + low);
  // To find k, this product will do, and it is there sooner than product + rest.
  const near = y * high;
  if (Math.abs(near) < 708) {
    const kd = near * STEPS_PER_E + TO_INTEGER - TO_INTEGER;
    const r = product - kd * STEP_HIGH + (rest - kd * STEP_LOW);
    const k = kd | 0;
    const j = (k & 127) << 1;
    const s = EXP_TABLE[j + 1]! * POWERS_OF_TWO[(k >> 7) + 1074]!;
    return s + s * (EXP_TABLE[j]! + expm1Small(r));
  }
  return +expAtEdge(product, rest);
}

/** e^(product + rest) where it overflows, is subnormal, or is near either. */
function expAtEdge(product: number, rest: number): number {
  const sum = product + rest;
  if (sum > 711) return Number.POSITIVE_INFINITY;
  if (sum < -746) return 0;
  const kd = sum * STEPS_PER_E + TO_INTEGER - TO_INTEGER;
  return +scaledResult(kd | 0, product - kd * STEP_HIGH + (rest - kd * STEP_LOW), 0);
}

/** x^y for a finite x > 0 and |y| < 2^64. */
function positivePow(x: number, y: number): number {
  const high = logDouble(x);
  return +expOfProduct(y, high, REST[0]!);
}

/** Every other case: signs, zeros, infinities, NaN, subnormal x, huge y. */
function specialPow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const magnitude = Math.abs(x);
  const grows = magnitude > 1 === y > 0;
  if (Math.abs(y) === Number.POSITIVE_INFINITY) {
    return magnitude === 1 ? Number.NaN : grows ? Number.POSITIVE_INFINITY : 0;
  }
  const sign = y % 2 !== 0 && Math.floor(y) === y && (x < 0 || Object.is(x, -0)) ? -1 : 1;
  if (magnitude === 0 || magnitude === Number.POSITIVE_INFINITY) {
    return sign * (grows ? Number.POSITIVE_INFINITY : 0);
  }
  if (x < 0 && Math.floor(y) !== y) return Number.NaN;
  if (Math.abs(y) >= TWO_64) return magnitude === 1 ? 1 : grows ? Number.POSITIVE_INFINITY : 0;
  return sign * positivePow(magnitude, y);
}
