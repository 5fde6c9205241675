/**
 * tanh, with an error below 0.85 ulp and one division: tanh(c + r) = (T + t) / (1 + T t) with c a multiple of 1/16,
 * T = tanh c from a table and t = tanh r from its Taylor series. No exponential, hence no overflow and no cancellation.
 */

import { TANH_TABLE } from './tables/tanh.generated.ts';

/** The hyperbolic tangent. */
export function tanh(x: number): number {
  const a = Math.abs(x);
  if (a < 3.7e-9) return +x;
  if (a < 20) {
    const i = (a * 16 + 0.5) | 0;
    const r = a - i * 0.0625;
    const z = r * r;
    const bend = r * z * (-1 / 3 + z * (2 / 15 + z * (-17 / 315 + z * (62 / 2835))));
    const t = r + bend;
    const base = TANH_TABLE[2 * i]!;
    // T + r is exact with its rest; what the division contributes is scaled down by t T.
    const high = base + r;
    const y = high + (base - high + r + (TANH_TABLE[2 * i + 1]! + (bend - (t * base * (base + t)) / (1 + base * t))));
    return x < 0 ? -y : y;
  }
  return Number.isNaN(a) ? +x : x < 0 ? -1 : 1;
}
