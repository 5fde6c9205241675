/**
 * A course of pitch, as old generators compute it sample by sample, said with what a layer has: a frequency, one sweep
 * and one LFO. Every combination that could fit is tried, and the error of the best one is told.
 */
import { exp, exp2, log2 } from '@speccade/numerics';
import type { JsonObject } from '@speccade/spec';
import { tidy } from '../tidy.ts';

export interface PitchCourse {
  /** Of the sound. */
  readonly seconds: number;
  /** Hz at a time of 0 to `seconds`. */
  readonly at: (seconds: number) => number;
  /** When the pitch jumps for the first time. */
  readonly jump?: number | undefined;
  /** After how many seconds the course begins anew. */
  readonly repeat?: number | undefined;
}

export interface FittedPitch {
  /** Hz. */
  readonly frequency: number;
  readonly sweep?: { readonly end_freq: number; readonly curve: string };
  readonly lfo?: JsonObject;
  /** Root mean square. */
  readonly errorCents: number;
}

const CURVES = ['exponential', 'linear', 'logarithmic'] as const;
type Curve = (typeof CURVES)[number];

/** How much of the way a logarithmic sweep covers. */
const COVERED = 1 - exp(-3);
/** Places where the error is measured. */
const PLACES = 400;
/** Hz; below it differences of pitch are no longer heard as such. */
const LOWEST = 20;
/** Improvement in cents that is worth a further part. */
const WORTHWHILE = 1;

/** An LFO of the pitch: the frequency ratio at a time. */
interface Mover {
  readonly lfo?: JsonObject;
  ratioAt(seconds: number): number;
}

const STILL: Mover = { ratioAt: () => 1 };

/** The best fit; with `lfo: false` only a sweep is tried. */
export function fitPitch(course: PitchCourse, { lfo }: { readonly lfo: boolean }): FittedPitch {
  let best: FittedPitch | undefined;
  for (const mover of lfo ? movers(course) : [STILL]) {
    const residual = (t: number) => course.at(t) / mover.ratioAt(t);
    for (const glide of glides(residual, course.seconds)) {
      const fitted = judged(course, mover, glide);
      if (!best || fitted.errorCents < best.errorCents - WORTHWHILE) best = fitted;
    }
  }
  return best!;
}

/** A sweep without a curve stays where it starts. */
interface Glide {
  readonly start: number;
  readonly end: number;
  readonly curve?: Curve;
}

/** From the first pitch to the last on every curve, then the straight lines of least squares, in Hz and in octaves. */
function glides(residual: (t: number) => number, seconds: number): Glide[] {
  const start = residual(0);
  const last = residual(seconds * (1 - 1e-6));
  const points = Float64Array.from({ length: PLACES }, (_, i) => residual(((i + 0.5) / PLACES) * seconds));
  const found: Glide[] = [{ start, end: start }];
  // An exponential sweep needs frequencies above 0.
  if (start > 0 && last > 0) found.push({ start, end: last, curve: 'exponential' });
  found.push({ start, end: last, curve: 'linear' });
  found.push({ start, end: start + (last - start) / COVERED, curve: 'logarithmic' });
  if (points.every((hertz) => hertz > 0)) {
    const line = regression(points.map(log2));
    found.push({ start: exp2(line.start), end: exp2(line.end), curve: 'exponential' });
  }
  found.push({ ...regression(points), curve: 'linear' });
  return found;
}

/** The line of least squares through values in the middles of equal parts of the way from `start` to `end`. */
function regression(y: Float64Array): { readonly start: number; readonly end: number } {
  let [sum, product] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    sum += y[i]!;
    product += y[i]! * ((i + 0.5) / y.length - 0.5);
  }
  const mean = sum / y.length;
  const slope = (12 * product) / (y.length - 1 / y.length);
  return { start: mean - slope / 2, end: mean + slope / 2 };
}

function judged({ seconds, at }: PitchCourse, mover: Mover, { start, end, curve }: Glide): FittedPitch {
  let sum = 0;
  for (let i = 0; i < PLACES; i++) {
    const p = (i + 0.5) / PLACES;
    const t = p * seconds;
    const made = (curve === undefined ? start : swept(start, end, curve, p)) * mover.ratioAt(t);
    const cents = 1200 * log2((Math.abs(made) + LOWEST) / (Math.abs(at(t)) + LOWEST));
    sum += cents * cents;
  }
  return {
    frequency: tidy(start),
    ...(curve && { sweep: { end_freq: tidy(end), curve } }),
    ...(mover.lfo && { lfo: mover.lfo }),
    errorCents: Math.sqrt(sum / PLACES),
  };
}

function swept(a: number, b: number, curve: Curve, p: number): number {
  if (curve === 'exponential') return a * exp2(p * log2(b / a));
  return curve === 'logarithmic' ? a + (b - a) * (1 - exp(-3 * p)) : a + (b - a) * p;
}

function movers(course: PitchCourse): Mover[] {
  const { seconds, at, jump, repeat } = course;
  const found: Mover[] = [STILL];
  if (jump !== undefined && jump > 0 && jump < seconds) {
    const octaves = octavesBetween(at(jump * (1 - 1e-6)), at(Math.min(jump * (1 + 1e-3), seconds)));
    if (octaves !== 0) {
      found.push(stepAt(jump, seconds, octaves));
      if (repeat !== undefined) found.push(square(1 / repeat, octaves > 0 ? 0.5 : 0, Math.abs(octaves) / 2));
    }
  }
  if (repeat !== undefined && repeat < seconds) {
    const octaves = octavesBetween(at(0), at(repeat * (1 - 1e-3)));
    if (octaves > 0) found.push(sawtooth(1 / repeat, octaves / 2));
  }
  return found;
}

/** 0 where there is no interval between the two. */
function octavesBetween(a: number, b: number): number {
  return a > 0 && b > 0 ? log2(b / a) : 0;
}

/** One step up or down: the half of a square wave before it and the half after it last as long as they must. */
function stepAt(jump: number, seconds: number, octaves: number): Mover {
  const half = Math.max(jump, seconds - jump) * 1.01;
  const phase = 0.5 - (0.5 * jump) / half;
  return square(0.5 / half, octaves > 0 ? phase + 0.5 : phase, Math.abs(octaves) / 2);
}

/** A square wave is high in the first half of its period. */
function square(rate: number, phase: number, octaves: number): Mover {
  return mover('square', rate, phase, octaves, (cycle) => (cycle < 0.5 ? 1 : -1));
}

function sawtooth(rate: number, octaves: number): Mover {
  return mover('sawtooth', rate, 0, octaves, (cycle) => 2 * cycle - 1);
}

function mover(
  waveform: string,
  rate: number,
  phase: number,
  octaves: number,
  shape: (cycle: number) => number,
): Mover {
  const config = { waveform, rate: tidy(rate), depth: 1, ...(phase > 0 && { phase: tidy(phase) }) };
  return {
    lfo: { config, target: { target: 'pitch', semitones: tidy(12 * octaves) } },
    ratioAt(t) {
      const turns = rate * t + phase;
      return exp2(octaves * shape(turns - Math.floor(turns)));
    },
  };
}
