/**
 * A finished signal with its pitch bent by frequency ratios: it is read at a speed that follows `ratios`, scaled so
 * that the end stays the end. Linear interpolation. Signals of one sample or none stay as they are.
 */
export function bend(x: Float64Array, ratios: Float64Array): Float64Array {
  const last = x.length - 1;
  if (last < 1) return x;
  let sum = 0;
  for (let j = 0; j < last; j++) sum += ratios[j]!;
  const scale = last / sum;
  const y = new Float64Array(x.length);
  y[0] = x[0]!;
  let position = 0;
  for (let j = 0; j < last; j++) {
    position += ratios[j]! * scale;
    const at = Math.min(Math.max(position, 0), last);
    const k = Math.min(Math.floor(at), last - 1);
    const f = at - k;
    y[j + 1] = (1 - f) * x[k]! + f * x[k + 1]!;
  }
  return y;
}
