/** Envelopes and low-frequency oscillators. */
import * as z from 'zod/mini';
import { positive, positiveSeconds, seconds, semitones, unit, unitRange, waveform } from './common.ts';

/** Amplitude envelope of a layer. */
export const envelope = z.strictObject({
  attack: positiveSeconds,
  decay: positiveSeconds,
  sustain: unitRange,
  release: positiveSeconds,
});
export type Envelope = z.infer<typeof envelope>;

/** Pitch envelope of the whole sound; `depth` may be negative. Its ranges are not enforced. */
export const pitchEnvelope = z.strictObject({
  attack: seconds,
  decay: seconds,
  sustain: unit,
  release: seconds,
  depth: semitones,
});
export type PitchEnvelope = z.infer<typeof pitchEnvelope>;

export const lfoConfig = z.strictObject({
  waveform,
  rate: positive('Hz'),
  depth: positive('share of the amount', 1),
  phase: z.nullish(z.number().check(z.gte(0), z.lte(1), z.describe('cycles'))),
});
export type LfoConfig = z.infer<typeof lfoConfig>;

/** What only an LFO of `post_fx_lfos` may move. */
export const POST_FX_TARGETS = ['delay_time', 'reverb_size', 'distortion_drive'] as const;
export type PostFxTarget = (typeof POST_FX_TARGETS)[number];

export const lfoTarget = z.discriminatedUnion('target', [
  z.strictObject({ target: z.literal('pitch'), semitones: positive('semitones') }),
  z.strictObject({ target: z.literal('volume'), amount: positive('share of the level', 1) }),
  z.strictObject({ target: z.literal('filter_cutoff'), amount: positive('Hz') }),
  z.strictObject({ target: z.literal('pan'), amount: positive('share of the stereo field', 1) }),
  z.strictObject({ target: z.literal('pulse_width'), amount: positive('share of the cycle', 0.49) }),
  z.strictObject({ target: z.literal('fm_index'), amount: positive('modulation index') }),
  z.strictObject({ target: z.literal('grain_size'), amount_ms: positive('milliseconds') }),
  z.strictObject({ target: z.literal('grain_density'), amount: positive('grains per second') }),
  z.strictObject({ target: z.literal('delay_time'), amount_ms: positive('milliseconds') }),
  z.strictObject({ target: z.literal('reverb_size'), amount: positive('room size') }),
  z.strictObject({ target: z.literal('distortion_drive'), amount: positive('drive') }),
]);
export type LfoTarget = z.infer<typeof lfoTarget>;

/** A modulation: an oscillator and what it moves. */
export const lfo = z.strictObject({ config: lfoConfig, target: lfoTarget });
export type Lfo = z.infer<typeof lfo>;
