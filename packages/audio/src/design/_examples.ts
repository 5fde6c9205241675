/** A sensible example of every synthesis type, filter, effect and LFO target for the tests of this folder. */
import type { JsonObject } from '@speccade/spec';
import type { SoundDocument } from './result.ts';

const sweep = { freq_sweep: { end_freq: 300, curve: 'exponential' } };

export const SYNTHESES: readonly JsonObject[] = [
  { type: 'oscillator', waveform: 'square', frequency: 440, duty: 0.3, detune: -7, ...sweep },
  {
    type: 'multi_oscillator',
    frequency: 220,
    oscillators: [{ waveform: 'square' }, { waveform: 'sine', volume: 0.5, detune: 7, phase: 1 }],
    ...sweep,
  },
  { type: 'fm_synth', carrier_freq: 440, modulator_freq: 660, modulation_index: 3, ...sweep },
  { type: 'feedback_fm', frequency: 220, feedback: 0.6, modulation_index: 1.2, ...sweep },
  { type: 'am_synth', carrier_freq: 440, modulator_freq: 30, modulation_depth: 0.8 },
  { type: 'ring_mod_synth', carrier_freq: 440, modulator_freq: 150, mix: 0.7 },
  { type: 'karplus_strong', frequency: 196, decay: 0.996, blend: 0.6 },
  { type: 'noise_burst', noise_type: 'pink', filter: { type: 'bandpass', center: 900, resonance: 2, center_end: 300 } },
  { type: 'additive', base_freq: 220, harmonics: [1, 0.5, -0.3] },
  { type: 'pitched_body', start_freq: 180, end_freq: 50 },
  { type: 'metallic', base_freq: 600, num_partials: 6, inharmonicity: 1.4 },
  {
    type: 'granular',
    source: { type: 'tone', waveform: 'sine', frequency: 440 },
    grain_size_ms: 30,
    grain_density: 60,
    pitch_spread: 2,
    position_spread: 0.3,
    pan_spread: 0.5,
  },
  {
    type: 'wavetable',
    table: 'analog',
    frequency: 220,
    position: 0.3,
    position_sweep: { end_position: 0.8, curve: 'linear' },
    voices: 3,
    detune: 12,
  },
  { type: 'pd_synth', frequency: 220, distortion: 3, distortion_decay: 5, waveform: 'resonant' },
  {
    type: 'modal',
    frequency: 660,
    excitation: 'pluck',
    modes: [
      { freq_ratio: 1, amplitude: 0.9, decay_time: 0.5 },
      { freq_ratio: 2.76, amplitude: 0.4, decay_time: 0.3 },
    ],
  },
  {
    type: 'vocoder',
    carrier_freq: 110,
    carrier_type: 'sawtooth',
    num_bands: 6,
    band_spacing: 'logarithmic',
    envelope_attack: 0.01,
    envelope_release: 0.05,
    bands: [{ center_freq: 500, bandwidth: 2, envelope_pattern: [0.2, 1] }],
  },
  {
    type: 'formant',
    frequency: 110,
    formants: [{ frequency: 700, amplitude: 0.9, bandwidth: 5 }],
    morph_amount: 0.4,
    breathiness: 0.2,
  },
  {
    type: 'vector',
    frequency: 220,
    sources: [
      { source_type: 'sine' },
      { source_type: 'saw', frequency_ratio: 2 },
      { source_type: 'square' },
      { source_type: 'noise' },
    ],
    position_x: 0.4,
    position_y: 0.6,
    path: [{ x: 0.2, y: 0.7, duration: 0.05 }],
  },
  { type: 'supersaw_unison', frequency: 220, voices: 5, detune_cents: 20, spread: 0.8 },
  { type: 'waveguide', frequency: 220, breath: 0.6, noise: 0.3, damping: 0.4, resonance: 0.9 },
  { type: 'bowed_string', frequency: 220, bow_pressure: 0.6, bow_position: 0.3, damping: 0.3 },
  { type: 'membrane_drum', frequency: 90, decay: 0.4, tone: 0.5, strike: 0.6 },
  { type: 'comb_filter_synth', frequency: 220, decay: 0.95, excitation: 'noise' },
  { type: 'pulsar', frequency: 800, pulse_rate: 60, grain_size_ms: 8, shape: 'sine' },
  { type: 'vosim', frequency: 110, formant_freq: 700, pulses: 3, breathiness: 0.2 },
  { type: 'spectral_freeze', source: { type: 'tone', waveform: 'sawtooth', frequency: 330 } },
];

export const FILTERS: readonly JsonObject[] = [
  { type: 'lowpass', cutoff: 2000, resonance: 0.9, cutoff_end: 800 },
  { type: 'highpass', cutoff: 200, resonance: 0.7 },
  { type: 'bandpass', center: 700, resonance: 1.5, center_end: 500 },
  { type: 'notch', center: 900, resonance: 1 },
  { type: 'allpass', frequency: 600, resonance: 0.8, frequency_end: 900 },
  { type: 'comb', delay_ms: 3, feedback: 0.5, wet: 0.5 },
  { type: 'formant', vowel: 'a', intensity: 0.7 },
  { type: 'ladder', cutoff: 1200, resonance: 0.5 },
  { type: 'shelf_low', frequency: 300, gain_db: -6 },
  { type: 'shelf_high', frequency: 3000, gain_db: 4 },
];

export const EFFECTS: readonly JsonObject[] = [
  { type: 'parametric_eq', bands: [{ frequency: 900, gain_db: 4, q: 1, band_type: 'peak' }] },
  { type: 'reverb', room_size: 0.6, damping: 0.4, wet: 0.3, width: 0.9 },
  { type: 'delay', time_ms: 90, feedback: 0.4, wet: 0.3 },
  { type: 'multi_tap_delay', taps: [{ time_ms: 70, feedback: 0.2, pan: -0.4, level: 0.5, filter_cutoff: 3000 }] },
  { type: 'chorus', rate: 1, depth: 0.3, wet: 0.4, voices: 3 },
  { type: 'phaser', rate: 0.5, depth: 0.7, stages: 4, wet: 0.5 },
  { type: 'flanger', rate: 0.3, depth: 0.5, feedback: -0.4, delay_ms: 3, wet: 0.5 },
  { type: 'bitcrush', bits: 8, sample_rate_reduction: 2 },
  { type: 'waveshaper', drive: 3, curve: 'tanh', wet: 0.8 },
  { type: 'tape_saturation', drive: 2, bias: 0.1, wow_rate: 0.8, flutter_rate: 6, hiss_level: 0.01 },
  { type: 'compressor', threshold_db: -18, ratio: 3, attack_ms: 5, release_ms: 100, makeup_db: 4 },
  { type: 'limiter', threshold_db: -3, release_ms: 80, lookahead_ms: 3, ceiling_db: -1 },
  { type: 'true_peak_limiter', ceiling_db: -1, release_ms: 80 },
  { type: 'gate_expander', threshold_db: -40, ratio: 3, attack_ms: 1, hold_ms: 20, release_ms: 80, range_db: -30 },
  { type: 'transient_shaper', attack: 0.4, sustain: -0.3, output_gain_db: 2 },
  { type: 'auto_filter', sensitivity: 0.6, attack_ms: 5, release_ms: 100, depth: 0.7, base_frequency: 400 },
  { type: 'stereo_widener', width: 1.3, mode: 'haas', delay_ms: 12 },
  { type: 'cabinet_sim', cabinet_type: 'radio', mic_position: 0.3 },
  { type: 'rotary_speaker', rate: 5, depth: 0.6, wet: 0.5 },
  { type: 'ring_modulator', frequency: 70, mix: 0.4 },
  { type: 'granular_delay', time_ms: 90, feedback: 0.3, grain_size_ms: 40, pitch_semitones: 5, wet: 0.4 },
];

const config = { waveform: 'sine', rate: 6, depth: 0.6, phase: 0.25 };

/** Layer LFOs that need nothing of the layer but a filter. */
export const LAYER_LFOS: readonly JsonObject[] = [
  { config, target: { target: 'pitch', semitones: 1 } },
  { config, target: { target: 'volume', amount: 0.6 } },
  { config, target: { target: 'pan', amount: 0.7 } },
  { config, target: { target: 'filter_cutoff', amount: 400 } },
];

/** LFOs that fit one synthesis each, by its type. */
export const SYNTHESIS_LFOS: Readonly<Record<string, JsonObject>> = {
  oscillator: { config, target: { target: 'pulse_width', amount: 0.3 } },
  fm_synth: { config, target: { target: 'fm_index', amount: 1 } },
  granular: { config, target: { target: 'grain_size', amount_ms: 10 } },
};

export const POST_FX_LFOS: readonly JsonObject[] = [
  { config, target: { target: 'delay_time', amount_ms: 2 } },
  { config, target: { target: 'reverb_size', amount: 0.2 } },
  { config, target: { target: 'distortion_drive', amount: 1 } },
];

export function layerOf(change: JsonObject): JsonObject {
  const envelope = { attack: 0.005, decay: 0.1, sustain: 0.5, release: 0.1 };
  return { synthesis: SYNTHESES[0]!, envelope, volume: 0.8, pan: 0, ...change };
}

export function soundOf(params: JsonObject, change: Partial<SoundDocument> = {}): SoundDocument {
  return {
    spec_version: 1,
    asset_id: 'example',
    asset_type: 'audio',
    license: 'CC0-1.0',
    seed: 7,
    description: 'An example',
    outputs: [{ kind: 'primary', format: 'wav', path: 'sounds/example.wav' }],
    recipe: { kind: 'audio_v1', params: { duration_seconds: 0.3, sample_rate: 22050, ...params } },
    ...change,
  };
}

/** Every synthesis type alone, every filter, every LFO, and all effects in a chain. */
export const EXAMPLES: readonly (readonly [name: string, spec: SoundDocument])[] = [
  ...SYNTHESES.map((synthesis) => {
    const lfo = SYNTHESIS_LFOS[synthesis.type as string];
    return [`${synthesis.type}`, soundOf({ layers: [layerOf({ synthesis, ...(lfo && { lfo }) })] })] as const;
  }),
  ...FILTERS.map((filter, i) => {
    const layer = layerOf({ filter, lfo: LAYER_LFOS[i % LAYER_LFOS.length]!, delay: 0.05, pan: -0.2 });
    return [`filter ${filter.type}`, soundOf({ layers: [layer], master_filter: filter })] as const;
  }),
  ...EFFECTS.map((effect) => [`effect ${effect.type}`, soundOf({ layers: [layerOf({})], effects: [effect] })] as const),
  [
    'everything after the mix',
    soundOf({
      layers: [layerOf({})],
      pitch_envelope: { attack: 0.01, decay: 0.1, sustain: 0.5, release: 0.05, depth: -5 },
      loop_config: { start_sample: 1000, end_sample: 3000 },
      effects: EFFECTS,
      post_fx_lfos: POST_FX_LFOS,
    }),
  ],
];
