import { expect, it } from 'vitest';
import { paramsOf } from '../_fixtures.ts';
import { centsOff, pitchNear, rms } from '../_spectrum.ts';
import { renderParams } from '../render.ts';

const RATE = 44100;
const up = { pitch_envelope: { attack: 0, decay: 0, sustain: 1, release: 0, depth: 12 } };
const render = (synthesis: object, change: object = {}, compat?: 'reference') =>
  renderParams(paramsOf([{ synthesis }], { duration_seconds: 0.3, sample_rate: RATE, ...change }), 5, { compat })
    .channels[0]! as Float64Array;

const modes = [
  { freq_ratio: 1, amplitude: 1, decay_time: 1 },
  { freq_ratio: 2.76, amplitude: 0.6, decay_time: 0.5 },
];

/** Each type at `f` Hz. */
const types: Record<string, (f: number) => object> = {
  feedback_fm: (frequency) => ({ frequency, feedback: 0.5, modulation_index: 1 }),
  am_synth: (f) => ({ carrier_freq: f, modulator_freq: f / 4, modulation_depth: 0.5 }),
  ring_mod_synth: (f) => ({ carrier_freq: f, modulator_freq: f / 4, mix: 0.5 }),
  pitched_body: (f) => ({ start_freq: f, end_freq: f / 2 }),
  metallic: (base_freq) => ({ base_freq, num_partials: 5, inharmonicity: 1.2 }),
  pd_synth: (frequency) => ({ frequency, distortion: 2, waveform: 'resonant' }),
  modal: (frequency) => ({ frequency, modes, excitation: 'pluck' }),
  formant: (frequency) => ({ frequency, vowel: 'o' }),
  vector: (frequency) => ({
    frequency,
    sources: ['sine', 'saw', 'square', 'wavetable'].map((source_type) => ({ source_type })),
  }),
  waveguide: (frequency) => ({ frequency, breath: 0.7, noise: 0.2, damping: 0.3, resonance: 0.8 }),
  membrane_drum: (frequency) => ({ frequency, decay: 0.5, tone: 0.5, strike: 0.5 }),
  pulsar: (f) => ({ frequency: 4 * f, pulse_rate: f, grain_size_ms: 3, shape: 'sine' }),
  vosim: (frequency) => ({ frequency, formant_freq: 2000, pulses: 2 }),
};

it.each(Object.keys(types))('a pitch envelope of an octave makes %s what it is an octave higher', (type) => {
  const bent = render({ type, ...types[type]!(210) }, up);
  const high = render({ type, ...types[type]!(420) });
  const difference = bent.map((v, i) => v - high[i]!);
  expect(rms(difference)).toBeLessThan(1e-6 * rms(high));
  expect(render({ type, ...types[type]!(210) }, up, 'reference')).toEqual(
    render({ type, ...types[type]!(210) }, {}, 'reference'),
  );
});

it.each([
  {
    type: 'granular',
    source: { type: 'tone', waveform: 'sine', frequency: 210 },
    grain_size_ms: 200,
    grain_density: 30,
  },
  {
    type: 'vocoder',
    carrier_freq: 210,
    carrier_type: 'sawtooth',
    num_bands: 8,
    band_spacing: 'linear',
    envelope_attack: 0.01,
    envelope_release: 0.05,
  },
  { type: 'bowed_string', frequency: 210, bow_pressure: 0.6, bow_position: 0.2, damping: 0.3 },
  { type: 'comb_filter_synth', frequency: 210, decay: 0.99, excitation: 'saw' },
])('it bends %j', (synthesis) => {
  const pitch = pitchNear(render(synthesis, { ...up, duration_seconds: 0.6 }), 420, RATE, 2000);
  expect(Math.abs(centsOff(pitch, 420))).toBeLessThan(12);
});
