/** Pieces that several groups of the `audio_v1` schema share: numbers with a unit, waveforms, curves and sweeps. */
import * as z from 'zod/mini';

/** A finite number without a range; `audio_v1` enforces ranges only where `check.ts` names them. */
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
