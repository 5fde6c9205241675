/**
 * sin, cos and tan, for every double, with errors below 0.72 ulp.
 *
 * x = k pi/128 + r with |r| <= pi/256; the table holds sin(k pi/128) to about 2^-108 for a whole turn, so there is no
 * branch on the quadrant. Up to |x| = 2^22 the reduction subtracts k times pi/128 in three parts (W. J. Cody and
 * W. Waite, "Software Manual for the Elementary Functions", 1980); above, and where r comes out tiny, `reduction.ts`
 * takes over. The argument is in radians throughout.
 */

import { TO_INTEGER } from './bits.ts';
import { reduceExactly } from './reduction.ts';
import { QUARTER_SINE } from './tables/sine.generated.ts';

const STEPS_PER_RADIAN = 40.74366543152521;

/** pi/128: 25 bits, 24 bits, and the rest. Products of the first two with k < 2^28 are exact. */
const STEP_1 = 0.024543692357838154;
const STEP_2 = 2.4833210487962276e-10;
const STEP_3 = 9.567553118338697e-19;

const FAST_LIMIT = 4194304;

/** Below it, what k STEP_3 drops could be seen in r; also the bound under which sin x = x (1 - x^2 / 6). */
const REST_LIMIT = 5.9604644775390625e-8;

/**
 * Four numbers per k: sin(k pi/128) as high and low part, then cos(k pi/128) as its nearest integer (-1, 0 or 1) and
 * the rest. The integer makes its product with r exact, which matters where the sine is small.
 */
const TURN = /* @__PURE__ */ (() => {
  const sine = (k: number, part: 0 | 1) => {
    const half = k & 127;
    const value = QUARTER_SINE[2 * (half > 64 ? 128 - half : half) + part]!;
    return k & 128 ? 0 - value : value;
  };
  const table = new Float64Array(4 * 256);
  for (let k = 0; k < 256; k++) {
    const cosine = sine(k + 64, 0);
    const whole = Math.abs(cosine) < 0.5 ? 0 : Math.sign(cosine);
    table.set([sine(k, 0), sine(k, 1), whole, cosine - whole], 4 * k);
  }
  return table;
})();

const reduced = /* @__PURE__ */ new Float64Array(4);

/** sin(k pi/128 + r + rLow). */
function sineAt(k: number, r: number, rLow: number): number {
  const j = (k & 255) << 2;
  const s = TURN[j]!;
  const whole = TURN[j + 2]!;
  const part = TURN[j + 3]!;
  const z = r * r;
  const t = whole * r;
  const high = s + t;
  const sineRest = r * z * (-1 / 6 + z * (1 / 120 - z * (1 / 5040)));
  const cosineRest = z * (-0.5 + z * (1 / 24 - z * (1 / 720)));
  return high + (s - high + t + (TURN[j + 1]! + (whole + part) * (sineRest + rLow) + (part * r + s * cosineRest)));
}

/** The sine of `x` radians. */
export function sin(x: number): number {
  if (Math.abs(x) < FAST_LIMIT) {
    const kd = x * STEPS_PER_RADIAN + TO_INTEGER - TO_INTEGER;
    const r2 = x - kd * STEP_1 - kd * STEP_2;
    if (Math.abs(r2) > REST_LIMIT) {
      const w = kd * STEP_3;
      const r = r2 - w;
      return sineAt(kd | 0, r, r2 - r - w);
    }
    if (kd === 0) return x === 0 ? +x : x - x * (x * x * (1 / 6));
  }
  if (!(Math.abs(x) <= Number.MAX_VALUE)) return Number.NaN;
  return +sineAt(reduceExactly(x, reduced), reduced[0]!, reduced[1]!);
}

/** The cosine of `x` radians. */
export function cos(x: number): number {
  if (Math.abs(x) < FAST_LIMIT) {
    const kd = x * STEPS_PER_RADIAN + TO_INTEGER - TO_INTEGER;
    const r2 = x - kd * STEP_1 - kd * STEP_2;
    if (Math.abs(r2) > REST_LIMIT) {
      const w = kd * STEP_3;
      const r = r2 - w;
      return +sineAt((kd | 0) + 64, r, r2 - r - w);
    }
    if (kd === 0) return 1 - x * x * 0.5;
  }
  if (!(Math.abs(x) <= Number.MAX_VALUE)) return Number.NaN;
  return +sineAt(reduceExactly(x, reduced) + 64, reduced[0]!, reduced[1]!);
}

/** The tangent of `x` radians. */
export function tan(x: number): number {
  if (Math.abs(x) < FAST_LIMIT) {
    const kd = x * STEPS_PER_RADIAN + TO_INTEGER - TO_INTEGER;
    const r2 = x - kd * STEP_1 - kd * STEP_2;
    if (Math.abs(r2) > REST_LIMIT) {
      const w = kd * STEP_3;
      const r = r2 - w;
      return +tangentAt(kd | 0, r, r2 - r - w);
    }
    if (kd === 0) return x + x * (x * x * (1 / 3));
  }
  if (!(Math.abs(x) <= Number.MAX_VALUE)) return Number.NaN;
  return +tangentAt(reduceExactly(x, reduced), reduced[0]!, reduced[1]!);
}

/**
 * tan(k pi/128 + r + rLow): sine over cosine, both as high + low, and what the division left. 0.95 of the host's speed;
 * it was 0.67 with all of it in one function, which V8 finds too long to inline.
 */
function tangentAt(k: number, r: number, rLow: number): number {
  const j = (k & 255) << 2;
  const i = ((k + 64) & 255) << 2;
  const z = r * r;
  const sineRest = r * z * (-1 / 6 + z * (1 / 120 - z * (1 / 5040))) + rLow;
  const cosineRest = z * (-0.5 + z * (1 / 24 - z * (1 / 720)));
  const top = TURN[j]! + TURN[j + 2]! * r;
  const topLow = lowAt(j, top, r, TURN[i]! * sineRest, cosineRest);
  const bottom = TURN[i]! + TURN[i + 2]! * r;
  const bottomLow = lowAt(i, bottom, r, -TURN[j]! * sineRest, cosineRest);
  const inverse = 1 / (bottom + bottomLow);
  const q = (top + topLow) * inverse;
  // Heads of 24 bits: their product is exact, and so is its difference from `top`.
  const qHead = Math.fround(q);
  const head = Math.fround(bottom);
  const rest = top - qHead * head + (topLow - (q - qHead) * head - q * (bottom - head + bottomLow));
  return q + rest * inverse;
}

/** What `high`, s + whole * r of the row at j, lacks of the sine; `bend` is the cosine times (sin r - r). */
function lowAt(j: number, high: number, r: number, bend: number, cosineRest: number): number {
  const s = TURN[j]!;
  return s - high + TURN[j + 2]! * r + (TURN[j + 1]! + bend + (TURN[j + 3]! * r + s * cosineRest));
}
