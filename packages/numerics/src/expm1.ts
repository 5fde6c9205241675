/** expm1 without cancellation near zero; the table and the reduction are those of `exp.ts`. Error below 0.51 ulp. */

import { POWERS_OF_TWO, TO_INTEGER } from './bits.ts';
import { EXP_SERIES, exp, STEP_HIGH, STEP_LOW, STEPS_PER_E } from './exp.ts';
import { EXP_TABLE } from './tables/exp.generated.ts';

/** e^x - 1. */
export function expm1(x: number): number {
  if (!(x < 709)) return exp(x) - 1;
  if (x < -38) return -1;
  if (Math.abs(x) < 5e-17) return +x;
  const kd = x * STEPS_PER_E + TO_INTEGER - TO_INTEGER;
  const k = kd | 0;
  const j = (k & 127) << 1;
  const r0 = x - kd * STEP_HIGH;
  const w = kd * STEP_LOW;
  const r = r0 - w;
  const rLow = r0 - r - w;
  const s = EXP_TABLE[j + 1]! * POWERS_OF_TWO[(k >> 7) + 1074]!;
  // s - 1 with its rounding error (Knuth's two-sum), then plus r: exact, because |s - 1| is 0 or greater than |r|.
  const m = s - 1;
  const back = m - s;
  const mLow = s - (m - back) + (-1 - back);
  const high = m + r;
  const low = m - high + r + mLow;
  const r2 = r * r;
  const q =
    r2 * (EXP_SERIES[0]! + r * EXP_SERIES[1]! + r2 * (EXP_SERIES[2]! + r * EXP_SERIES[3]! + r2 * EXP_SERIES[4]!));
  const tail = EXP_TABLE[j]!;
  return high + (low + (m * r + s * (q + rLow + (tail + tail * r))));
}
