/** Multiplies the first `count` samples of `x` by those of `y`. */
export function multiply(x: Float64Array, y: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) x[k] = x[k]! * y[k]!;
}
