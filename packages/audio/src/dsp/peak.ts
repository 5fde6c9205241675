/** The largest magnitude of `x[0..end)`; NaN does not count. */
export function peakOf(x: Float64Array, end: number = x.length): number {
  let peak = 0;
  for (let i = 0; i < end; i++) {
    const a = Math.abs(x[i]!);
    if (a > peak) peak = a;
  }
  return peak;
}
