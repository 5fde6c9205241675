/** Adds `gains[g]` times the first `count` samples of `x` to `sum`. */
export function accumulate(sum: Float64Array, x: Float64Array, count: number, gains: Float64Array, g = 0): void {
  const gain = gains[g]!;
  for (let k = 0; k < count; k++) sum[k] = sum[k]! + gain * x[k]!;
}
