/**
 * atan, atan2, asin and acos with errors below 0.52 ulp, all on one kernel: atan of a ratio in [0, 1] that is known in
 * double-double. Angles are in radians.
 *
 * The kernel uses atan q = atan c + atan((q - c) / (1 + q c)) with c a multiple of 1/64 and atan c from a table.
 */

import { productError, REST } from './bits.ts';
import { ATAN_TABLE } from './tables/atan.generated.ts';

const PI_LOW = 1.2246467991473532e-16;
const HALF_PI = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;

/** 2^-28: below it the first term of the odd series is the result. */
const TINY = 3.725290298461914e-9;

/** atan(q + qLow) for q in [0, 1]: returns the leading part and leaves the trailing part in `REST`. */
function ratioAngle(q: number, qLow: number): number {
  const i = (q * 64 + 0.5) | 0;
  const c = i * (1 / 64);
  const d = q - c;
  const p = q * c;
  // (q - c) / (1 + q c) = d - s: written so, the division's error is scaled down by d.
  const s = (d * p) / (1 + p);
  const t = d - s;
  const t2 = t * t;
  const cubic = t * t2 * (-1 / 3 + t2 * (0.2 - t2 * (1 / 7)));
  const base = ATAN_TABLE[2 * i]!;
  const high = base + d;
  REST[0] = base - high + d + (ATAN_TABLE[2 * i + 1]! + (cubic - s + qLow / (1 + q * q)));
  return high;
}

/** (angle + its rest in `REST`) times sign, plus a multiple of pi/2 in two parts that is 0 or not below the angle. */
function offset(base: number, baseLow: number, sign: number, angle: number): number {
  const signed = sign * angle;
  const sum = base + signed;
  return sum + (base - sum + signed + (baseLow + sign * REST[0]!));
}

/** atan(a / b) for 0 <= a <= b, b > 0, each with a low part. */
function quotientAngle(a: number, aLow: number, b: number, bLow: number): number {
  const q = a / b;
  const p = q * b;
  return ratioAngle(q, (a - p - productError(q, b, p) + (aLow - q * bLow)) / b);
}

/** The angle in [-pi/2, pi/2] whose tangent is `x`. */
export function atan(x: number): number {
  const a = Math.abs(x);
  if (a < TINY) return x;
  let y: number;
  if (a <= 1) {
    y = ratioAngle(a, 0);
    y += REST[0]!;
  } else if (a > 1e18) {
    y = HALF_PI;
  } else {
    y = offset(HALF_PI, HALF_PI_LOW, -1, quotientAngle(1, 0, a, 0));
  }
  return x < 0 ? -y : y;
}

/** The angle in [-pi, pi] of the point (x, y); signs of zeros count, as in ECMA-262, 21.3.2.8. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const left = x < 0 || Object.is(x, -0);
  const sign = y < 0 || Object.is(y, -0) ? -1 : 1;
  let ax = Math.abs(x);
  let ay = Math.abs(y);
  if (ax === Number.POSITIVE_INFINITY && ay === ax) return sign * (left ? 2.356194490192345 : 0.7853981633974483);
  const ratio = ay / ax;
  if (ay === 0 || ratio < 1e-18) return left ? sign * Math.PI : sign * (ay === 0 ? 0 : ratio);
  if (ratio > 1e18) return sign * HALF_PI;
  // Both within a factor of 1e18: bring the larger one where no product overflows and no error term underflows.
  if (ax > 1e150 || ay > 1e150) {
    ax *= 2.409919865102884e-181;
    ay *= 2.409919865102884e-181;
  } else if (ax < 1e-150 && ay < 1e-150) {
    ax *= 4.149515568880993e180;
    ay *= 4.149515568880993e180;
  }
  if (ay <= ax) {
    const angle = quotientAngle(ay, 0, ax, 0);
    return sign * (left ? offset(Math.PI, PI_LOW, -1, angle) : angle + REST[0]!);
  }
  return sign * offset(HALF_PI, HALF_PI_LOW, left ? 1 : -1, quotientAngle(ax, 0, ay, 0));
}

/** Where `complement` leaves the trailing part of its result. */
const complementLow = /* @__PURE__ */ new Float64Array(/* @__PURE__ */ new ArrayBuffer(8));

/** sqrt(1 - a^2) for 0 <= a < 1, in double-double. */
function complement(a: number): number {
  const square = a * a;
  const w = 1 - square;
  const wLow = 1 - w - square - productError(a, a, square);
  const s = Math.sqrt(w);
  const p = s * s;
  complementLow[0] = (w - p - productError(s, s, p) + wLow) / (2 * s);
  return s;
}

/** The angle in [-pi/2, pi/2] whose sine is `x`; NaN outside [-1, 1]. */
export function asin(x: number): number {
  const a = Math.abs(x);
  if (a < TINY) return x;
  if (!(a < 1)) return a === 1 ? x * HALF_PI : Number.NaN;
  const s = complement(a);
  const low = complementLow[0]!;
  let y: number;
  if (a <= s) {
    y = quotientAngle(a, 0, s, low);
    y += REST[0]!;
  } else {
    y = offset(HALF_PI, HALF_PI_LOW, -1, quotientAngle(s, low, a, 0));
  }
  return x < 0 ? -y : y;
}

/** The angle in [0, pi] whose cosine is `x`; NaN outside [-1, 1]. */
export function acos(x: number): number {
  const a = Math.abs(x);
  if (!(a < 1)) return a === 1 ? (x < 0 ? Math.PI : 0) : Number.NaN;
  if (a < 1e-60) return HALF_PI;
  const s = complement(a);
  const low = complementLow[0]!;
  if (a <= s) return offset(HALF_PI, HALF_PI_LOW, x < 0 ? 1 : -1, quotientAngle(a, 0, s, low));
  const angle = quotientAngle(s, low, a, 0);
  return x < 0 ? offset(Math.PI, PI_LOW, -1, angle) : angle + REST[0]!;
}
