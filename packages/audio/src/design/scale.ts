/** On which scale a parameter is heard, and steps along it. */
import { exp2, log2 } from '@speccade/numerics';

/**
 * `log`: equal ratios sound equally far; the sign stays. `loss`: the same of what is missing to 1, for feedback and
 * resonance. `linear`: equal differences.
 */
export type Scale = 'log' | 'loss' | 'linear';

/** `value` moved by `distance`: octaves for `log` and `loss`, units for `linear`. */
export function moved(value: number, distance: number, scale: Scale): number {
  if (scale === 'linear') return value + distance;
  return scale === 'log' ? value * exp2(distance) : 1 - (1 - value) * exp2(-distance);
}

/** The value at `at` (0 to 1) of the way from `a` to `b`; straight where the scale has no way between the two. */
export function between(a: number, b: number, at: number, scale: Scale): number {
  if (a === b) return a;
  if (scale === 'log' && a * b > 0) return a * exp2(at * log2(b / a));
  if (scale === 'loss' && a < 1 && b < 1) return 1 - (1 - a) * exp2(at * log2((1 - b) / (1 - a)));
  return a + at * (b - a);
}
