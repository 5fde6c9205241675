/** Pieces that several groups of the `audio_v1` schema share: numbers with a unit, waveforms, curves and sweeps. */
import * as z from 'zod/mini';

/** Numbers are finite and otherwise free: a range is enforced only where a name says so (`positive...`, `...Range`). */
export const number = z.number();
export const hertz = z.number().check(z.describe('Hz'));
export const seconds = z.number().check(z.describe('seconds'));
export const milliseconds = z.number().check(z.describe('milliseconds'));
export const cents = z.number().check(z.describe('cents'));
export const semitones = z.number().check(z.describe('semitones'));
export const decibels = z.number().check(z.describe('dB'));
export const radians = z.number().check(z.describe('radians'));
export const unit = z.number().check(z.describe('0 to 1'));
export const bipolar = z.number().check(z.describe('-1 to 1'));

/** Enforced: 0 to 1. */
export const unitRange = z.number().check(z.gte(0), z.lte(1));
/** Enforced: -1 to 1. */
export const bipolarRange = z.number().check(z.gte(-1), z.lte(1));
/** Enforced: 0 or more. */
export const positiveSeconds = z.number().check(z.gte(0), z.describe('seconds'));

/** A number above 0, at most `most` where that is given, with its unit. Enforced. */
export function positive(unitName: string, most?: number) {
  const above = z.number().check(z.gt(0), z.describe(unitName));
  return most === undefined ? above : above.check(z.lte(most));
}

export const byte = z.int().check(z.gte(0), z.lte(255));
export const uint32 = z.int().check(z.gte(0), z.lte(0xffff_ffff));
/** A number of things without an upper limit but the exact integers of JSON. */
export const count = z.int().check(z.gte(0));

/** `pulse` is another word for `square`. */
export const WAVEFORMS = ['sine', 'square', 'sawtooth', 'triangle', 'pulse'] as const;
export const waveform = z.enum(WAVEFORMS);
export type Waveform = (typeof WAVEFORMS)[number];

export const NOISE_TYPES = ['white', 'pink', 'brown'] as const;
export const noiseType = z.enum(NOISE_TYPES);
export type NoiseType = (typeof NOISE_TYPES)[number];

export const SWEEP_CURVES = ['linear', 'exponential', 'logarithmic'] as const;
export const sweepCurve = z.enum(SWEEP_CURVES);
export type SweepCurve = (typeof SWEEP_CURVES)[number];

/** A glide of a frequency from the generator's own one to `end_freq` over the layer. */
export const freqSweep = z.strictObject({ end_freq: hertz, curve: sweepCurve });
export type FreqSweep = z.infer<typeof freqSweep>;
