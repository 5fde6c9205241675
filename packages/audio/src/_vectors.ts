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
];
