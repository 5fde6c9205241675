/** sinh and cosh, with errors below 0.8 ulp. */

import { REST } from './bits.ts';
import { expDouble, expShifted } from './exp.ts';

/** The hyperbolic sine. */
export function sinh(x: number): number {
  const a = Math.abs(x);
  if (a < 1) {
    const z = x * x;
    const head = 1 / 6 + z * (1 / 120 + z * (1 / 5040 + z * (1 / 362880)));
    const z4 = z * z * z * z;
    const tail = 1 / 39916800 + z * (1 / 6227020800 + z * (1 / 1307674368000 + z * (1 / 355687428096000)));
    return x + x * z * (head + z4 * tail);
  }
  if (a > 22) return x < 0 ? -expShifted(a, -1) : +expShifted(a, -1);
  const e = expDouble(a);
  const low = REST[0]!;
  const inverse = 1 / e;
  const difference = e - inverse;
  const y = 0.5 * (difference + (e - difference - inverse + low * (1 + inverse * inverse)));
  return x < 0 ? -y : y;
}

/** The hyperbolic cosine. */
export function cosh(x: number): number {
  const a = Math.abs(x);
  if (a > 22) return +expShifted(a, -1);
  const e = expDouble(a);
  const inverse = 1 / e;
  return 0.5 * (e + (REST[0]! * (1 - inverse * inverse) + inverse));
}
