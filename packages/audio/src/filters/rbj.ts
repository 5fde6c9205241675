/**
 * Biquad coefficients from R. Bristow-Johnson's "Cookbook formulae for audio EQ biquad filter coefficients".
 * Each design writes `b0 b1 b2 a1 a2`, divided by `a0`, into `out[at..at + 4]`; `c` and `s` are cosine and sine of the
 * angular frequency `2πf/sr`.
 */
import { pow } from '@speccade/numerics';
import { cosTurns, sinTurns } from '../dsp/sine.ts';

export type Coefficients = Float64Array;
export type Design = (c: number, s: number, q: number, out: Coefficients, at: number) => void;

/** Lower resonances act as this one. */
const LOWEST_Q = 0.5;
/** Shelf slope, the cookbook's S. */
const SLOPE = 0.9;

export function clampQ(resonance: number): number {
  return Math.max(resonance, LOWEST_Q);
}

function write(
  out: Coefficients,
  at: number,
  b0: number,
  b1: number,
  b2: number,
  a0: number,
  a1: number,
  a2: number,
): void {
  const scale = 1 / a0;
  out[at] = b0 * scale;
  out[at + 1] = b1 * scale;
  out[at + 2] = b2 * scale;
  out[at + 3] = a1 * scale;
  out[at + 4] = a2 * scale;
}

export const lowpass: Design = (c, s, q, out, at) => {
  const alpha = s / (2 * q);
  write(out, at, (1 - c) / 2, 1 - c, (1 - c) / 2, 1 + alpha, -2 * c, 1 - alpha);
};

export const highpass: Design = (c, s, q, out, at) => {
  const alpha = s / (2 * q);
  write(out, at, (1 + c) / 2, -(1 + c), (1 + c) / 2, 1 + alpha, -2 * c, 1 - alpha);
};

/** 0 dB at the centre. */
export const bandpass: Design = (c, s, q, out, at) => {
  const alpha = s / (2 * q);
  write(out, at, alpha, 0, -alpha, 1 + alpha, -2 * c, 1 - alpha);
};

export const notch: Design = (c, s, q, out, at) => {
  const alpha = s / (2 * q);
  write(out, at, 1, -2 * c, 1, 1 + alpha, -2 * c, 1 - alpha);
};

export const allpass: Design = (c, s, q, out, at) => {
  const alpha = s / (2 * q);
  write(out, at, 1 - alpha, -2 * c, 1 + alpha, 1 + alpha, -2 * c, 1 - alpha);
};

/** A bell of the gain at the centre. */
export function peaking(c: number, s: number, q: number, gainDb: number, out: Coefficients): void {
  const amplitude = pow(10, gainDb / 40);
  const alpha = s / (2 * q);
  write(
    out,
    0,
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
  const amplitude = pow(10, gainDb / 40);
  const alpha = (s / 2) * Math.sqrt((amplitude + 1 / amplitude) * (1 / SLOPE - 1) + 2);
  return [amplitude, 2 * Math.sqrt(amplitude) * alpha];
}

export function lowShelf(c: number, s: number, gainDb: number, out: Coefficients): void {
  const [a, beta] = shelf(s, gainDb);
  write(
    out,
    0,
    a * (a + 1 - (a - 1) * c + beta),
    2 * a * (a - 1 - (a + 1) * c),
    a * (a + 1 - (a - 1) * c - beta),
    a + 1 + (a - 1) * c + beta,
    -2 * (a - 1 + (a + 1) * c),
    a + 1 + (a - 1) * c - beta,
  );
}

export function highShelf(c: number, s: number, gainDb: number, out: Coefficients): void {
  const [a, beta] = shelf(s, gainDb);
  write(
    out,
    0,
    a * (a + 1 + (a - 1) * c + beta),
    -2 * a * (a - 1 + (a + 1) * c),
    a * (a + 1 + (a - 1) * c - beta),
    a + 1 - (a - 1) * c + beta,
    2 * (a - 1 - (a + 1) * c),
    a + 1 - (a - 1) * c - beta,
  );
}

/** Coefficients of a design at a frequency in Hz. */
export function designAt(design: Design, frequency: number, sampleRate: number, q: number): Coefficients {
  const out = new Float64Array(5);
  design(cosTurns(frequency / sampleRate), sinTurns(frequency / sampleRate), q, out, 0);
  return out;
}
