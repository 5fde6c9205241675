/**
 * `x` kept from `low` to `high`, or `high` where `low` is above it; NaN stays NaN. As `Math.min(Math.max(x, low), high)`,
 * but for −0, and for loops over samples: each of the two costs 7 ns until V8 has compiled a loop for the last time, which
 * most sounds are over before, and a comparison none.
 */
export function within(x: number, low: number, high: number): number {
  let kept = x;
  if (kept < low) kept = low;
  if (kept > high) kept = high;
  return kept;
}
