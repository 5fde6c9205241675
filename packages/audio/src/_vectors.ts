/** Results of the reference implementation: 441 frames at 22050 Hz, seed 42, open envelope, volume 1, centre. */
type Json = Record<string, unknown>;

export interface Vector {
  readonly layers: readonly Json[];
  readonly params?: Json;
  /** First eight hex digits of BLAKE3 of all sample bytes. */
  readonly hash: string;
  /** The first samples, so that a failure says something. */
  readonly head: readonly number[];
  /** Why the default mode differs: an entry of the compatibility page, or `AA` for better anti-aliasing. */
  readonly differs?: string;
}

/** Written out in the vectors, so not the square root of a half. */
const Q = Number('0.707');
const noise = { type: 'noise_burst', noise_type: 'white' };
const sine = { type: 'oscillator', waveform: 'sine', frequency: 440 };
const saw = { type: 'oscillator', waveform: 'sawtooth', frequency: 220 };
const filtered = (filter: Json) => [{ synthesis: noise, filter }];
const only = (synthesis: Json) => [{ synthesis }];
const lfo = (config: Json, target: Json) => ({ config, target });
const sweep = (end_freq: number, curve: string) => ({ freq_sweep: { end_freq, curve } });

export const FILTER_VECTORS: readonly Vector[] = [
  {
    layers: filtered({ type: 'lowpass', cutoff: 1000, resonance: Q }),
    hash: '75f0574d',
    head: [794, 2661, 4576, 6761],
  },
  {
    layers: filtered({ type: 'lowpass', cutoff: 4000, resonance: 0.2, cutoff_end: 300 }),
    hash: '0eecda55',
    head: [5303, 11547, 10495, 12092],
  },
  {
    layers: filtered({ type: 'highpass', cutoff: 500, resonance: 1 }),
    hash: '2d058063',
    head: [15741, -6344, 7228, 7114],
  },
  {
    layers: filtered({ type: 'highpass', cutoff: 200, resonance: 3, cutoff_end: 5000 }),
    hash: 'ba3a0e0b',
    head: [13718, -3753, 7536, 8345],
  },
  {
    layers: filtered({ type: 'bandpass', center: 800, resonance: 3 }),
    hash: 'aa1c354b',
    head: [3076, 5001, 5210, 7893],
  },
  {
    layers: filtered({ type: 'bandpass', center: 3000, resonance: 3, center_end: 600 }),
    hash: '3b15191f',
    head: [3870, 3559, -489, 87],
  },
  {
    layers: filtered({ type: 'notch', center: 1000, resonance: 1 }),
    hash: '44fc7407',
    head: [16996, -8295, 8098, 7970],
  },
  {
    layers: filtered({ type: 'notch', center: 1000, resonance: 1, center_end: 4000 }),
    hash: '4d07c353',
    head: [16473, -8036, 7865, 7735],
  },
  {
    layers: filtered({ type: 'allpass', frequency: 600, resonance: 0.8 }),
    hash: '964798dd',
    head: [12388, -8368, 4338, 3052],
  },
  {
    layers: filtered({ type: 'allpass', frequency: 600, resonance: 0.8, frequency_end: 3000 }),
    hash: '37da50b4',
    head: [12744, -8603, 4484, 3149],
  },
  {
    layers: filtered({ type: 'comb', delay_ms: 1.3, feedback: 0.7, wet: 0.5 }),
    hash: '388832f2',
    head: [14544, -3658, 8269, 9339],
  },
  {
    layers: filtered({ type: 'formant', vowel: 'a', intensity: 0.8 }),
    hash: 'f9617130',
    head: [15226, -799, 9672, 11559],
  },
  { layers: filtered({ type: 'formant', vowel: 'i', intensity: 1 }), hash: '551b7395', head: [3619, 4393, 1872, 2631] },
  {
    layers: filtered({ type: 'ladder', cutoff: 1200, resonance: 0.5 }),
    hash: '0aa27521',
    head: [1082, 2478, 4379, 7027],
  },
  {
    layers: filtered({ type: 'ladder', cutoff: 5000, resonance: 0.9, cutoff_end: 300 }),
    hash: '4c21a2e8',
    head: [4044, 5988, 7464, 9567],
    differs: 'Q12',
  },
  {
    layers: filtered({ type: 'shelf_low', frequency: 300, gain_db: 6 }),
    hash: '25a0e530',
    head: [17599, -3659, 10580, 12308],
  },
  {
    layers: filtered({ type: 'shelf_high', frequency: 2000, gain_db: -6 }),
    hash: '99d6c684',
    head: [16076, -125, 11400, 14103],
  },
];

export const MODULATION_VECTORS: readonly Vector[] = [
  {
    layers: [
      {
        synthesis: { ...saw, detune: 20 },
        lfo: lfo({ waveform: 'sine', rate: 50, depth: 0.5 }, { target: 'pitch', semitones: 4 }),
      },
    ],
    hash: 'd266de1e',
    head: [-23197, -22729, -22260, -21790],
    differs: 'Q9',
  },
  {
    layers: [
      {
        synthesis: {
          type: 'multi_oscillator',
          frequency: 220,
          oscillators: [
            { waveform: 'triangle', phase: 1 },
            { waveform: 'square', volume: 0.4, detune: 9 },
          ],
        },
        lfo: lfo({ waveform: 'triangle', rate: 60, depth: 1, phase: 0.25 }, { target: 'pitch', semitones: 2 }),
      },
    ],
    hash: '23253a15',
    head: [607, 1269, 1931, 2595],
    differs: 'AA',
  },
  {
    layers: [
      {
        synthesis: noise,
        lfo: lfo({ waveform: 'sine', rate: 80, depth: 0.8, phase: 0.1 }, { target: 'pitch', semitones: 5 }),
      },
    ],
    hash: '7a484c49',
    head: [22570, -3809, 13175, 4891],
  },
  {
    layers: [
      {
        synthesis: sine,
        lfo: lfo({ waveform: 'sawtooth', rate: 70, depth: 0.8, phase: 0.3 }, { target: 'volume', amount: 0.9 }),
      },
    ],
    hash: '9d504548',
    head: [0, 1471, 2932, 4360],
  },
  {
    layers: [
      {
        synthesis: noise,
        filter: { type: 'lowpass', cutoff: 2000, resonance: 2, cutoff_end: 100 },
        lfo: lfo({ waveform: 'triangle', rate: 90, depth: 0.5 }, { target: 'filter_cutoff', amount: 3000 }),
      },
    ],
    hash: '6bdc408f',
    head: [80, 306, 611, 1036],
  },
  {
    // The cutoff goes up to 2900 Hz, beyond where the reference's ladder stops opening.
    layers: [
      {
        synthesis: noise,
        filter: { type: 'ladder', cutoff: 1500, resonance: 0.6 },
        lfo: lfo({ waveform: 'sine', rate: 90, depth: 1 }, { target: 'filter_cutoff', amount: 1400 }),
      },
    ],
    hash: '1f675a9c',
    head: [2134, 4057, 6415, 9723],
    differs: 'Q12',
  },
  {
    layers: [
      {
        synthesis: sine,
        pan: -0.3,
        delay: 0.005,
        lfo: lfo({ waveform: 'square', rate: 100, depth: 1 }, { target: 'pan', amount: 0.6 }),
      },
    ],
    hash: '17bc3148',
    head: [0, 0, 0, 0],
  },
  {
    layers: [
      {
        synthesis: { type: 'oscillator', waveform: 'square', frequency: 220, duty: 0.4, detune: 20 },
        lfo: lfo({ waveform: 'sine', rate: 60, depth: 1 }, { target: 'pulse_width', amount: 0.3 }),
      },
    ],
    hash: 'a6b4c891',
    head: [23197, 23197, 23197, 23197],
    differs: 'Q9',
  },
  {
    layers: [
      {
        synthesis: {
          type: 'multi_oscillator',
          frequency: 220,
          oscillators: [
            { waveform: 'pulse', duty: 0.3, phase: 2 },
            { waveform: 'sawtooth', volume: 0.5 },
          ],
        },
        lfo: lfo({ waveform: 'triangle', rate: 60, depth: 1 }, { target: 'pulse_width', amount: 0.3 }),
      },
    ],
    hash: '1759ce13',
    head: [-23197, -23043, -22889, -22734],
    differs: 'AA',
  },
  {
    layers: [
      {
        synthesis: {
          type: 'fm_synth',
          carrier_freq: 440,
          modulator_freq: 660,
          modulation_index: 2,
          ...sweep(220, 'linear'),
        },
        lfo: lfo({ waveform: 'sine', rate: 70, depth: 0.9, phase: 0.5 }, { target: 'fm_index', amount: 3 }),
      },
    ],
    hash: 'aacca402',
    head: [0, 10902, 18806, 22673],
  },
  {
    layers: [{ synthesis: sine, envelope: { attack: 0.003, decay: 0.004, sustain: 0.4, release: 0.006 } }],
    hash: 'be915c2d',
    head: [0, 46, 183, 405],
  },
  {
    layers: [{ synthesis: sine, envelope: { attack: 0, decay: 0, sustain: 1, release: 0.05 } }],
    hash: '41bc6b4b',
    head: [0, 0, 0, 0],
    differs: 'Q8',
  },
  {
    layers: [{ synthesis: sine, envelope: { attack: 0.01, decay: 0.008, sustain: 0.5, release: 0.01 } }],
    hash: '59cc0ff0',
    head: [0, 14, 54, 120],
  },
  {
    layers: [
      { synthesis: sine, volume: 0.7 },
      { synthesis: noise, volume: 0.4, delay: 0.01 },
    ],
    hash: '0a205823',
    head: [0, 1911, 3792, 5613],
  },
  {
    layers: [
      { synthesis: sine, volume: 0.7, pan: -0.6 },
      { synthesis: noise, volume: 0.4, pan: 0.25 },
    ],
    hash: '6ac30bb3',
    head: [5489, 8215, -3323, -7549],
  },
  {
    layers: [{ synthesis: { type: 'oscillator', waveform: 'triangle', frequency: 440, detune: 10 } }],
    params: { pitch_envelope: { attack: 0.005, decay: 0.005, sustain: 0.5, release: 0.004, depth: 12 } },
    hash: '7b5601b4',
    head: [-23197, -21335, -19456, -17560],
  },
  {
    layers: [{ synthesis: noise, pan: 0.3 }],
    params: { master_filter: { type: 'lowpass', cutoff: 3000, resonance: 1, cutoff_end: 500 } },
    hash: '789c575b',
    head: [1837, 2998, 4950, 8078],
  },
  {
    layers: [{ synthesis: saw, envelope: { attack: 0.002, decay: 0.002, sustain: 0.8, release: 0 } }],
    params: { loop_config: {} },
    hash: '6cc722f7',
    head: [0, -659, -1291, -1896],
    differs: 'Q13',
  },
  {
    layers: [{ synthesis: saw }],
    params: { loop_config: { start_sample: 100, end_sample: 400, crossfade_ms: 5, snap_to_zero_crossing: false } },
    hash: 'ca4a8000',
    head: [0, -20859, -20434, -20010],
    differs: 'Q13',
  },
  {
    layers: [{ synthesis: noise, filter: { type: 'lowpass', cutoff: 900, resonance: 1 } }],
    params: { loop_config: { start_sample: 130, end_sample: 410, crossfade_ms: 3, zero_crossing_tolerance: 60 } },
    hash: '073e9aa3',
    head: [666, 2308, 4157, 6365],
    differs: 'Q13',
  },
  {
    layers: [
      {
        synthesis: {
          type: 'granular',
          source: { type: 'noise', noise_type: 'white' },
          grain_size_ms: 12,
          grain_density: 300,
          position_spread: 0.4,
          pitch_spread: 1,
        },
        lfo: { config: { waveform: 'square', rate: 5, depth: 0.6 }, target: { target: 'grain_size', amount_ms: 8 } },
      },
    ],
    hash: '60f4a8cf',
    head: [0, 0, 0, -3],
    differs: 'Q10',
  },
  {
    layers: [
      {
        synthesis: {
          type: 'granular',
          source: { type: 'tone', waveform: 'triangle', frequency: 700 },
          grain_size_ms: 12,
          grain_density: 70,
          position_spread: 0.4,
        },
        lfo: {
          config: { waveform: 'sine', rate: 5, depth: 1, phase: 0.9 },
          target: { target: 'grain_density', amount: 60 },
        },
      },
    ],
    hash: '6fd18552',
    head: [0, 0, 0, 0],
    differs: 'Q10',
  },
  {
    layers: [
      {
        synthesis: { type: 'supersaw_unison', frequency: 220, voices: 3, detune_cents: 30, spread: 0.7 },
        volume: 0.9,
        pan: 0.1,
        delay: 0.002,
      },
    ],
    hash: '7a96cb47',
    head: [0, 0, 0, 0],
  },
];

export const SYNTHESIS_VECTORS: readonly Vector[] = [
  { layers: only(sine), hash: '4fde8421', head: [0, 2901, 5756, 8521] },
  {
    layers: only({ type: 'oscillator', waveform: 'triangle', frequency: 440, ...sweep(110, 'exponential') }),
    hash: '67b68ded',
    head: [-23197, -21346, -19500, -17660],
  },
  {
    layers: only({ type: 'oscillator', waveform: 'sawtooth', frequency: 440, ...sweep(880, 'linear') }),
    hash: '399c986a',
    head: [0, -23197, -22231, -21262],
  },
  {
    layers: only({ type: 'oscillator', waveform: 'square', frequency: 440 }),
    hash: '27f91d45',
    head: [16713, 8356, 8356, 8356],
    differs: 'Q6',
  },
  {
    layers: only({ type: 'oscillator', waveform: 'pulse', frequency: 330, duty: 0.2, ...sweep(660, 'logarithmic') }),
    hash: 'd41e5a9d',
    head: [15605, -23197, 7802, 7802],
    differs: 'Q6',
  },
  { layers: only({ ...sine, detune: 50 }), hash: '4fde8421', head: [0, 2901, 5756, 8521], differs: 'Q9' },
  {
    layers: only({
      type: 'multi_oscillator',
      frequency: 220,
      oscillators: [
        { waveform: 'sawtooth', detune: -7 },
        { waveform: 'square', volume: 0.5, duty: 0.25, phase: 1 },
        { waveform: 'triangle', volume: 0.4, phase: -1.5 },
      ],
      ...sweep(330, 'linear'),
    }),
    hash: '33a658f5',
    head: [-15042, -14622, -14201, -13779],
    differs: 'AA',
  },
  {
    layers: only({
      type: 'fm_synth',
      carrier_freq: 440,
      modulator_freq: 660,
      modulation_index: 2.5,
      ...sweep(110, 'exponential'),
    }),
    hash: 'ee5465c6',
    head: [0, 12960, 21335, 22979],
  },
  {
    layers: only({ type: 'karplus_strong', frequency: 440, decay: 0.99, blend: 0.6 }),
    hash: 'b0bcfd22',
    head: [22594, -5683, 12845, 14508],
    differs: 'Q16',
  },
  { layers: only(noise), hash: '9b1402cf', head: [21903, -5509, 12453, 14065] },
  { layers: only({ type: 'noise_burst', noise_type: 'pink' }), hash: 'b48da6dd', head: [-9095, -7731, -7361, -5715] },
  { layers: only({ type: 'noise_burst', noise_type: 'brown' }), hash: 'f1151df2', head: [2589, 1886, 3321, 4917] },
  {
    layers: only({ ...noise, filter: { type: 'bandpass', center: 2000, resonance: 2 } }),
    hash: '51bae714',
    head: [4777, 5886, 3031, 4280],
  },
  {
    layers: only({ ...noise, filter: { type: 'bandpass', center: 2000, resonance: 2, center_end: 500 } }),
    hash: '4bfbc23c',
    head: [5919, 7311, 3819, 5356],
  },
  {
    layers: only({ type: 'additive', base_freq: 220, harmonics: [1, -0.5, 0.25, 0, 0.1] }),
    hash: 'd3152b80',
    head: [0, 1367, 2665, 3830],
  },
  {
    layers: only({ type: 'feedback_fm', frequency: 220, feedback: 0.8, modulation_index: 1.2 }),
    hash: '243de040',
    head: [0, 1453, 4279, 8283],
  },
  {
    layers: only({ type: 'am_synth', carrier_freq: 440, modulator_freq: 120, modulation_depth: 0.5 }),
    hash: 'c0728c10',
    head: [0, 1970, 3975, 5981],
  },
  {
    layers: only({
      type: 'ring_mod_synth',
      carrier_freq: 440,
      modulator_freq: 150,
      mix: 0.7,
      freq_sweep: { end_freq: 220, curve: 'linear' },
    }),
    hash: 'bc91791d',
    head: [0, 958, 2072, 3319],
  },
  {
    layers: only({ type: 'pitched_body', start_freq: 400, end_freq: 100 }),
    hash: 'b16961a5',
    head: [0, 6078, 11670, 16377],
  },
  {
    layers: only({ type: 'metallic', base_freq: 600, num_partials: 6, inharmonicity: 1.4 }),
    hash: 'ea7804c7',
    head: [-1877, -354, 2485, 4030],
  },
  {
    layers: only({
      type: 'granular',
      source: { type: 'tone', waveform: 'sine', frequency: 440 },
      grain_size_ms: 6,
      grain_density: 300,
      pitch_spread: 1,
      position_spread: 0.3,
    }),
    hash: '7de0cefe',
    head: [0, 2, 13, 44],
  },
  {
    layers: only({
      type: 'granular',
      source: { type: 'noise', noise_type: 'pink' },
      grain_size_ms: 5,
      grain_density: 400,
    }),
    hash: '6f18e7ff',
    head: [0, -6, -25, -43],
  },
  {
    layers: only({
      type: 'granular',
      source: { type: 'formant', frequency: 220, formant_freq: 900 },
      grain_size_ms: 6,
      grain_density: 300,
      pitch_spread: 2,
      pan_spread: 0.8,
    }),
    hash: '96f5ecc2',
    head: [0, 0, -12, -12],
    differs: 'Q5 AA',
  },
  {
    layers: only({
      type: 'wavetable',
      table: 'basic',
      frequency: 330,
      position: 0.3,
      position_sweep: { end_position: 0.9 },
    }),
    hash: '54f69518',
    head: [-21088, -20361, -19647, -18949],
    differs: 'AA',
  },
  {
    layers: only({ type: 'wavetable', table: 'analog', frequency: 330, position: 0.3, voices: 3, detune: 12 }),
    hash: '1fbfab6a',
    head: [0, 4513, 8841, 12810],
    differs: 'AA',
  },
  {
    layers: only({ type: 'wavetable', table: 'digital', frequency: 330, position: 0.3 }),
    hash: '02c313ef',
    head: [0, 23197, 23197, 23197],
    differs: 'AA',
  },
  {
    layers: only({ type: 'wavetable', table: 'pwm', frequency: 330, position: 0.3 }),
    hash: 'c1d8b496',
    head: [23197, 23197, 23197, 23197],
    differs: 'AA Q20',
  },
  {
    layers: only({ type: 'wavetable', table: 'formant', frequency: 330, position: 0.3 }),
    hash: 'd56dcd67',
    head: [0, 13449, 10917, 10855],
    differs: 'AA',
  },
  {
    layers: only({ type: 'wavetable', table: 'organ', frequency: 330, position: 0.3 }),
    hash: '622c8e82',
    head: [0, 11221, 19273, 22848],
    differs: 'Q20',
  },
  {
    layers: only({ type: 'pd_synth', frequency: 220, distortion: 3, distortion_decay: 20, waveform: 'resonant' }),
    hash: 'cbd46e44',
    head: [0, 0, 0, 0],
    differs: 'Q20',
  },
  {
    layers: only({ type: 'pd_synth', frequency: 220, distortion: 3, waveform: 'sawtooth' }),
    hash: '2b1db002',
    head: [0, 3621, 7153, 10509],
    differs: 'Q20',
  },
  {
    layers: only({
      type: 'pd_synth',
      frequency: 220,
      distortion: 3,
      waveform: 'pulse',
      freq_sweep: { end_freq: 440, curve: 'exponential' },
    }),
    hash: 'b034f9b7',
    head: [133, 153, 175, 202],
    differs: 'Q20',
  },
  {
    layers: only({
      type: 'modal',
      frequency: 440,
      excitation: 'impulse',
      modes: [
        { freq_ratio: 1, amplitude: 1, decay_time: 0.1 },
        { freq_ratio: 2.76, amplitude: 0.6, decay_time: 0.05 },
      ],
    }),
    hash: '97569724',
    head: [5164, 2685, 1533, 319],
  },
  {
    layers: only({
      type: 'modal',
      frequency: 440,
      excitation: 'noise',
      modes: [
        { freq_ratio: 1, amplitude: 1, decay_time: 0.1 },
        { freq_ratio: 2.76, amplitude: 0.6, decay_time: 0.05 },
      ],
    }),
    hash: 'fc97ef46',
    head: [-23197, -13244, -17082, -15017],
  },
  {
    layers: only({
      type: 'modal',
      frequency: 440,
      excitation: 'pluck',
      modes: [
        { freq_ratio: 1, amplitude: 1, decay_time: 0.1 },
        { freq_ratio: 2.76, amplitude: 0.6, decay_time: 0.05 },
      ],
      freq_sweep: { end_freq: 330, curve: 'exponential' },
    }),
    hash: '83509685',
    head: [23197, 14890, 15585, 13890],
  },
  {
    layers: only({
      type: 'vocoder',
      carrier_freq: 110,
      carrier_type: 'sawtooth',
      num_bands: 8,
      band_spacing: 'logarithmic',
      envelope_attack: 0.002,
      envelope_release: 0.01,
      formant_rate: 40,
    }),
    hash: '2a0faa9c',
    head: [-89, -411, -778, -1013],
    differs: 'AA',
  },
  {
    layers: only({
      type: 'vocoder',
      carrier_freq: 110,
      carrier_type: 'noise',
      num_bands: 5,
      band_spacing: 'linear',
      envelope_attack: 0.002,
      envelope_release: 0.01,
    }),
    hash: '992a9ac5',
    head: [245, 140, -20, 631],
  },
  {
    layers: only({
      type: 'vocoder',
      carrier_freq: 110,
      carrier_type: 'pulse',
      num_bands: 8,
      band_spacing: 'linear',
      envelope_attack: 0.002,
      envelope_release: 0.01,
      bands: [
        { center_freq: 400, bandwidth: 4, envelope_pattern: [0, 1, 0.3] },
        { center_freq: 1500, bandwidth: 4, envelope_pattern: [1, 0] },
      ],
    }),
    hash: '2b115975',
    head: [64, 337, 672, 926],
    differs: 'Q24 AA',
  },
  {
    layers: only({
      type: 'formant',
      frequency: 220,
      vowel: 'a',
      vowel_morph: 'o',
      morph_amount: 0.4,
      breathiness: 0.1,
    }),
    hash: '389626c2',
    head: [2226, -370, 1428, 1840],
    differs: 'Q20',
  },
  {
    layers: only({ type: 'formant', frequency: 220, formants: [{ frequency: 700, amplitude: 0.8, bandwidth: 8 }] }),
    hash: 'c8410bd6',
    head: [0, 43, 169, 378],
    differs: 'Q20',
  },
  {
    layers: only({
      type: 'vector',
      frequency: 220,
      sources: [
        { source_type: 'sine' },
        { source_type: 'saw', frequency_ratio: 2 },
        { source_type: 'noise' },
        { source_type: 'wavetable' },
      ],
    }),
    hash: 'cde111d1',
    head: [-535, -9370, -125, 2521],
    differs: 'AA',
  },
  {
    layers: only({
      type: 'vector',
      frequency: 220,
      sources: [
        { source_type: 'triangle' },
        { source_type: 'square' },
        { source_type: 'saw' },
        { source_type: 'wavetable' },
      ],
      path: [
        { x: 0, y: 0, duration: 0.002 },
        { x: 1, y: 0.2, duration: 0.005 },
        { x: 0.5, y: 1, duration: 0.004 },
      ],
      path_loop: true,
      path_curve: 'exponential',
    }),
    hash: 'ab731bf3',
    head: [-23197, -22271, -21346, -20420],
    differs: 'AA',
  },
  {
    layers: only({
      type: 'supersaw_unison',
      frequency: 220,
      voices: 5,
      detune_cents: 40,
      spread: 0,
      detune_curve: 'exp2',
    }),
    hash: 'c662ea90',
    head: [0, -23197, -22725, -22253],
  },
  {
    layers: only({ type: 'waveguide', frequency: 440, breath: 0.7, noise: 0.2, damping: 0.3, resonance: 0.8 }),
    hash: '403fd992',
    head: [0, 0, 0, 0],
    differs: 'Q16',
  },
  {
    layers: only({ type: 'bowed_string', frequency: 440, bow_pressure: 0.5, bow_position: 0.12, damping: 0.3 }),
    hash: 'b45dd083',
    head: [0, 87, 203, 329],
    differs: 'Q16',
  },
  {
    layers: only({ type: 'membrane_drum', frequency: 220, decay: 0.9, tone: 0.4, strike: 0.7 }),
    hash: 'b70af12b',
    head: [-12582, -8911, -12467, -14801],
  },
  {
    layers: only({ type: 'comb_filter_synth', frequency: 440, decay: 0.9, excitation: 'impulse' }),
    hash: 'c037e7d3',
    head: [23197, 0, 0, 0],
  },
  {
    layers: only({ type: 'comb_filter_synth', frequency: 440, decay: 0.9, excitation: 'noise' }),
    hash: '96317339',
    head: [22594, -5683, 12845, 14508],
  },
  {
    layers: only({ type: 'comb_filter_synth', frequency: 440, decay: 0.9, excitation: 'saw' }),
    hash: 'a7173016',
    head: [-23197, -22269, -21341, -20414],
  },
  {
    layers: only({ type: 'pulsar', frequency: 1200, pulse_rate: 300, grain_size_ms: 5, shape: 'sawtooth' }),
    hash: '4098ae75',
    head: [0, -17, -60, -116],
    differs: 'AA',
  },
  {
    layers: only({ type: 'vosim', frequency: 220, formant_freq: 1500, pulses: 3, breathiness: 0.2 }),
    hash: '9a0c0812',
    head: [1156, 5001, 15267, 23197],
    differs: 'Q20',
  },
  {
    layers: only({ type: 'spectral_freeze', source: { type: 'noise', noise_type: 'white' } }),
    params: { duration_seconds: 0.1 },
    hash: '89b59cc8',
    head: [0, 0, 0, 0],
    differs: 'Q23',
  },
  {
    layers: only({ type: 'spectral_freeze', source: { type: 'tone', waveform: 'sawtooth', frequency: 220 } }),
    params: { duration_seconds: 0.1 },
    hash: '51b90a41',
    head: [0, 0, 0, 0],
    differs: 'Q23 AA',
  },
];
