/**
 * log and log1p, and the logarithms in more than double precision that the other bases and pow build on. Errors below
 * 0.6 ulp, below 0.62 for subnormal arguments.
 *
 * x = 2^k z with z in [0.709, 1.418); a table holds, for 128 intervals of z, a short 1/c (13 fractional bits) and ln c.
 * What feeds pow and the other bases computes z/c - 1 without error as `rHigh + rLow`, because z is cut at 2^-20 first;
 * there c = 1 and ln c = 0 around z = 1, so results near zero lose nothing. log and log1p save that and take a longer
 * series near 1 instead. Source of the method: P. T. P. Tang, "Table-driven implementation of the logarithm function in
 * IEEE floating-point arithmetic", ACM TOMS 16 (1990).
 */

import { DOUBLE, HIGH, isPositiveNormal, MIN_NORMAL, POWERS_OF_TWO, productError, REST, WORDS } from './bits.ts';
import { LOG_TABLE } from './tables/log.generated.ts';

/** High word of the lower end of the range of z; half an interval off the grid, so that an interval is centred at 1. */
export const Z_MIN = 0x3fe6b000;

/** ln 2: 42 fractional bits, so that its sum with k multiples and with table entries is exact, and the rest. */
export const LN2_HIGH = 0.6931471805598903;
export const LN2_LOW = 5.497923018708371e-14;

/** Adding and subtracting it rounds a number in [0.7, 1.5] to a multiple of 2^-20. */
export const CUT = 6442450944;

const TWO_54 = 18014398509481984;

/**
 * Rows c, 1/c, ln c with 42 fractional bits, the rest of ln c. LOG_TABLE has ln c for the exact 1/c, this one for the
 * double c, which differs from it by a rounding error. With z - c exact, (z - c) / c is precise enough for everything
 * but pow, and cheaper than cutting z.
 */
const CENTRES = /* @__PURE__ */ (() => {
  const table = new Float64Array(4 * 128);
  for (let i = 0; i < 128; i++) {
    const inverse = LOG_TABLE[3 * i]!;
    const c = 1 / inverse;
    const product = c * inverse;
    const excess = product - 1 + productError(c, inverse, product);
    table.set([c, inverse, LOG_TABLE[3 * i + 1]!, LOG_TABLE[3 * i + 2]! + excess], 4 * i);
  }
  return table;
})();

/** Coefficients of ln(1 + r) from r^2 on; in an array for the reason given in `arc.ts`. */
const SERIES = /* @__PURE__ */ new Float64Array([
  -1 / 2,
  1 / 3,
  -1 / 4,
  1 / 5,
  -1 / 6,
  1 / 7,
  -1 / 8,
  1 / 9,
  -1 / 10,
  1 / 11,
]);

/** Closer to 1 than this, the logarithm is a power series of x - 1. */
const NEAR_ONE = 1 / 32;

/** ln(1 + r) - r for |r| < 0.004. */
export function logBend(r: number): number {
  const r2 = r * r;
  return r2 * (SERIES[0]! + r * SERIES[1]! + r2 * (SERIES[2]! + r * SERIES[3]! + r2 * (SERIES[4]! + r * SERIES[5]!)));
}

/** ln(1 + r) - r for |r| < 1/32. */
function wideBend(r: number): number {
  const r2 = r * r;
  const r4 = r2 * r2;
  const tail = SERIES[6]! + r * SERIES[7]! + r2 * (SERIES[8]! + r * SERIES[9]!);
  return (
    r2 *
    (SERIES[0]! + r * SERIES[1]! + r2 * (SERIES[2]! + r * SERIES[3]!) + r4 * (SERIES[4]! + r * SERIES[5]! + r2 * tail))
  );
}

/** The natural logarithm; NaN below zero. */
export function log(x: number): number {
  DOUBLE[0] = x;
  const word = WORDS[HIGH]!;
  if (isPositiveNormal(word)) {
    if (Math.abs(x - 1) < NEAR_ONE) return x - 1 + wideBend(x - 1);
    const offset = word - Z_MIN;
    const k = offset >> 20;
    const i = ((offset >> 13) & 127) << 2;
    const r = (x * POWERS_OF_TWO[1074 - k]! - CENTRES[i]!) * CENTRES[i + 1]!;
    return k * LN2_HIGH + CENTRES[i + 2]! + (r + (k * LN2_LOW + CENTRES[i + 3]! + logBend(r)));
  }
  if (x > 0) return x === Number.POSITIVE_INFINITY ? +x : log(x * TWO_54) - 54 * LN2_HIGH - 54 * LN2_LOW;
  return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
}

/** ln(1 + x), precise for small x; NaN below -1. */
export function log1p(x: number): number {
  if (Math.abs(x) < NEAR_ONE) return x + wideBend(x);
  const u = 1 + x;
  DOUBLE[0] = u;
  const word = WORDS[HIGH]!;
  if (isPositiveNormal(word)) {
    // Knuth's two-sum: a branch on which of the two is greater would cost more than it saves.
    const part = u - 1;
    const uLow = x - part + (1 - (u - part));
    const offset = word - Z_MIN;
    const k = offset >> 20;
    const i = ((offset >> 13) & 127) << 2;
    const scale = POWERS_OF_TWO[1074 - k]!;
    const r = (u * scale - CENTRES[i]! + uLow * scale) * CENTRES[i + 1]!;
    return k * LN2_HIGH + CENTRES[i + 2]! + (r + (k * LN2_LOW + CENTRES[i + 3]! + logBend(r)));
  }
  return x === -1 ? Number.NEGATIVE_INFINITY : x === Number.POSITIVE_INFINITY ? +x : Number.NaN;
}

/**
 * ln x times (factorHigh + factorLow), for any x > 0; `factorHigh` has at most 27 bits, so that the leading product is
 * exact.
 */
export function scaledLog(x: number, factorHigh: number, factorLow: number): number {
  let shift = 0;
  if (!(x >= MIN_NORMAL && x <= Number.MAX_VALUE)) {
    if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
    if (x === Number.POSITIVE_INFINITY) return +x;
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
