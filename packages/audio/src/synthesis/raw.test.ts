/** The raw signals of the generators of the reference, at 44.1 kHz from a random generator seeded with 42. */
import { Pcg32 } from '@speccade/numerics';
import type { Synthesis } from '@speccade/spec/kinds/audio_v1';
import { expect, it } from 'vitest';
import { collect } from '../_fixtures.ts';
import { rms } from '../_spectrum.ts';
import { peakOf } from '../dsp/peak.ts';
import { normalized } from '../normalized.ts';
import { referenceTools } from '../reference/index.ts';
import { synthesizerFor } from '../voice.ts';

const LENGTH = 4410;

/** Samples 1, 2, 100, 1000 and 4000, RMS and peak. */
type Measures = readonly [number, number, number, number, number, rms: number, peak: number];

const cases = [
  [
    { type: 'feedback_fm', frequency: 220, feedback: 0.8, modulation_index: 1.5 },
    [0.03134, 0.100129, -0.004533, -0.936918, -0.996161, 0.67494, 1.0],
  ],
  [
    { type: 'am_synth', carrier_freq: 440, modulator_freq: 30, modulation_depth: 0.5 },
    [0.041855, 0.083723, -0.011467, -0.051802, -0.18281, 0.5, 0.9997],
  ],
  [
    { type: 'ring_mod_synth', carrier_freq: 440, modulator_freq: 150, mix: 0.7 },
    [0.019732, 0.041256, -0.01269, -0.100332, 0.070449, 0.40927, 0.9996],
  ],
  [
    { type: 'pitched_body', start_freq: 200, end_freq: 50 },
    [0.066317, 0.132286, 0.077445, -0.99722, 0.404401, 0.57495, 1.0],
  ],
  [
    { type: 'metallic', base_freq: 600, num_partials: 6, inharmonicity: 1.4 },
    [0.042222, 0.086589, 0.242127, -0.483106, 0.033673, 0.38904, 1.0],
  ],
  [
    {
      type: 'granular',
      source: { type: 'tone', waveform: 'sine', frequency: 440 },
      grain_size_ms: 20,
      grain_density: 50,
      pitch_spread: 1,
      position_spread: 0.3,
      pan_spread: 0,
    },
    [1e-6, 6e-6, -0.038258, 0.392135, -0.770964, 0.43303, 0.9993],
  ],
  [
    { type: 'wavetable', table: 'basic', frequency: 220, position: 0.5 },
    [0.035141, 0.039978, -0.217206, -0.041297, -0.07428, 0.30542, 0.5149],
  ],
  [
    { type: 'wavetable', table: 'analog', frequency: 220, position: 0.5 },
    [0.070372, 0.140084, 0.00178, -0.158974, -0.563879, 0.42326, 0.7712],
  ],
  [
    { type: 'wavetable', table: 'digital', frequency: 220, position: 0.5 },
    [0.762251, 1.0, 0.002473, -1.0, -1.0, 0.70394, 1.0],
  ],
  [{ type: 'wavetable', table: 'pwm', frequency: 220, position: 0.5 }, [1.0, 1.0, 0.0, -1.0, -1.0, 0.99216, 1.0]],
  [
    { type: 'wavetable', table: 'formant', frequency: 220, position: 0.5 },
    [0.203212, 0.394742, 0.20538, -0.059259, -0.996056, 0.70293, 1.0],
  ],
  [
    { type: 'wavetable', table: 'organ', frequency: 220, position: 0.5 },
    [0.045273, 0.089131, 0.147029, -0.090146, -0.234041, 0.17969, 0.2844],
  ],
  [
    { type: 'pd_synth', frequency: 220, distortion: 3, distortion_decay: 2, waveform: 'resonant' },
    [0.0, 0.0, 0.382814, -0.267724, -0.80911, 0.54064, 1.0],
  ],
  [
    { type: 'pd_synth', frequency: 220, distortion: 3, distortion_decay: 2, waveform: 'sawtooth' },
    [0.078279, 0.156074, -0.921647, -0.044815, -0.182134, Math.SQRT1_2, 1.0],
  ],
  [
    { type: 'pd_synth', frequency: 220, distortion: 3, distortion_decay: 2, waveform: 'pulse' },
    [0.006134, 0.00658, 0.024834, -0.008688, -0.026573, 0.49237, 1.0],
  ],
  [
    {
      type: 'modal',
      frequency: 440,
      excitation: 'noise',
      modes: [
        { freq_ratio: 1, amplitude: 1, decay_time: 1 },
        { freq_ratio: 2.76, amplitude: 0.6, decay_time: 0.5 },
      ],
    },
    [-0.173915, -0.362568, -0.049554, -0.252382, -0.180261, 0.30412, 1.0],
  ],
  [
    { type: 'membrane_drum', frequency: 110, decay: 0.5, tone: 0.4, strike: 0.7 },
    [-0.477524, -0.590189, -0.06742, 0.671418, -0.018035, 0.35809, 1.0],
  ],
  [
    { type: 'comb_filter_synth', frequency: 220, decay: 0.9, excitation: 'saw' },
    [-0.99, -0.98, 0.0, -0.59049, -0.121577, 0.28074, 1.0],
  ],
  [
    { type: 'pulsar', frequency: 800, pulse_rate: 50, grain_size_ms: 10, shape: 'sine' },
    [6e-6, 4.6e-5, -0.393098, 0.429018, 0.0, 0.30619, 0.9903],
  ],
  [
    { type: 'vosim', frequency: 110, formant_freq: 800, pulses: 3, breathiness: 0.2 },
    [0.013169, 0.05532, 0.203207, -0.036797, -0.010655, 0.20836, 1.0],
  ],
  [
    { type: 'spectral_freeze', source: { type: 'tone', waveform: 'sawtooth', frequency: 220 } },
    [0.0, 0.0, -1e-6, 0.631037, -0.081422, 0.28338, 0.6752],
  ],
  [
    { type: 'waveguide', frequency: 220, breath: 0.7, noise: 0.2, damping: 0.3, resonance: 0.8 },
    [0.0, 0.0, 0.0, 0.031031, -0.321294, 0.97079, 1.4892],
  ],
  [
    { type: 'bowed_string', frequency: 220, bow_pressure: 0.5, bow_position: 0.12, damping: 0.3 },
    [0.000122, 0.000285, 0.018243, 0.040958, -0.058908, 0.13638, 0.4529],
  ],
  [
    { type: 'formant', frequency: 110, formants: [], vowel: 'a', morph_amount: 0, breathiness: 0.1 },
    [-0.084986, -0.011414, 0.567221, 0.851024, -0.067369, 0.50178, 1.0],
  ],
  [
    {
      type: 'vector',
      frequency: 220,
      sources: [
        { source_type: 'sine', frequency_ratio: 1 },
        { source_type: 'saw', frequency_ratio: 1 },
        { source_type: 'noise', frequency_ratio: 1 },
        { source_type: 'wavetable', frequency_ratio: 1 },
      ],
      position_x: 0.5,
      position_y: 0.5,
      path: [],
      path_loop: false,
      path_curve: 'linear',
    },
    [-0.454925, -0.226278, -0.135198, 0.342355, -0.122626, 0.21608, 0.4696],
  ],
  [
    {
      type: 'vocoder',
      carrier_freq: 110,
      carrier_type: 'sawtooth',
      num_bands: 8,
      band_spacing: 'logarithmic',
      envelope_attack: 0.01,
      envelope_release: 0.05,
      formant_rate: 2,
      bands: [],
    },
    [-0.001354, -0.002913, 0.017005, 0.156008, 0.190242, 0.28275, 1.0],
  ],
] as unknown as readonly (readonly [Synthesis, Measures])[];

it.each(cases)('%j', (synthesis, measures) => {
  const { synthesis: table, filters } = referenceTools;
  const context = {
    sampleRate: 44100,
    length: LENGTH,
    random: new Pcg32(42),
    modulation: {},
    lowestPitch: 1,
    pan: 0,
    filters,
  };
  const make = () => synthesizerFor(table, synthesis)!.voice(synthesis, context);
  const signal = normalized(make(), make, LENGTH, LENGTH);
  const x = collect(LENGTH, (out, start, end) => signal.render(out, start, end));
  [1, 2, 100, 1000, 4000].forEach((at, k) => {
    expect(x[at]).toBeCloseTo(measures[k]!, 5);
  });
  expect(rms(x)).toBeCloseTo(measures[5], 4);
  expect(peakOf(x)).toBeCloseTo(measures[6], 3);
});
