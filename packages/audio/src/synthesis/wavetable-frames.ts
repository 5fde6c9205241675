/** The six wavetables as formulas: 64 frames of 256 samples each, from which all else is made. */
import { exp2 } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { sinTurns } from '../dsp/sine.ts';

export type TableName = Extract<Synthesis, { type: 'wavetable' }>['table'];

export const FRAMES = 64;
export const FRAME_SIZE = 256;

/** A sample at `x` turns of the frame at `tau`; both from 0 to 1. */
type Formula = (tau: number, x: number) => number;

const clip = (v: number) => Math.min(Math.max(v, -1), 1);
const mix = (a: number, b: number, m: number) => (1 - m) * a + m * b;
const rising = (x: number) => 2 * x - 1;
const squareOf = (x: number) => (x < 0.5 ? 1 : -1);

/** Formants in Hz at a quarter of the table each, for a fundamental of 100 Hz. */
const VOWELS: readonly (readonly [number, number])[] = [
  [800, 1200],
  [400, 2000],
  [500, 1000],
  [600, 1500],
  [700, 1800],
];
const FUNDAMENTAL = 100;

/** Drawbars: ratio and amplitude at `tau`. */
const DRAWBARS: readonly (readonly [ratio: number, amplitude: (tau: number) => number])[] = [
  [0.5, (tau) => 0.5 + 0.5 * tau],
  [1, () => 0.8],
  [2, (tau) => 0.3 + 0.4 * tau],
  [3, () => 0.2],
  [4, (tau) => 0.4 * (1 - tau)],
  [5, () => 0.2],
  [6, (tau) => 0.3 * tau],
  [8, () => 0.1],
  [10, (tau) => 0.2 * (1 - tau)],
];

const FORMULAS: Readonly<Record<TableName, Formula>> = {
  /** From a sine to a sawtooth, to a square, to a narrow pulse. */
  basic(tau, x) {
    if (tau < 0.33) return mix(sinTurns(x), rising(x), tau / 0.33);
    if (tau < 0.66) return mix(rising(x), squareOf(x), (tau - 0.33) / 0.33);
    return x < 0.5 - (0.4 * (tau - 0.66)) / 0.34 ? 1 : -1;
  },
  /** A sawtooth that grows to nine harmonics. */
  analog(tau, x) {
    let sum = 0;
    for (let h = 1; h <= Math.floor(8 * tau) + 1; h++) sum += sinTurns(h * x) / h;
    return clip(0.5 * sum);
  },
  /** Bright, clipped and quantised to fewer and fewer bits. */
  digital(tau, x) {
    let sum = 0;
    for (let h = 1; h <= Math.min(Math.floor(16 * tau) + 4, 32); h++) sum += sinTurns(h * x) / Math.sqrt(h);
    const steps = exp2(16 - 8 * tau);
    const scaled = sum * steps;
    return clip((scaled < 0 ? -Math.round(-scaled) : Math.round(scaled)) / steps);
  },
  pwm: (tau, x) => (x < 0.05 + 0.9 * tau ? 1 : -1),
  /** Two partials that are no harmonics, so the cycle does not close. */
  formant(tau, x) {
    const at = 4 * tau;
    const from = Math.min(Math.floor(at), 3);
    const [a1, a2] = VOWELS[from]!;
    const [b1, b2] = VOWELS[from + 1]!;
    const f1 = a1 + (b1 - a1) * (at - from);
    const f2 = a2 + (b2 - a2) * (at - from);
    return clip(sinTurns(x) + 0.5 * sinTurns((x * f1) / FUNDAMENTAL) + 0.3 * sinTurns((x * f2) / FUNDAMENTAL));
  },
  organ(tau, x) {
    let sum = 0;
    for (const [ratio, amplitude] of DRAWBARS) sum += amplitude(tau) * sinTurns(ratio * x);
    return clip(0.2 * sum);
  },
};

const built = new Map<TableName, Float64Array>();

/** All frames of a table one after another; computed once. Not to be changed. */
export function wavetableFrames(name: TableName): Float64Array {
  let frames = built.get(name);
  if (frames === undefined) {
    const formula = FORMULAS[name];
    frames = Float64Array.from({ length: FRAMES * FRAME_SIZE }, (_, at) =>
      formula(Math.floor(at / FRAME_SIZE) / (FRAMES - 1), (at % FRAME_SIZE) / FRAME_SIZE),
    );
    built.set(name, frames);
  }
  return frames;
}
