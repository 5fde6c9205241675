/** One object per tagged type for the schema tests: `required` alone must be accepted, and so must all of `optional`. */
type Json = Readonly<Record<string, unknown>>;
export interface Example {
  readonly required: Json;
  readonly optional: Json;
}

const sweep = { freq_sweep: { end_freq: 20, curve: 'linear' } };
const source = (source_type: string) => ({ source_type });

export const SYNTHESIS: Readonly<Record<string, Example>> = {
  oscillator: { required: { waveform: 'sine', frequency: 440 }, optional: { ...sweep, detune: -5, duty: 0.2 } },
  multi_oscillator: {
    required: {
      frequency: 55,
      oscillators: [{ waveform: 'pulse' }, { waveform: 'sawtooth', volume: 2, detune: 1, phase: -9, duty: 3 }],
    },
    optional: { freq_sweep: { end_freq: 0, curve: 'logarithmic' } },
  },
  fm_synth: { required: { carrier_freq: 1, modulator_freq: 2, modulation_index: 3 }, optional: sweep },
  feedback_fm: { required: { frequency: 1, feedback: 2, modulation_index: 3 }, optional: sweep },
  am_synth: { required: { carrier_freq: 1, modulator_freq: 2, modulation_depth: 3 }, optional: sweep },
  ring_mod_synth: { required: { carrier_freq: 1, modulator_freq: 2, mix: 3 }, optional: sweep },
  karplus_strong: { required: { frequency: 1, decay: 2, blend: 3 }, optional: {} },
  noise_burst: {
    required: { noise_type: 'brown' },
    optional: { filter: { type: 'notch', center: 1, resonance: 1, center_end: 4 } },
  },
  additive: { required: { base_freq: 1, harmonics: [] }, optional: {} },
  pitched_body: { required: { start_freq: 1, end_freq: -1 }, optional: {} },
  metallic: { required: { base_freq: 1, num_partials: 4, inharmonicity: 1.4 }, optional: {} },
  granular: {
    required: { source: { type: 'tone', waveform: 'sine', frequency: 1 }, grain_size_ms: 1, grain_density: 1 },
    optional: { pitch_spread: 1, position_spread: 2, pan_spread: 3 },
  },
  wavetable: {
    required: { table: 'digital', frequency: 1 },
    optional: { position: 0.5, position_sweep: { end_position: 1 }, voices: 3, detune: 4 },
  },
  pd_synth: {
    required: { frequency: 1, distortion: 2, waveform: 'resonant' },
    optional: { ...sweep, distortion_decay: 1 },
  },
  modal: {
    required: { frequency: 1, excitation: 'pluck', modes: [{ freq_ratio: 1, amplitude: 1, decay_time: 1 }] },
    optional: sweep,
  },
  vocoder: {
    required: {
      carrier_freq: 1,
      carrier_type: 'pulse',
      num_bands: 8,
      band_spacing: 'linear',
      envelope_attack: 1,
      envelope_release: 1,
    },
    optional: {
      formant_rate: 3,
      bands: [
        { center_freq: 1, bandwidth: 1 },
        { center_freq: 1, bandwidth: 1, envelope_pattern: [0, 1] },
      ],
    },
  },
  formant: {
    required: { frequency: 110 },
    optional: {
      formants: [{ frequency: 1, amplitude: 1, bandwidth: 1 }],
      vowel: 'a',
      vowel_morph: 'u',
      morph_amount: 0.5,
      breathiness: 0.1,
    },
  },
  vector: {
    required: { frequency: 1, sources: [source('saw'), source('noise'), source('wavetable'), source('sine')] },
    optional: {
      position_x: 0,
      position_y: 1,
      path: [{ x: 0, y: 0, duration: 1 }],
      path_loop: true,
      path_curve: 'exponential',
    },
  },
  supersaw_unison: {
    required: { frequency: 1, voices: 255, detune_cents: 3, spread: 4 },
    optional: { detune_curve: 'exp2' },
  },
  waveguide: { required: { frequency: 1, breath: 1, noise: 1, damping: 1, resonance: 1 }, optional: {} },
  bowed_string: { required: { frequency: 1, bow_pressure: 1, bow_position: 1, damping: 1 }, optional: {} },
  membrane_drum: { required: { frequency: 1, decay: 1, tone: 1, strike: 1 }, optional: {} },
  comb_filter_synth: { required: { frequency: 1, decay: 1 }, optional: { excitation: 'saw' } },
  pulsar: { required: { frequency: 1, pulse_rate: 1, grain_size_ms: 1, shape: 'pulse' }, optional: {} },
  vosim: { required: { frequency: 1, formant_freq: 1, pulses: 0 }, optional: { breathiness: 1 } },
  spectral_freeze: { required: { source: { type: 'noise', noise_type: 'pink' } }, optional: {} },
};

export const FILTERS: Readonly<Record<string, Example>> = {
  lowpass: { required: { cutoff: 1, resonance: 1 }, optional: { cutoff_end: 3 } },
  highpass: { required: { cutoff: 1, resonance: 1 }, optional: { cutoff_end: 3 } },
  bandpass: { required: { center: 1, resonance: 1 }, optional: { center_end: 3 } },
  notch: { required: { center: 1, resonance: 1 }, optional: { center_end: 3 } },
  allpass: { required: { frequency: 1, resonance: 1 }, optional: { frequency_end: 3 } },
  comb: { required: { delay_ms: 1, feedback: -7, wet: 9 }, optional: {} },
  formant: { required: { vowel: 'o', intensity: 4 }, optional: {} },
  ladder: { required: { cutoff: 1, resonance: 1 }, optional: { cutoff_end: 3 } },
  shelf_low: { required: { frequency: 1, gain_db: 90 }, optional: {} },
  shelf_high: { required: { frequency: 1, gain_db: -90 }, optional: {} },
};

export const EFFECTS: Readonly<Record<string, Example>> = {
  parametric_eq: { required: { bands: [{ frequency: 1, gain_db: 1, q: 1, band_type: 'peak' }] }, optional: {} },
  reverb: { required: { room_size: 1, damping: 1, wet: 1 }, optional: { width: 0 } },
  delay: { required: { time_ms: 1, feedback: 1, wet: 1 }, optional: { ping_pong: true } },
  multi_tap_delay: {
    required: {
      taps: [
        { time_ms: 1, feedback: 1, pan: 1, level: 1 },
        { time_ms: 1, feedback: 1, pan: 1, level: 1, filter_cutoff: 9 },
      ],
    },
    optional: {},
  },
  chorus: { required: { rate: 1, depth: 1, wet: 1 }, optional: { voices: 3 } },
  phaser: { required: { rate: 1, depth: 1, stages: 4, wet: 1 }, optional: {} },
  flanger: { required: { rate: 1, depth: 1, feedback: 1, delay_ms: 1, wet: 1 }, optional: {} },
  bitcrush: { required: { bits: 8 }, optional: { sample_rate_reduction: 1.5 } },
  waveshaper: { required: { drive: 1, wet: 1 }, optional: { curve: 'sine' } },
  tape_saturation: {
    required: { drive: 1, bias: 1, wow_rate: 1, flutter_rate: 1, hiss_level: 1 },
    optional: {},
  },
  compressor: {
    required: { threshold_db: 1, ratio: 1, attack_ms: 1, release_ms: 1 },
    optional: { makeup_db: 3 },
  },
  limiter: { required: { threshold_db: 1, release_ms: 1, lookahead_ms: 1, ceiling_db: 1 }, optional: {} },
  true_peak_limiter: { required: { ceiling_db: 1, release_ms: 1 }, optional: {} },
  gate_expander: {
    required: { threshold_db: 1, ratio: 1, attack_ms: 1, hold_ms: 1, release_ms: 1, range_db: 1 },
    optional: {},
  },
  transient_shaper: { required: { attack: 1, sustain: 1, output_gain_db: 1 }, optional: {} },
  auto_filter: {
    required: { sensitivity: 1, attack_ms: 1, release_ms: 1, depth: 1, base_frequency: 1 },
    optional: {},
  },
  stereo_widener: { required: { width: 1 }, optional: { mode: 'haas', delay_ms: 4 } },
  cabinet_sim: { required: { cabinet_type: 'radio' }, optional: { mic_position: 0.3 } },
  rotary_speaker: { required: { rate: 1, depth: 1, wet: 1 }, optional: {} },
  ring_modulator: { required: { frequency: 1, mix: 1 }, optional: {} },
  granular_delay: {
    required: { time_ms: 1, feedback: 1, grain_size_ms: 1, pitch_semitones: 1, wet: 1 },
    optional: {},
  },
};

export const LFO_TARGETS: Readonly<Record<string, Example>> = {
  pitch: { required: { semitones: 2 }, optional: {} },
  volume: { required: { amount: 0.5 }, optional: {} },
  filter_cutoff: { required: { amount: 500 }, optional: {} },
  pan: { required: { amount: 0.5 }, optional: {} },
  pulse_width: { required: { amount: 0.3 }, optional: {} },
  fm_index: { required: { amount: 2 }, optional: {} },
  grain_size: { required: { amount_ms: 5 }, optional: {} },
  grain_density: { required: { amount: 5 }, optional: {} },
  delay_time: { required: { amount_ms: 5 }, optional: {} },
  reverb_size: { required: { amount: 0.1 }, optional: {} },
  distortion_drive: { required: { amount: 3 }, optional: {} },
};
