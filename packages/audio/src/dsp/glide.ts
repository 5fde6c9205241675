/**
 * Values that glide over a number of samples: linear, exponential, or a `1 − e^(−3p)` approach ("logarithmic").
 * The exponentials run as a product that is started anew from the formula every few samples, so its error stays below
 * 1e-14 relative and no result depends on where a block starts.
 */
import { exp, pow } from '@speccade/numerics';
import type { SweepCurve } from '@speccade/spec/kinds/audio_v1';
import { keepWarm } from '../keep-warm.ts';

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
  const line = Float64Array.of(a, b - a, span);
  return (out, start, end) => fillLine(out, start, end, line);
}

function fillLine(out: Float64Array, start: number, end: number, line: Float64Array): void {
  const a = line[0]!;
  const rise = line[1]!;
  const span = line[2]!;
  for (let i = start; i < end; i++) out[i - start] = a + rise * (i / span);
}

/** `a·(b/a)^(i/span)`; NaN where the ratio is negative. */
export function exponential(a: number, b: number, span: number): Glide {
  const ratio = b / a;
  const step = pow(ratio, 1 / span);
  return strided((i) => a * pow(ratio, i / span), step);
}

function logarithmic(a: number, b: number, span: number): Glide {
  const decay = strided((i) => exp(-3 * (i / span)), exp(-3 / span));
  const line = Float64Array.of(a, b - a);
  return (out, start, end) => {
    decay(out, start, end);
    approach(out, end - start, line);
  };
}

function approach(x: Float64Array, count: number, line: Float64Array): void {
  const a = line[0]!;
  const rise = line[1]!;
  for (let k = 0; k < count; k++) x[k] = a + rise * (1 - x[k]!);
}

function strided(valueAt: (i: number) => number, step: number): Glide {
  /** The value that a stretch starts with, and the factor from one to the next. */
  const run = Float64Array.of(0, step);
  return keepWarm('glide', (out, start, end) => {
    for (let i = start; i < end; ) {
      const anchor = i - (i % STRIDE);
      const stop = Math.min(anchor + STRIDE, end);
      run[0] = valueAt(anchor);
      multiplyOn(out, i - anchor, i - start, stop - start, run);
      i = stop;
    }
  });
}

/** Writes the values after the first `skip` to `out[from..to)`. */
function multiplyOn(out: Float64Array, skip: number, from: number, to: number, run: Float64Array): void {
  let value = run[0]!;
  const step = run[1]!;
  for (let j = 0; j < skip; j++) value *= step;
  for (let k = from; k < to; k++) {
    out[k] = value;
    value *= step;
  }
}
