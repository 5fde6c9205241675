/**
 * Values that glide over a number of samples: linear, exponential, or a `1 − e^(−3p)` approach ("logarithmic").
 * The exponentials run as a product that is started anew from the formula every few samples, so its error stays below
 * 1e-14 relative and no result depends on where a block starts.
 */
import { exp, pow } from '@speccade/numerics';
import type { SweepCurve } from '@speccade/spec/kinds/audio_v1';

/** Writes values `[start, end)` to `out[0..end−start)`. */
export type Glide = (out: Float64Array, start: number, end: number) => void;

/** Samples between two values computed by formula; starts are multiples of it. */
const STRIDE = 32;

/** From `a` at sample 0 to `b` at sample `span`. Exponential with a bound that is not positive goes linear. */
export function createGlide(a: number, b: number, curve: SweepCurve, span: number): Glide {
  switch (curve) {
    case 'linear':
      return linear(a, b, span);
    case 'exponential':
      return a > 0 && b > 0 ? exponential(a, b, span) : linear(a, b, span);
    case 'logarithmic':
      return logarithmic(a, b, span);
  }
}

function linear(a: number, b: number, span: number): Glide {
  return (out, start, end) => {
    for (let i = start; i < end; i++) out[i - start] = a + (b - a) * (i / span);
  };
}

/** `a·(b/a)^(i/span)`; NaN where the ratio is negative. */
export function exponential(a: number, b: number, span: number): Glide {
  const ratio = b / a;
  const step = pow(ratio, 1 / span);
  return strided((i) => a * pow(ratio, i / span), step);
}

function logarithmic(a: number, b: number, span: number): Glide {
  const decay = strided((i) => exp(-3 * (i / span)), exp(-3 / span));
  return (out, start, end) => {
    decay(out, start, end);
    for (let k = 0; k < end - start; k++) out[k] = a + (b - a) * (1 - out[k]!);
  };
}

function strided(valueAt: (i: number) => number, step: number): Glide {
  return (out, start, end) => {
    let i = start;
    while (i < end) {
      const anchor = i - (i % STRIDE);
      const stop = Math.min(anchor + STRIDE, end);
      let value = valueAt(anchor);
      for (let j = anchor; j < i; j++) value *= step;
      for (; i < stop; i++) {
        out[i - start] = value;
        value *= step;
      }
    }
  };
}
