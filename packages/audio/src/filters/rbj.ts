/**
 * Biquad coefficients from R. Bristow-Johnson's "Cookbook formulae for audio EQ biquad filter coefficients". Designs work
 * on many frequencies at once: cosines and sines of the angular frequencies `2πf/sr` in, `b0 b1 b2 a1 a2` of each,
 * divided by `a0`, out, five by five. A call per frequency was half as fast, as its arguments went through the heap.
 */
import { pow } from '@speccade/numerics';
import { cosTurns, sinTurns } from '../dsp/sine.ts';

/** `b0 b1 b2 a1 a2`, once or many times. */
export type Coefficients = Float64Array;
/** Designs `count` sections of one Q. */
export type Design = (c: Float64Array, s: Float64Array, count: number, q: number, out: Coefficients) => void;

/** Lower resonances act as this one. */
const LOWEST_Q = 0.5;
/** Shelf slope, the cookbook's S. */
const SLOPE = 0.9;
const LARGEST_DB = 1000;

export function clampQ(resonance: number): number {
  return Math.max(resonance, LOWEST_Q);
}

export const lowpass: Design = (c, s, count, q, out) => {
  const width = 1 / (2 * q);
  for (let i = 0, at = 0; i < count; i++, at += 5) {
    const alpha = s[i]! * width;
    const scale = 1 / (1 + alpha);
    const b0 = ((1 - c[i]!) / 2) * scale;
    out[at] = b0;
    out[at + 1] = (1 - c[i]!) * scale;
    out[at + 2] = b0;
    out[at + 3] = -2 * c[i]! * scale;
    out[at + 4] = (1 - alpha) * scale;
  }
};

export const highpass: Design = (c, s, count, q, out) => {
  const width = 1 / (2 * q);
  for (let i = 0, at = 0; i < count; i++, at += 5) {
    const alpha = s[i]! * width;
    const scale = 1 / (1 + alpha);
    const b0 = ((1 + c[i]!) / 2) * scale;
    out[at] = b0;
    out[at + 1] = -(1 + c[i]!) * scale;
    out[at + 2] = b0;
    out[at + 3] = -2 * c[i]! * scale;
    out[at + 4] = (1 - alpha) * scale;
  }
};

/** 0 dB at the centre. */
export const bandpass: Design = (c, s, count, q, out) => {
  const width = 1 / (2 * q);
  for (let i = 0, at = 0; i < count; i++, at += 5) {
    const alpha = s[i]! * width;
    const scale = 1 / (1 + alpha);
    out[at] = alpha * scale;
    out[at + 1] = 0;
    out[at + 2] = -alpha * scale;
    out[at + 3] = -2 * c[i]! * scale;
    out[at + 4] = (1 - alpha) * scale;
  }
};

export const notch: Design = (c, s, count, q, out) => {
  const width = 1 / (2 * q);
  for (let i = 0, at = 0; i < count; i++, at += 5) {
    const alpha = s[i]! * width;
    const scale = 1 / (1 + alpha);
    const b1 = -2 * c[i]! * scale;
    out[at] = scale;
    out[at + 1] = b1;
    out[at + 2] = scale;
    out[at + 3] = b1;
    out[at + 4] = (1 - alpha) * scale;
  }
};

export const allpass: Design = (c, s, count, q, out) => {
  const width = 1 / (2 * q);
  for (let i = 0, at = 0; i < count; i++, at += 5) {
    const alpha = s[i]! * width;
    const scale = 1 / (1 + alpha);
    const b0 = (1 - alpha) * scale;
    const b1 = -2 * c[i]! * scale;
    out[at] = b0;
    out[at + 1] = b1;
    out[at + 2] = (1 + alpha) * scale;
    out[at + 3] = b1;
    out[at + 4] = b0;
  }
};

/** The cookbook's `A`, of at most {@link LARGEST_DB} either way: more would not be a number in its powers. */
function amplitudeOf(gainDb: number): number {
  return pow(10, Math.min(Math.max(gainDb, -LARGEST_DB), LARGEST_DB) / 40);
}

function normalize(b0: number, b1: number, b2: number, a0: number, a1: number, a2: number): Coefficients {
  const scale = 1 / a0;
  return Float64Array.of(b0 * scale, b1 * scale, b2 * scale, a1 * scale, a2 * scale);
}

/** A bell of the gain at the centre; `c` and `s` are cosine and sine of its angular frequency. */
export function peaking(c: number, s: number, q: number, gainDb: number): Coefficients {
  const amplitude = amplitudeOf(gainDb);
  const alpha = s / (2 * q);
  return normalize(
    1 + alpha * amplitude,
    -2 * c,
    1 - alpha * amplitude,
    1 + alpha / amplitude,
    -2 * c,
    1 - alpha / amplitude,
  );
}

/** `A` and `β` of both shelves. */
function shelf(s: number, gainDb: number): [amplitude: number, beta: number] {
  const amplitude = amplitudeOf(gainDb);
  const alpha = (s / 2) * Math.sqrt((amplitude + 1 / amplitude) * (1 / SLOPE - 1) + 2);
  return [amplitude, 2 * Math.sqrt(amplitude) * alpha];
}

export function lowShelf(c: number, s: number, gainDb: number): Coefficients {
  const [a, beta] = shelf(s, gainDb);
  return normalize(
    a * (a + 1 - (a - 1) * c + beta),
    2 * a * (a - 1 - (a + 1) * c),
    a * (a + 1 - (a - 1) * c - beta),
    a + 1 + (a - 1) * c + beta,
    -2 * (a - 1 + (a + 1) * c),
    a + 1 + (a - 1) * c - beta,
  );
}

export function highShelf(c: number, s: number, gainDb: number): Coefficients {
  const [a, beta] = shelf(s, gainDb);
  return normalize(
    a * (a + 1 + (a - 1) * c + beta),
    -2 * a * (a - 1 + (a + 1) * c),
    a * (a + 1 + (a - 1) * c - beta),
    a + 1 - (a - 1) * c + beta,
    2 * (a - 1 - (a + 1) * c),
    a + 1 - (a - 1) * c - beta,
  );
}

/** Coefficients of a design at a frequency in turns per sample. */
export function designAt(design: Design, turns: number, q: number): Coefficients {
  const out = new Float64Array(5);
  design(Float64Array.of(cosTurns(turns)), Float64Array.of(sinTurns(turns)), 1, q, out);
  return out;
}
