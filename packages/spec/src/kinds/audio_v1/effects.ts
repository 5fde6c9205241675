/**
 * The 21 effects. Unknown fields of an entry are accepted and ignored, as published specs rely on it; `remark.ts` says
 * so with W004. Equaliser bands and delay taps reject them.
 */
import * as z from 'zod/mini';
import { bipolar, byte, decibels, hertz, milliseconds, number, semitones, unit } from './common.ts';

const band = z.strictObject({
  frequency: hertz,
  gain_db: decibels,
  q: number,
  band_type: z.enum(['lowshelf', 'highshelf', 'peak', 'notch']),
});

const tap = z.strictObject({
  time_ms: milliseconds,
  feedback: number,
  pan: bipolar,
  level: unit,
  /** No filter at 0. */
  filter_cutoff: z._default(hertz, 0),
});

/** How many times the sample rate a non-linear effect runs at; see `oversampling.ts` for where it is left out. */
const oversampling = z.optional(z.literal([1, 2, 4, 8]));

const attackAndRelease = { attack_ms: milliseconds, release_ms: milliseconds };

export const effect = z.discriminatedUnion('type', [
  z.object({ type: z.literal('parametric_eq'), bands: z.array(band) }),
  z.object({
    type: z.literal('reverb'),
    room_size: unit,
    damping: unit,
    wet: unit,
    width: z._default(unit, 1),
  }),
  z.object({
    type: z.literal('delay'),
    time_ms: milliseconds,
    feedback: number,
    wet: unit,
    ping_pong: z._default(z.boolean(), false),
  }),
  z.object({ type: z.literal('multi_tap_delay'), taps: z.array(tap) }),
  z.object({ type: z.literal('chorus'), rate: hertz, depth: unit, wet: unit, voices: z._default(byte, 2) }),
  z.object({ type: z.literal('phaser'), rate: hertz, depth: unit, stages: byte, wet: unit }),
  z.object({
    type: z.literal('flanger'),
    rate: hertz,
    depth: unit,
    feedback: bipolar,
    delay_ms: milliseconds,
    wet: unit,
  }),
  z.object({ type: z.literal('bitcrush'), bits: byte, sample_rate_reduction: z._default(number, 1) }),
  z.object({
    type: z.literal('waveshaper'),
    drive: number,
    curve: z._default(z.enum(['tanh', 'soft_clip', 'hard_clip', 'sine']), 'tanh'),
    wet: unit,
    oversampling,
  }),
  z.object({
    type: z.literal('tape_saturation'),
    drive: number,
    bias: number,
    wow_rate: hertz,
    flutter_rate: hertz,
    hiss_level: number,
    oversampling,
  }),
  z.object({
    type: z.literal('compressor'),
    threshold_db: decibels,
    ratio: number,
    ...attackAndRelease,
    makeup_db: z._default(decibels, 0),
  }),
  z.object({
    type: z.literal('limiter'),
    threshold_db: decibels,
    release_ms: milliseconds,
    lookahead_ms: milliseconds,
    ceiling_db: decibels,
  }),
  z.object({ type: z.literal('true_peak_limiter'), ceiling_db: decibels, release_ms: milliseconds }),
  z.object({
    type: z.literal('gate_expander'),
    threshold_db: decibels,
    ratio: number,
    ...attackAndRelease,
    hold_ms: milliseconds,
    range_db: decibels,
  }),
  z.object({ type: z.literal('transient_shaper'), attack: bipolar, sustain: bipolar, output_gain_db: decibels }),
  z.object({
    type: z.literal('auto_filter'),
    sensitivity: unit,
    ...attackAndRelease,
    depth: unit,
    base_frequency: hertz,
  }),
  z.object({
    type: z.literal('stereo_widener'),
    width: number,
    mode: z._default(z.enum(['simple', 'haas', 'mid_side']), 'simple'),
    delay_ms: z._default(milliseconds, 10),
  }),
  z.object({
    type: z.literal('cabinet_sim'),
    cabinet_type: z.enum(['guitar_1x12', 'guitar_4x12', 'bass_1x15', 'radio', 'telephone']),
    mic_position: z._default(unit, 0),
  }),
  z.object({ type: z.literal('rotary_speaker'), rate: hertz, depth: unit, wet: unit }),
  z.object({ type: z.literal('ring_modulator'), frequency: hertz, mix: unit }),
  z.object({
    type: z.literal('granular_delay'),
    time_ms: milliseconds,
    feedback: number,
    grain_size_ms: milliseconds,
    pitch_semitones: semitones,
    wet: unit,
  }),
]);

export type Effect = z.infer<typeof effect>;
export type EffectType = Effect['type'];

/** Fields that each effect reads, by type; others are ignored with W004. */
export const EFFECT_FIELDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  effect.def.options.map((option) => [option.shape.type.def.values[0], Object.keys(option.shape)]),
);
