/** Envelopes and low-frequency oscillators. */
import * as z from 'zod/mini';
import { hertz, milliseconds, number, seconds, semitones, unit, waveform } from './common.ts';

const adsr = { attack: seconds, decay: seconds, sustain: unit, release: seconds };

/** Amplitude envelope of a layer. */
export const envelope = z.strictObject(adsr);
export type Envelope = z.infer<typeof envelope>;

/** Pitch envelope of the whole sound; `depth` may be negative. */
export const pitchEnvelope = z.strictObject({ ...adsr, depth: semitones });
export type PitchEnvelope = z.infer<typeof pitchEnvelope>;

export const lfoConfig = z.strictObject({
  waveform,
  rate: hertz,
  depth: unit,
  phase: z.nullish(z.number().check(z.describe('cycles, 0 to 1'))),
});
export type LfoConfig = z.infer<typeof lfoConfig>;

/** What only an LFO of `post_fx_lfos` may move. */
export const POST_FX_TARGETS = ['delay_time', 'reverb_size', 'distortion_drive'] as const;
export type PostFxTarget = (typeof POST_FX_TARGETS)[number];

export const lfoTarget = z.discriminatedUnion('target', [
  z.strictObject({ target: z.literal('pitch'), semitones }),
  z.strictObject({ target: z.literal('volume'), amount: unit }),
  z.strictObject({ target: z.literal('filter_cutoff'), amount: hertz }),
  z.strictObject({ target: z.literal('pan'), amount: unit }),
  z.strictObject({ target: z.literal('pulse_width'), amount: z.number().check(z.describe('0 to 0.49')) }),
  z.strictObject({ target: z.literal('fm_index'), amount: number }),
  z.strictObject({ target: z.literal('grain_size'), amount_ms: milliseconds }),
  z.strictObject({ target: z.literal('grain_density'), amount: z.number().check(z.describe('grains per second')) }),
  z.strictObject({ target: z.literal('delay_time'), amount_ms: milliseconds }),
  z.strictObject({ target: z.literal('reverb_size'), amount: unit }),
  z.strictObject({ target: z.literal('distortion_drive'), amount: number }),
]);
export type LfoTarget = z.infer<typeof lfoTarget>;

/** A modulation: an oscillator and what it moves. */
export const lfo = z.strictObject({ config: lfoConfig, target: lfoTarget });
export type Lfo = z.infer<typeof lfo>;
