/** How a strike colours the first samples of what it sets off: it scales them, it is not convolved with anything. */
import type { Pcg32 } from '@speccade/numerics';

/** Weaker excitation leaves a sample as it is. */
const NOTICEABLE = 1e-4;

/** `click` at sample 0 plus `noise` times white noise that fades out over `count` samples. Draws `count` numbers. */
export function noiseBurst(count: number, click: number, noise: number, random: Pcg32): Float64Array {
  const burst = new Float64Array(count);
  random.fillBipolar(burst);
  for (let i = 0; i < count; i++) burst[i] = (i === 0 ? click : 0) + noise * burst[i]! * (1 - i / count);
  return burst;
}

/** Scales the samples `[start, end)`, in `out[0..]`, as far as the excitation `e` reaches, by `1 + depth·e[i]`. */
export function excite(out: Float64Array, start: number, end: number, e: Float64Array, depth: number): void {
  for (let i = start; i < Math.min(end, e.length); i++) {
    if (Math.abs(e[i]!) > NOTICEABLE) out[i - start] = out[i - start]! * (1 + depth * e[i]!);
  }
}
