/** Tone: levels and curves of gray values. */
import { pow } from '@speccade/numerics';
import type { BandOperation } from './types.ts';

export const levels: BandOperation<'levels'> = {
  bands({ in_low, in_high, gamma, out_low, out_high }) {
    const span = in_high - in_low;
    const range = out_high - out_low;
    return (out, inputs, { count }) => {
      const a = inputs[0]!;
      for (let k = 0; k < count; k++) {
        const t = Math.min(Math.max((a[k]! - in_low) / span, 0), 1);
        out[k] = out_low + range * (gamma === 1 ? t : pow(t, 1 / gamma));
      }
    };
  },
};

/**
 * A curve through the points that rises and falls only where they do (F. Fritsch and R. Carlson, "Monotone piecewise cubic
 * interpolation", 1980); level beyond the first and the last.
 */
export const curves: BandOperation<'curves'> = {
  bands({ points }) {
    const xs = Float64Array.from(points, ([x]) => x);
    const ys = Float64Array.from(points, ([, y]) => y);
    const slopes = monotoneSlopes(xs, ys);
    return (out, inputs, { count }) => curveBand(out, inputs[0]!, count, xs, ys, slopes);
  },
};

function monotoneSlopes(xs: Float64Array, ys: Float64Array): Float64Array {
  const n = xs.length;
  const secants = Float64Array.from({ length: n - 1 }, (_, k) => (ys[k + 1]! - ys[k]!) / (xs[k + 1]! - xs[k]!));
  const slopes = new Float64Array(n);
  slopes[0] = secants[0]!;
  slopes[n - 1] = secants[n - 2]!;
  for (let k = 1; k < n - 1; k++) {
    const [a, b] = [secants[k - 1]!, secants[k]!];
    slopes[k] = a * b <= 0 ? 0 : (a + b) / 2;
  }
  for (let k = 0; k < n - 1; k++) {
    const secant = secants[k]!;
    if (secant === 0) {
      slopes[k] = 0;
      slopes[k + 1] = 0;
      continue;
    }
    const a = slopes[k]! / secant;
    const b = slopes[k + 1]! / secant;
    const length = Math.sqrt(a * a + b * b);
    if (length > 3) {
      slopes[k] = ((3 * a) / length) * secant;
      slopes[k + 1] = ((3 * b) / length) * secant;
    }
  }
  return slopes;
}

function curveBand(
  out: Float64Array,
  a: Float64Array,
  count: number,
  xs: Float64Array,
  ys: Float64Array,
  slopes: Float64Array,
): void {
  const last = xs.length - 1;
  for (let k = 0; k < count; k++) {
    const v = a[k]!;
    if (!(v > xs[0]!)) {
      out[k] = ys[0]!;
      continue;
    }
    if (v >= xs[last]!) {
      out[k] = ys[last]!;
      continue;
    }
    let from = 0;
    let to = last;
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (xs[middle]! <= v) from = middle;
      else to = middle;
    }
    const h = xs[from + 1]! - xs[from]!;
    const t = (v - xs[from]!) / h;
    const s = 1 - t;
    out[k] =
      ys[from]! * (1 + 2 * t) * s * s +
      slopes[from]! * h * t * s * s +
      ys[from + 1]! * t * t * (3 - 2 * t) -
      slopes[from + 1]! * h * t * t * s;
  }
}
