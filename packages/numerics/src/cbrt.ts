/** The cube root, without a division; error below 0.6 ulp. */

import { DOUBLE, HIGH, MIN_NORMAL, POWERS_OF_TWO, WORDS } from './bits.ts';

/** 2^(-j/3). */
const ROOTS = /* @__PURE__ */ new Float64Array([1, 0.7937005259840998, 0.6299605249474366]);

/** The real cube root of `x`; it has the sign of `x`. */
export function cbrt(x: number): number {
  const a = Math.abs(x);
  if (!(a >= MIN_NORMAL && a <= Number.MAX_VALUE)) {
    // 2^54 has the root 2^18.
    return a > 0 && a < MIN_NORMAL ? cbrt(x * 18014398509481984) * (1 / 262144) : x;
  }
  DOUBLE[0] = a;
  // 1023 is 3 * 341, so a = m 2^j 8^(q - 341) with m in [1, 2).
  const biased = WORDS[HIGH]! >>> 20;
  const q = (biased / 3) | 0;
  const j = biased - 3 * q;
  const m = a * POWERS_OF_TWO[1074 + 1023 - biased]!;
  const z = m * POWERS_OF_TWO[1074 + j]!;
  // u = z^(-1/3): cubic interpolation (3e-4), then one step of third order (1e-10).
  const u0 = (1.53776 + m * (-0.801275 + m * (0.311847 - m * 0.0486331))) * ROOTS[j]!;
  const e = 1 - z * u0 * u0 * u0;
  const u = u0 + u0 * e * (1 / 3 + e * (2 / 9));
  // t: the root in 24 bits, so that t * t is exact, and t * t * t in two pieces; then the series of (1 - d)^(-1/3).
  const t = Math.fround(z * u * u);
  const square = t * t;
  const squareHigh = Math.fround(square);
  const d = (z - squareHigh * t - (square - squareHigh) * t) * u * u * u;
  const root = (t + t * (d * (1 / 3 + d * (2 / 9)))) * POWERS_OF_TWO[1074 + q - 341]!;
  return x < 0 ? -root : root;
}
