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
  const power = Float64Array.of(a, ratio, span, pow(ratio, 1 / span));
  return keepWarm('exponential glide', (out, start, end) => fillPower(out, start, end, power));
}

function logarithmic(a: number, b: number, span: number): Glide {
  const decay = Float64Array.of(span, exp(-3 / span));
  const line = Float64Array.of(a, b - a);
  return keepWarm('logarithmic glide', (out, start, end) => {
    fillDecay(out, start, end, decay);
    approach(out, end - start, line);
  });
}

function approach(x: Float64Array, count: number, line: Float64Array): void {
  const a = line[0]!;
  const rise = line[1]!;
  for (let k = 0; k < count; k++) x[k] = a + rise * (1 - x[k]!);
}

/*
 * The loops are functions of their own, no closures: those of a sound are made anew for it, and start without what the
 * engine has learnt from the sound before until as many sounds have been made as make it keep that for the closure.
 */

function fillPower(out: Float64Array, start: number, end: number, power: Float64Array): void {
  const a = power[0]!;
  const ratio = power[1]!;
  const span = power[2]!;
  const step = power[3]!;
  for (let i = start; i < end; ) {
    const anchor = i - (i % STRIDE);
    const stop = Math.min(anchor + STRIDE, end);
    let value = a * pow(ratio, anchor / span);
    for (let j = anchor; j < i; j++) value *= step;
    for (; i < stop; i++) {
      out[i - start] = value;
      value *= step;
    }
  }
}

function fillDecay(out: Float64Array, start: number, end: number, decay: Float64Array): void {
  const span = decay[0]!;
  const step = decay[1]!;
  for (let i = start; i < end; ) {
    const anchor = i - (i % STRIDE);
    const stop = Math.min(anchor + STRIDE, end);
    let value = exp(-3 * (anchor / span));
    for (let j = anchor; j < i; j++) value *= step;
    for (; i < stop; i++) {
      out[i - start] = value;
      value *= step;
    }
  }
}
