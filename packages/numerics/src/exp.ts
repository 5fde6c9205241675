/**
 * exp, exp2 and dbToGain, with an error below 0.51 ulp, below 0.76 where the result is subnormal or nearly so.
 *
 * The argument is cut into k/128 octaves and a rest r with |r| < ln2/256; the result is 2^(k div 128) times a table
 * entry 2^((k mod 128)/128) times a Taylor polynomial of degree 5. Source of the method: P. T. P. Tang, "Table-driven
 * implementation of the exponential function in IEEE floating-point arithmetic", ACM TOMS 15 (1989).
 */

import { POWERS_OF_TWO, REST, TO_INTEGER } from './bits.ts';
import { EXP_TABLE } from './tables/exp.generated.ts';

/** 128 / ln 2, and ln 2 / 128 in two parts: 36 bits, so that its products with k are exact, and the rest. */
export const STEPS_PER_E = 184.6649652337873;
export const STEP_HIGH = 0.005415212348111709;
export const STEP_LOW = 1.2864023111638346e-14;

/** 128 log2(10) / 20, its inverse (decibels per table step) in two parts, and ln(10) / 20. */
const STEPS_PER_DB = 21.26033980727912;
const DB_HIGH = 0.047035936821885116;
const DB_LOW = 6.119458194734864e-13;
const NEPERS_PER_DB = 0.11512925464970228;

/** Coefficients of e^r from r^2 on; in an array for the reason given in `arc.ts`. The last ones keep it off the heap. */
export const EXP_SERIES = /* @__PURE__ */ new Float64Array([
  0.5,
  1 / 6,
  1 / 24,
  1 / 120,
  1 / 720,
  1 / 5040,
  1 / 40320,
  1 / 362880,
  1 / 3628800,
]);

/** e^r - 1 for |r| < 0.003. */
export function expm1Small(r: number): number {
  const r2 = r * r;
  return r + r2 * (EXP_SERIES[0]! + r * EXP_SERIES[1]!) + r2 * r2 * (EXP_SERIES[2]! + r * EXP_SERIES[3]!);
}

/** 2^(k/128 + n) e^r for any k, in two scalings, so that neither overflow nor underflow comes early. */
export function scaledResult(k: number, r: number, n: number): number {
  const j = (k & 127) * 2;
  const power = (k >> 7) + n;
  const first = power >> 1;
  const s = EXP_TABLE[j + 1]! * POWERS_OF_TWO[first + 1074]!;
  return (s + s * (EXP_TABLE[j]! + expm1Small(r))) * POWERS_OF_TWO[power - first + 1074]!;
}

/** e raised to `x`. */
export function exp(x: number): number {
  if (Math.abs(x) < 708) {
    const kd = x * STEPS_PER_E + TO_INTEGER - TO_INTEGER;
    const r = x - kd * STEP_HIGH - kd * STEP_LOW;
    const k = kd | 0;
    const j = (k & 127) << 1;
    const s = EXP_TABLE[j + 1]! * POWERS_OF_TWO[(k >> 7) + 1074]!;
    return s + s * (EXP_TABLE[j]! + expm1Small(r));
  }
  return +expShifted(x, 0);
}

/** e^x 2^n for |n| <= 1 and x at the edges of the range: slower, and right where the result overflows or is subnormal. */
export function expShifted(x: number, n: number): number {
  if (x > 711) return Number.POSITIVE_INFINITY;
  if (x < -746) return 0;
  const kd = x * STEPS_PER_E + TO_INTEGER - TO_INTEGER;
  return Number.isNaN(x) ? +x : +scaledResult(kd | 0, x - kd * STEP_HIGH - kd * STEP_LOW, n);
}

/** e^x for |x| < 708 to about 2^-62: returns the leading part and leaves the trailing part in `REST`. */
export function expDouble(x: number): number {
  const kd = x * STEPS_PER_E + TO_INTEGER - TO_INTEGER;
  const k = kd | 0;
  const j = (k & 127) << 1;
  const s = EXP_TABLE[j + 1]! * POWERS_OF_TWO[(k >> 7) + 1074]!;
  const p = s * (EXP_TABLE[j]! + expm1Small(x - kd * STEP_HIGH - kd * STEP_LOW));
  const high = s + p;
  REST[0] = s - high + p;
  return high;
}

/** 2 raised to `x`; exact for integers. */
export function exp2(x: number): number {
  if (Math.abs(x) < 1021) {
    const kd = x * 128 + TO_INTEGER - TO_INTEGER;
    const k = kd | 0;
    const j = (k & 127) << 1;
    const s = EXP_TABLE[j + 1]! * POWERS_OF_TWO[(k >> 7) + 1074]!;
    return s + s * (EXP_TABLE[j]! + expm1Small((x - kd * (1 / 128)) * Math.LN2));
  }
  if (x >= 1024) return Number.POSITIVE_INFINITY;
  if (x < -1076) return 0;
  const kd = x * 128 + TO_INTEGER - TO_INTEGER;
  return Number.isNaN(x) ? +x : +scaledResult(kd | 0, (x - kd * (1 / 128)) * Math.LN2, 0);
}

/** The amplitude factor of a level of `db` decibels, 10^(db/20); -Infinity gives 0. */
export function dbToGain(db: number): number {
  const kd = db * STEPS_PER_DB + TO_INTEGER - TO_INTEGER;
  const r = (db - kd * DB_HIGH - kd * DB_LOW) * NEPERS_PER_DB;
  if (Math.abs(db) < 6100) {
    const k = kd | 0;
    const j = (k & 127) << 1;
    const s = EXP_TABLE[j + 1]! * POWERS_OF_TWO[(k >> 7) + 1074]!;
    return s + s * (EXP_TABLE[j]! + expm1Small(r));
  }
  if (db > 6200) return Number.POSITIVE_INFINITY;
  if (db < -6500) return 0;
  return Number.isNaN(db) ? +db : +scaledResult(kd | 0, r, 0);
}
