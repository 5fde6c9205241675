/** The 26 synthesis types. Ranges are not part of the schema: a generator clamps what it must. */
import * as z from 'zod/mini';
import {
  byte,
  cents,
  count,
  freqSweep,
  hertz,
  milliseconds,
  noiseType,
  number,
  radians,
  seconds,
  semitones,
  sweepCurve,
  unit,
  waveform,
} from './common.ts';
import { filter, VOWELS } from './filters.ts';

const sweep = { freq_sweep: z.nullish(freqSweep) };
const carrierAndModulator = { carrier_freq: hertz, modulator_freq: hertz };

const oscillatorEntry = z.strictObject({
  waveform,
  volume: z._default(number, 1),
  detune: z.nullish(cents),
  phase: z.nullish(radians),
  duty: z.nullish(unit),
});

const granularSource = z.discriminatedUnion('type', [
  z.object({ type: z.literal('noise'), noise_type: noiseType }),
  z.object({ type: z.literal('tone'), waveform, frequency: hertz }),
  z.object({ type: z.literal('formant'), frequency: hertz, formant_freq: hertz }),
]);

const freezeSource = z.discriminatedUnion('type', [
  z.object({ type: z.literal('noise'), noise_type: noiseType }),
  z.object({ type: z.literal('tone'), waveform, frequency: hertz }),
]);

/** Fields that a granular or spectral-freeze source reads, by the source's type; others are ignored with W004. */
export const SOURCE_FIELDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  granularSource.def.options.map((option) => [option.shape.type.def.values[0], Object.keys(option.shape)]),
);

const positionSweep = z.strictObject({ end_position: unit, curve: z._default(sweepCurve, 'linear') });

const mode = z.strictObject({ freq_ratio: number, amplitude: unit, decay_time: seconds });

const vocoderBand = z.strictObject({
  center_freq: hertz,
  bandwidth: number,
  envelope_pattern: z._default(z.array(number), []),
});

const formantEntry = z.strictObject({ frequency: hertz, amplitude: unit, bandwidth: number });

const vectorSource = z.strictObject({
  source_type: z.enum(['sine', 'saw', 'square', 'triangle', 'noise', 'wavetable']),
  frequency_ratio: z._default(number, 1),
});

const pathPoint = z.strictObject({ x: unit, y: unit, duration: seconds });

export const synthesis = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('oscillator'),
    waveform,
    frequency: hertz,
    ...sweep,
    detune: z.nullish(cents),
    duty: z.nullish(unit),
  }),
  z.strictObject({
    type: z.literal('multi_oscillator'),
    frequency: hertz,
    oscillators: z.array(oscillatorEntry),
    ...sweep,
  }),
  z.strictObject({ type: z.literal('fm_synth'), ...carrierAndModulator, modulation_index: radians, ...sweep }),
  z.strictObject({
    type: z.literal('feedback_fm'),
    frequency: hertz,
    feedback: unit,
    modulation_index: radians,
    ...sweep,
  }),
  z.strictObject({ type: z.literal('am_synth'), ...carrierAndModulator, modulation_depth: unit, ...sweep }),
  z.strictObject({ type: z.literal('ring_mod_synth'), ...carrierAndModulator, mix: unit, ...sweep }),
  z.strictObject({ type: z.literal('karplus_strong'), frequency: hertz, decay: unit, blend: unit }),
  z.strictObject({ type: z.literal('noise_burst'), noise_type: noiseType, filter: z.nullish(filter) }),
  z.strictObject({ type: z.literal('additive'), base_freq: hertz, harmonics: z.array(number) }),
  z.strictObject({ type: z.literal('pitched_body'), start_freq: hertz, end_freq: hertz }),
  z.strictObject({ type: z.literal('metallic'), base_freq: hertz, num_partials: count, inharmonicity: number }),
  z.strictObject({
    type: z.literal('granular'),
    source: granularSource,
    grain_size_ms: milliseconds,
    grain_density: z.number().check(z.describe('grains per second')),
    pitch_spread: z._default(semitones, 0),
    position_spread: z._default(unit, 0),
    pan_spread: z._default(unit, 0),
  }),
  z.strictObject({
    type: z.literal('wavetable'),
    table: z.enum(['basic', 'analog', 'digital', 'pwm', 'formant', 'organ']),
    frequency: hertz,
    position: z._default(unit, 0),
    position_sweep: z.nullish(positionSweep),
    voices: z.nullish(byte),
    detune: z.nullish(cents),
  }),
  z.strictObject({
    type: z.literal('pd_synth'),
    frequency: hertz,
    distortion: number,
    distortion_decay: z._default(z.number().check(z.describe('1/s')), 0),
    waveform: z.enum(['resonant', 'sawtooth', 'pulse']),
    ...sweep,
  }),
  z.strictObject({
    type: z.literal('modal'),
    frequency: hertz,
    modes: z.array(mode),
    excitation: z.enum(['impulse', 'noise', 'pluck']),
    ...sweep,
  }),
  z.strictObject({
    type: z.literal('vocoder'),
    carrier_freq: hertz,
    carrier_type: z.enum(['sawtooth', 'pulse', 'noise']),
    num_bands: count,
    band_spacing: z.enum(['linear', 'logarithmic']),
    envelope_attack: seconds,
    envelope_release: seconds,
    formant_rate: z._default(hertz, 2),
    bands: z._default(z.array(vocoderBand), []),
  }),
  z.strictObject({
    type: z.literal('formant'),
    frequency: hertz,
    formants: z._default(z.array(formantEntry), []),
    vowel: z.nullish(z.enum(VOWELS)),
    vowel_morph: z.nullish(z.enum(VOWELS)),
    morph_amount: z._default(unit, 0),
    breathiness: z._default(unit, 0),
  }),
  z.strictObject({
    type: z.literal('vector'),
    frequency: hertz,
    /** At (x, y) = (0, 0), (1, 0), (0, 1) and (1, 1). */
    sources: z.tuple([vectorSource, vectorSource, vectorSource, vectorSource]),
    position_x: z._default(unit, 0.5),
    position_y: z._default(unit, 0.5),
    path: z._default(z.array(pathPoint), []),
    path_loop: z._default(z.boolean(), false),
    path_curve: z._default(sweepCurve, 'linear'),
  }),
  z.strictObject({
    type: z.literal('supersaw_unison'),
    frequency: hertz,
    voices: byte,
    detune_cents: cents,
    spread: unit,
    detune_curve: z._default(z.enum(['linear', 'exp2']), 'linear'),
  }),
  z.strictObject({
    type: z.literal('waveguide'),
    frequency: hertz,
    breath: unit,
    noise: unit,
    damping: unit,
    resonance: unit,
  }),
  z.strictObject({
    type: z.literal('bowed_string'),
    frequency: hertz,
    bow_pressure: unit,
    bow_position: unit,
    damping: unit,
  }),
  z.strictObject({ type: z.literal('membrane_drum'), frequency: hertz, decay: unit, tone: unit, strike: unit }),
  z.strictObject({
    type: z.literal('comb_filter_synth'),
    frequency: hertz,
    decay: unit,
    excitation: z._default(z.enum(['impulse', 'noise', 'saw']), 'impulse'),
  }),
  z.strictObject({
    type: z.literal('pulsar'),
    frequency: hertz,
    pulse_rate: z.number().check(z.describe('grains per second')),
    grain_size_ms: milliseconds,
    shape: waveform,
  }),
  z.strictObject({
    type: z.literal('vosim'),
    frequency: hertz,
    formant_freq: hertz,
    pulses: byte,
    breathiness: z._default(unit, 0),
  }),
  z.strictObject({ type: z.literal('spectral_freeze'), source: freezeSource }),
]);

export type Synthesis = z.infer<typeof synthesis>;
export type SynthesisType = Synthesis['type'];
