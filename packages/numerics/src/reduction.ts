/**
 * Argument reduction for sin, cos and tan where the fast way is not precise enough: magnitudes above 2^22 and
 * arguments next to a multiple of pi/128.
 *
 * Source of the method: M. H. Payne and R. N. Hanek, "Radian reduction for trigonometric functions", SIGNUM 18 (1983):
 * multiply by just those bits of 1/(2 pi) that matter for the fraction of a turn. 24-bit limbs make every product and
 * every sum of four products exact in a double.
 */

import { DOUBLE, HIGH, POWERS_OF_TWO, productError, WORDS } from './bits.ts';
import { INVERSE_TWO_PI } from './tables/inverse-two-pi.generated.ts';

const LIMB = 16777216;
const LIMB_INVERSE = 1 / LIMB;

/** Limbs behind the point that are kept: 192 bits, of which at most 62 + 8 can cancel. */
const LIMBS = 8;

/** pi/128 as high + low. */
const STEP_HIGH = 0.02454369260617026;
const STEP_LOW = 9.567553118338697e-19;

const argument = /* @__PURE__ */ new Float64Array(4);
const turn = /* @__PURE__ */ new Float64Array(LIMBS + 1);

/**
 * Writes x = k pi/128 + r with |r| <= pi/256 and k modulo 256, for a finite x with |x| >= 2^-26.
 *
 * @param out receives r as high and low part in `out[0]` and `out[1]`
 * @returns k, from 0 to 255
 */
export function reduceExactly(x: number, out: Float64Array): number {
  multiplyByInverseTurn(splitArgument(Math.abs(x)));

  // 256 turns' fraction = k + g, g in [-1/2, 1/2]: k is the top byte, rounded.
  const top = turn[1]!;
  let k = Math.floor(top / 65536);
  turn[1] = top - k * 65536;
  const negative = turn[1]! >= 32768;
  if (negative) {
    k += 1;
    complement();
  }
  // The leading nonzero limb and the three after it: at least 73 significant bits.
  let first = 1;
  while (first < LIMBS - 3 && turn[first] === 0) first++;
  const unit = POWERS_OF_TWO[1074 + 8 - 24 * first]!;
  const gHigh = (turn[first]! + turn[first + 1]! * LIMB_INVERSE) * unit;
  const gLow = (turn[first + 2]! + turn[first + 3]! * LIMB_INVERSE) * (unit * LIMB_INVERSE * LIMB_INVERSE);
  const product = gHigh * STEP_HIGH;
  const low = productError(gHigh, STEP_HIGH, product) + (gHigh * STEP_LOW + gLow * STEP_HIGH);
  const rHigh = product + low;
  const rLow = product - rHigh + low;
  const flip = negative !== x < 0;
  out[0] = flip ? -rHigh : rHigh;
  out[1] = flip ? -rLow : rLow;
  return (x < 0 ? -k : k) & 255;
}

/** Cuts x >= 2^-26 into four limbs, lowest first; returns q with x = limbs * 2^(24 q). */
function splitArgument(x: number): number {
  DOUBLE[0] = x;
  const exponent = (WORDS[HIGH]! >>> 20) - 1075;
  const q = Math.floor(exponent / 24);
  // The integer of 53 bits is shifted left by 0 to 23 in pieces of 24 bits, which is exact.
  const integer = x * POWERS_OF_TWO[1074 - exponent]!;
  const shift = POWERS_OF_TWO[1074 + exponent - 24 * q]!;
  const high = Math.floor(integer / LIMB);
  let carry = (integer - high * LIMB) * shift;
  const c0 = Math.floor(carry * LIMB_INVERSE);
  argument[0] = carry - c0 * LIMB;
  const middle = Math.floor(high / LIMB);
  carry = (high - middle * LIMB) * shift + c0;
  const c1 = Math.floor(carry * LIMB_INVERSE);
  argument[1] = carry - c1 * LIMB;
  carry = middle * shift + c1;
  const c2 = Math.floor(carry * LIMB_INVERSE);
  argument[2] = carry - c2 * LIMB;
  argument[3] = c2;
  return q;
}

/** turn[1..LIMBS] = fraction of argument * 2^(24 q) / (2 pi), 24 bits each, the most significant first. */
function multiplyByInverseTurn(q: number): void {
  let carry = 0;
  for (let p = LIMBS; p >= 1; p--) {
    let sum = carry;
    for (let i = 0; i < 4; i++) {
      const j = p - 1 + q + i;
      if (j >= 0) sum += argument[i]! * INVERSE_TWO_PI[j]!;
    }
    carry = Math.floor(sum * LIMB_INVERSE);
    turn[p] = sum - carry * LIMB;
  }
}

/** Replaces the 184 bits below k's byte by one unit of k minus themselves. */
function complement(): void {
  let borrow = 0;
  for (let p = LIMBS; p >= 1; p--) {
    const digit = (p === 1 ? 65536 : LIMB) - turn[p]! - borrow;
    borrow = p > 1 && digit < LIMB ? 1 : 0;
    turn[p] = p > 1 && digit === LIMB ? 0 : digit;
  }
}
