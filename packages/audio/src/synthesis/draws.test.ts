/**
 * Which random numbers each type draws, and in what order: the seed's numbers are part of what a sound is. One that is
 * drawn before, after or instead of another makes a sound another one, so the samples stand here as they are.
 */
import { Pcg32 } from '@speccade/numerics';
import { expect, it } from 'vitest';
import { voiceOf } from '../_fixtures.ts';

const LENGTH = 3000;

/** Steps that the generator has made, two to a number of 53 bits, by what comes next. */
function steps(random: Pcg32): number {
  const next = random.nextU64();
  const again = new Pcg32(42);
  for (let count = 0; count < 200_000; count++) {
    if (again.clone().nextU64() === next) return count;
    again.nextU32();
  }
  return Number.NaN;
}

const noise = { type: 'noise', noise_type: 'white' };
const grains = { type: 'granular', grain_size_ms: 40, grain_density: 60 };
const tone = { type: 'tone', waveform: 'sine', frequency: 440 };
const vocoder = {
  type: 'vocoder',
  carrier_freq: 110,
  num_bands: 8,
  band_spacing: 'linear',
  envelope_attack: 0.01,
  envelope_release: 0.01,
};
const modal = {
  type: 'modal',
  frequency: 440,
  modes: [
    { freq_ratio: 1, amplitude: 1, decay_time: 1 },
    { freq_ratio: 2.7, amplitude: 0.5, decay_time: 1 },
  ],
};
const wave = (source_type: string) => ({ source_type });

/** Each type that draws: steps of the generator for 3000 samples, and the samples 3, 300 and 2500. */
const CASES: readonly (readonly [object, number, readonly [number, number, number]])[] = [
  [{ type: 'noise_burst', noise_type: 'white' }, 6000, [0.397251, -0.0426627, 0.7029739]],
  [{ type: 'noise_burst', noise_type: 'pink' }, 6062, [-0.4911349, -0.2362542, -0.3242992]],
  [{ type: 'noise_burst', noise_type: 'brown' }, 6000, [0.0388288, -0.4479154, 0.2457104]],
  [{ type: 'karplus_strong', frequency: 220, decay: 0.99, blend: 0.5 }, 400, [0.3972411, -0.7142151, 0.2927527]],
  [{ type: 'metallic', base_freq: 500, num_partials: 6, inharmonicity: 1.2 }, 12, [0.1238767, 0.1839866, 0.7124713]],
  [{ ...grains, source: noise }, 17640, [0.0000073, -0.0071409, 0.3882341]],
  [
    { ...grains, source: { ...noise, noise_type: 'pink' }, position_spread: 0.5 },
    17955,
    [-0.0000061, 0.2020028, 0.6786085],
  ],
  [{ ...grains, source: tone, position_spread: 0.5 }, 7, [0.0000034, -0.0071523, -0.6590651]],
  [{ ...grains, source: tone, pitch_spread: 3 }, 10, [0.0000041, -0.0342694, 0.4173252]],
  [{ ...grains, source: noise, pitch_spread: 3, position_spread: 0.5 }, 17657, [0.000009, 0.1671992, -0.050873]],
  [{ ...modal, excitation: 'impulse' }, 4, [0.2663571, 0.109023, -0.0819306]],
  [{ ...modal, excitation: 'noise' }, 444, [-0.5482096, -0.3838232, -0.3572779]],
  [{ ...modal, excitation: 'pluck' }, 180, [-0.3490863, -0.366385, -0.7288699]],
  [{ ...vocoder, carrier_type: 'sawtooth' }, 48016, [-0.0039527, 0.0084525, -0.0043929]],
  [{ ...vocoder, carrier_type: 'noise' }, 54016, [0.0005063, -0.1850743, 0.1336167]],
  [{ type: 'formant', frequency: 110, breathiness: 0.3 }, 6000, [0.1048828, -0.091895, 0.4256065]],
  [
    { type: 'vector', frequency: 220, sources: ['sine', 'saw', 'noise', 'wavetable'].map(wave) },
    6000,
    [-0.0732328, -0.0070216, 0.2069973],
  ],
  [
    { type: 'vector', frequency: 220, sources: ['sine', 'saw', 'sine', 'sine'].map(wave) },
    6000,
    [-0.1720953, 0.0143266, 0.1186938],
  ],
  [
    { type: 'waveguide', frequency: 220, breath: 0.7, noise: 0.2, damping: 0.3, resonance: 0.8 },
    6000,
    [0, -0.0654385, 0.3084743],
  ],
  [
    { type: 'waveguide', frequency: 220, breath: 0.7, noise: 0, damping: 0.3, resonance: 0.8 },
    6000,
    [0, 0.0149531, 0.497902],
  ],
  [
    { type: 'membrane_drum', frequency: 110, decay: 0.5, tone: 0.4, strike: 0.7 },
    458,
    [-0.6716986, 0.2839932, -0.1646987],
  ],
  [
    { type: 'comb_filter_synth', frequency: 220, decay: 0.9, excitation: 'noise' },
    400,
    [0.3972411, -0.4910827, -0.1541069],
  ],
  [
    { type: 'vosim', frequency: 110, formant_freq: 800, pulses: 3, breathiness: 0.2 },
    6000,
    [0.1357369, -0.0460784, 0.2206664],
  ],
  [{ type: 'vosim', frequency: 110, formant_freq: 800, pulses: 3 }, 0, [0.1323878, -0.022221, 0.1958037]],
  [{ type: 'spectral_freeze', source: noise }, 5120, [0, -0.0011065, -0.1545079]],
  [{ type: 'spectral_freeze', source: { ...noise, noise_type: 'brown' } }, 5120, [0, -0.0179659, 0.1066511]],
];

it.each(CASES)('%j draws the same numbers in the same order', (synthesis, count, samples) => {
  const random = new Pcg32(42);
  const x = voiceOf(synthesis, LENGTH, { random });
  expect(steps(random)).toBe(count);
  [3, 300, 2500].forEach((at, k) => {
    expect(x[at]).toBeCloseTo(samples[k]!, 6);
  });
});

it.each([
  { type: 'oscillator', waveform: 'sawtooth', frequency: 440 },
  { type: 'multi_oscillator', frequency: 440, oscillators: [{ waveform: 'sine' }] },
  { type: 'fm_synth', carrier_freq: 440, modulator_freq: 220, modulation_index: 1 },
  { type: 'feedback_fm', frequency: 440, feedback: 0.5, modulation_index: 1 },
  { type: 'am_synth', carrier_freq: 440, modulator_freq: 20, modulation_depth: 1 },
  { type: 'ring_mod_synth', carrier_freq: 440, modulator_freq: 20, mix: 1 },
  { type: 'additive', base_freq: 440, harmonics: [1, 1] },
  { type: 'pitched_body', start_freq: 440, end_freq: 50 },
  { ...grains, source: tone },
  { type: 'wavetable', table: 'basic', frequency: 440, voices: 4, detune: 10 },
  { type: 'pd_synth', frequency: 440, distortion: 2, waveform: 'resonant' },
  { type: 'formant', frequency: 110 },
  { type: 'supersaw_unison', frequency: 220, voices: 5, detune_cents: 20, spread: 0 },
  { type: 'bowed_string', frequency: 220, bow_pressure: 0.5, bow_position: 0.12, damping: 0.3 },
  { type: 'comb_filter_synth', frequency: 220, decay: 0.9 },
  { type: 'pulsar', frequency: 440, pulse_rate: 100, grain_size_ms: 5, shape: 'square' },
  { type: 'spectral_freeze', source: tone },
])('%j draws none', (synthesis) => {
  const random = new Pcg32(42);
  voiceOf(synthesis, LENGTH, { random });
  expect(steps(random)).toBe(0);
});
