/**
 * log and log1p, and the logarithms in more than double precision that the other bases and pow build on. Errors below
 * 0.51 ulp, below 0.62 for subnormal arguments.
 *
 * x = 2^k z with z in [0.709, 1.418); the table holds, for 128 intervals of z, a short 1/c (13 fractional bits) and
 * ln c. z/c - 1 is then computed without error as `rHigh + rLow`, because z is cut at 2^-20 first. Around z = 1 the
 * entry is c = 1 and ln c = 0, so results near zero lose nothing. Source of the method: P. T. P. Tang, "Table-driven
 * implementation of the logarithm function in IEEE floating-point arithmetic", ACM TOMS 16 (1990).
 */

import { DOUBLE, HIGH, MIN_NORMAL, POWERS_OF_TWO, REST, WORDS } from './bits.ts';
import { LOG_TABLE } from './tables/log.generated.ts';

/** High word of the lower end of the range of z; half an interval off the grid, so that an interval is centred at 1. */
export const Z_MIN = 0x3fe6b000;

/** ln 2: 42 fractional bits, so that its sum with k multiples and with table entries is exact, and the rest. */
export const LN2_HIGH = 0.6931471805598903;
export const LN2_LOW = 5.497923018708371e-14;

/** Adding and subtracting it rounds a number in [0.7, 1.5] to a multiple of 2^-20. */
export const CUT = 6442450944;

const TWO_54 = 18014398509481984;

/** The natural logarithm; NaN below zero. */
export function log(x: number): number {
  if (x >= MIN_NORMAL && x <= Number.MAX_VALUE) {
    DOUBLE[0] = x;
    const offset = WORDS[HIGH]! - Z_MIN;
    const k = offset >> 20;
    const i = ((offset >> 13) & 127) * 3;
    const inverse = LOG_TABLE[i]!;
    const z = x * POWERS_OF_TWO[1074 - k]!;
    const zHigh = z + CUT - CUT;
    const rHigh = zHigh * inverse - 1;
    const rLow = (z - zHigh) * inverse;
    const r = rHigh + rLow;
    const p = logBend(r);
    const w = k * LN2_HIGH + LOG_TABLE[i + 1]!;
    // Around 1, r is exact. Elsewhere w + rHigh is: both are multiples of 2^-42 below 2^10.
    return w === 0 ? r + p : w + rHigh + (rLow + (k * LN2_LOW + LOG_TABLE[i + 2]!) + p);
  }
  if (x > 0) return x === Number.POSITIVE_INFINITY ? x : log(x * TWO_54) - 54 * LN2_HIGH - 54 * LN2_LOW;
  return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
}

/** ln(1 + r) - r for |r| < 0.004. */
export function logBend(r: number): number {
  const r2 = r * r;
  return r2 * (-0.5 + r * (1 / 3) + r2 * (-0.25 + r * 0.2 + r2 * (-1 / 6 + r * (1 / 7))));
}

/** ln(1 + x), precise for small x; NaN below -1. */
export function log1p(x: number): number {
  if (x > -1 && x < Number.MAX_VALUE) {
    if (Math.abs(x) < 0.0019) return x + logBend(x);
    const u = 1 + x;
    const uLow = x < 1 ? x - (u - 1) : 1 - (u - x);
    DOUBLE[0] = u;
    const offset = WORDS[HIGH]! - Z_MIN;
    const k = offset >> 20;
    const i = ((offset >> 13) & 127) * 3;
    const scale = POWERS_OF_TWO[1074 - k]!;
    const inverse = LOG_TABLE[i]!;
    const z = u * scale;
    const zHigh = z + CUT - CUT;
    const rHigh = zHigh * inverse - 1;
    const rLow = (z - zHigh + uLow * scale) * inverse;
    const w = k * LN2_HIGH + LOG_TABLE[i + 1]!;
    return w + rHigh + (rLow + (k * LN2_LOW + LOG_TABLE[i + 2]!) + logBend(rHigh + rLow));
  }
  return x === -1 ? Number.NEGATIVE_INFINITY : x >= Number.MAX_VALUE ? log(x) : Number.NaN;
}

/**
 * ln x times (factorHigh + factorLow), for any x > 0; `factorHigh` has at most 27 bits, so that the leading product is
 * exact.
 */
export function scaledLog(x: number, factorHigh: number, factorLow: number): number {
  let shift = 0;
  if (!(x >= MIN_NORMAL && x <= Number.MAX_VALUE)) {
    if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
    if (x === Number.POSITIVE_INFINITY) return x;
    x *= TWO_54;
    shift = 54;
  }
  DOUBLE[0] = x;
  const offset = WORDS[HIGH]! - Z_MIN;
  const exponent = offset >> 20;
  const k = exponent - shift;
  const i = ((offset >> 13) & 127) * 3;
  const inverse = LOG_TABLE[i]!;
  const z = x * POWERS_OF_TWO[1074 - exponent]!;
  const zHigh = z + CUT - CUT;
  const rHigh = zHigh * inverse - 1;
  const rLow = (z - zHigh) * inverse;
  const r = rHigh + rLow;
  const p = logBend(r);
  const w = k * LN2_HIGH + LOG_TABLE[i + 1]!;
  const high = w === 0 ? r : w + rHigh;
  const low = w === 0 ? p : rLow + (k * LN2_LOW + LOG_TABLE[i + 2]!) + p;
  const head = Math.fround(high);
  return head * factorHigh + ((high - head + low) * factorHigh + (high + low) * factorLow);
}

/**
 * ln x to about 2^-67 relative, for any finite x > 0: returns the leading part and leaves the trailing part in `REST`.
 */
export function logDouble(x: number): number {
  let shift = 0;
  if (x < MIN_NORMAL) {
    x *= TWO_54;
    shift = -54;
  }
  DOUBLE[0] = x;
  const offset = WORDS[HIGH]! - Z_MIN;
  const exponent = offset >> 20;
  const k = exponent + shift;
  const i = ((offset >> 13) & 127) * 3;
  const inverse = LOG_TABLE[i]!;
  const z = x * POWERS_OF_TWO[1074 - exponent]!;
  const zHigh = z + CUT - CUT;
  const rHigh = zHigh * inverse - 1;
  const rLow = (z - zHigh) * inverse;
  const r = rHigh + rLow;
  const w = k * LN2_HIGH + LOG_TABLE[i + 1]!;
  const sum = w + r;
  const sumLow = w - sum + r + (rHigh - r + rLow);
  const square = -0.5 * rHigh * rHigh;
  const head = sum + square;
  const headLow = sum - head + square;
  const r2 = r * r;
  const p = r * r2 * (1 / 3 - r * 0.25 + r2 * (0.2 - r * (1 / 6) + r2 * (1 / 7 - r * 0.125)));
  const low = k * LN2_LOW + LOG_TABLE[i + 2]! + sumLow + -0.5 * rLow * (rHigh + r) + headLow + p;
  const high = head + low;
  REST[0] = head - high + low;
  return high;
}
