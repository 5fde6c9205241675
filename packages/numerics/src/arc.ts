/**
 * atan, atan2, asin and acos, with errors below 0.7 ulp. Angles are in radians.
 *
 * Each result is a table angle A in two parts plus a small angle found with one division, in which nothing cancels but
 * differences that are exact:
 *
 *     atan x  = A + atan((x - m) / (1 + m x))                      with tan A = m
 *     atan2   = A + atan((y - m x) / (x + m y))                    A in the quadrant of the point
 *     asin x  = A + 2 atan((x - S) / (sqrt(1 - x^2) + cos A))      with sin A = S
 *
 * The tables hold both signs, because a branch on the sign of random arguments costs more than all the arithmetic.
 */

import { DOUBLE, HIGH, LOW, POWERS_OF_TWO, productError, TO_INTEGER, WORDS } from './bits.ts';
import { ASIN_TABLE, ATAN_TABLE } from './tables/arc.generated.ts';

const PI_LOW = 1.2246467991473532e-16;
const HALF_PI = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;

/** 2^-28: below it the first term of the odd series is the result. */
const TINY = 3.725290298461914e-9;

/** Rows of the tangent table: eight per octave, from 1/128 to 128. */
const ROWS = 112;
const FIRST_ROW = 8 * (1023 - 7);

/**
 * Four sections of 128 rows (so that a mask bounds the index and V8 checks nothing): m, A high, A low and a filler, for
 * m > 0, m < 0, and then for points with x < 0 (A = m's angle - pi, + pi). m is the middle of its interval.
 */
const TANGENTS = /* @__PURE__ */ (() => {
  const table = new Float64Array(4 * 4 * 128);
  for (let j = 0; j < ROWS; j++) {
    const m = (1 + ((j & 7) + 0.5) / 8) * POWERS_OF_TWO[1074 - 7 + (j >> 3)]!;
    const high = ATAN_TABLE[2 * j]!;
    const low = ATAN_TABLE[2 * j + 1]!;
    const far = Math.PI - high;
    const farLow = Math.PI - far - high + (PI_LOW - low);
    table.set([m, high, low], 4 * j);
    table.set([-m, -high, -low], 4 * (j + 128));
    table.set([m, -far, -farLow], 4 * (j + 256));
    table.set([-m, far, farLow], 4 * (j + 384));
  }
  return table;
})();

/**
 * Rows S = i/64, A high, A low, cos A for A = asin S and i from -64 to 63, negative i behind the positive ones; then the
 * same with pi/2 - A for A.
 */
const SINES = /* @__PURE__ */ (() => {
  const table = new Float64Array(2 * 4 * 128);
  for (let i = -64; i < 64; i++) {
    const s = i / 64;
    const sign = i < 0 ? -1 : 1;
    const high = sign * ASIN_TABLE[2 * Math.abs(i)]!;
    const low = sign * ASIN_TABLE[2 * Math.abs(i) + 1]!;
    const cosine = Math.sqrt(1 - s * s);
    const other = HALF_PI - high;
    table.set([s, high, low, cosine], 4 * (i & 127));
    table.set([s, other, HALF_PI - other - high + (HALF_PI_LOW - low), cosine], 4 * ((i & 127) + 128));
  }
  return table;
})();

/**
 * Coefficients of atan t, from t^3 on. In an array, and not on the heap of small ones, because V8 multiplies by an
 * element in one instruction, but brings a literal into its register in two more.
 */
const SERIES = /* @__PURE__ */ new Float64Array([
  -1 / 3,
  1 / 5,
  -1 / 7,
  1 / 9,
  -1 / 11,
  1 / 13,
  -1 / 15,
  1 / 17,
  -1 / 19,
]);

/** atan t - t, divided by t, for z = t^2 < 0.001. */
function atanBend(z: number): number {
  return z * (SERIES[0]! + z * SERIES[1]! + z * z * (SERIES[2]! + z * SERIES[3]!));
}

/** Coefficients of asin s, from s^3 on; the last one only keeps the array off the heap. */
const SINE_SERIES = /* @__PURE__ */ new Float64Array([
  1 / 6,
  3 / 40,
  5 / 112,
  35 / 1152,
  63 / 2816,
  231 / 13312,
  143 / 10240,
  6435 / 557056,
  12155 / 1245184,
]);

/** asin s - s, divided by s, for z = s^2 < 0.02. */
function asinBend(z: number): number {
  const z2 = z * z;
  const middle = SINE_SERIES[2]! + z * SINE_SERIES[3]!;
  const tail = SINE_SERIES[4]! + z * SINE_SERIES[5]! + z2 * (SINE_SERIES[6]! + z * SINE_SERIES[7]!);
  return z * (SINE_SERIES[0]! + z * SINE_SERIES[1]! + z2 * (middle + z2 * tail));
}

/** The angle in [-pi/2, pi/2] whose tangent is `x`. 0.96 to 1.0 of the host's speed. */
export function atan(x: number): number {
  DOUBLE[0] = x;
  const word = WORDS[HIGH]!;
  const row = ((word & 0x7fffffff) >>> 17) - FIRST_ROW;
  if (row >= 0 && row < ROWS) {
    const i = ((row + 128 * (word >>> 31)) << 2) & 2044;
    const m = TANGENTS[i]!;
    const t = (x - m) / (1 + m * x);
    return TANGENTS[i + 1]! + (TANGENTS[i + 2]! + (t + t * atanBend(t * t)));
  }
  if (row < 0) {
    const z = x * x;
    return Math.abs(x) < TINY ? +x : x + x * atanBend(z);
  }
  const w = 1 / x;
  const z = w * w;
  const rest = w + w * atanBend(z);
  return x < 0 ? -HALF_PI - (HALF_PI_LOW + rest) : HALF_PI + (HALF_PI_LOW - rest);
}

/** The angle in [-pi, pi] of the point (x, y); signs of zeros count, as in ECMA-262, 21.3.2.8. */
export function atan2(y: number, x: number): number {
  const ax = Math.abs(x);
  if (ax >= 1e-30 && ax <= 1e30) {
    DOUBLE[0] = y / x;
    const word = WORDS[HIGH]!;
    const row = ((word & 0x7fffffff) >>> 17) - FIRST_ROW;
    if (row >= 0 && row < ROWS) {
      DOUBLE[0] = x;
      const i = ((row + 128 * (word >>> 31) + 256 * (WORDS[HIGH]! >>> 31)) << 2) & 2044;
      const m = TANGENTS[i]!;
      // m has 5 bits and the head 24: their product is exact, and so is its difference from y.
      const head = Math.fround(x);
      const t = (y - m * head - m * (x - head)) / (x + m * y);
      return TANGENTS[i + 1]! + (TANGENTS[i + 2]! + (t + t * atanBend(t * t)));
    }
  }
  // The plus tells V8 that a number comes back; without it, every result is boxed (0.8 instead of 1.2 of the host's speed).
  return +atan2AtEdge(y, x);
}

/** Special values, points next to an axis, and points that a power of two must bring nearer to 1 first. */
function atan2AtEdge(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const left = x < 0 || Object.is(x, -0);
  const sign = y < 0 || Object.is(y, -0) ? -1 : 1;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  if (ax === Number.POSITIVE_INFINITY && ay === ax) return sign * (left ? 2.356194490192345 : 0.7853981633974483);
  const ratio = ay / ax;
  if (ay === 0 || ratio < 1e-18) return left ? sign * Math.PI : sign * (ay === 0 ? 0 : ratio);
  if (ratio > 1e18) return sign * HALF_PI;
  // Both within a factor of 1e18 now: 2^-160 or 2^160, as often as needed, bring them where no error term underflows.
  if (ax > 1e30 || ay > 1e50) return atan2(y * 6.842277657836021e-49, x * 6.842277657836021e-49);
  if (ax < 1e-30 || ay < 1e-50) return atan2(y * 1.461501637330903e48, x * 1.461501637330903e48);
  const a = Math.min(ax, ay);
  const b = Math.max(ax, ay);
  const q = a / b;
  const p = q * b;
  const z = q * q;
  const low = (a - p - productError(q, b, p)) / b + q * atanBend(z);
  if (ay > ax) return sign * (HALF_PI + (left ? q + (low + HALF_PI_LOW) : HALF_PI_LOW - low - q));
  return sign * (left ? Math.PI + (PI_LOW - low - q) : q + low);
}

/**
 * acos a for 0.96 <= a <= 1, NaN above: 2 asin of the root of (1 - a) / 2, which is taken as a head of 24 bits, whose
 * square is exact, and a rest. The tiny number makes 0/0 a zero.
 */
function acosNearOne(a: number): number {
  const z = 0.5 - 0.5 * a;
  const s = Math.sqrt(z);
  const head = Math.fround(s);
  return 2 * (head + ((z - head * head) / (s + head + 1e-300) + s * asinBend(z)));
}

/** From here on asin and acos use `acosNearOne`. Were it 63/64, errors of acos would come to 0.998 ulp. */
const NEAR_ONE = 0.9609375;

/** The angle in [-pi/2, pi/2] whose sine is `x`; NaN outside [-1, 1]. */
export function asin(x: number): number {
  const a = Math.abs(x);
  if (a < NEAR_ONE) {
    if (a < 0.0625) return a < TINY ? +x : x + x * asinBend(x * x);
    DOUBLE[0] = x * 64 + TO_INTEGER;
    const i = (WORDS[LOW]! & 127) << 2;
    const t = (x - SINES[i]!) / (Math.sqrt((1 - x) * (1 + x)) + SINES[i + 3]!);
    return SINES[i + 1]! + (SINES[i + 2]! + 2 * (t + t * atanBend(t * t)));
  }
  const y = HALF_PI + (HALF_PI_LOW - acosNearOne(a));
  return x < 0 ? -y : y;
}

/** The angle in [0, pi] whose cosine is `x`; NaN outside [-1, 1]. */
export function acos(x: number): number {
  const a = Math.abs(x);
  if (a < NEAR_ONE) {
    DOUBLE[0] = x * 64 + TO_INTEGER;
    const i = ((WORDS[LOW]! & 127) | 128) << 2;
    const t = (x - SINES[i]!) / (Math.sqrt((1 - x) * (1 + x)) + SINES[i + 3]!);
    return SINES[i + 1]! + (SINES[i + 2]! - 2 * (t + t * atanBend(t * t)));
  }
  const y = acosNearOne(a);
  return x < 0 ? Math.PI + (PI_LOW - y) : y;
}
