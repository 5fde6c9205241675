import { expect, it } from 'vitest';
import { layerOf } from './_fixtures.ts';
import { defaultOversampling } from './oversampling.ts';
import { audioParams } from './params.ts';

const of = (synthesis: object, layer: object = {}, params: object = {}) =>
  defaultOversampling(
    audioParams.parse({ duration_seconds: 1, layers: [layerOf({ synthesis, ...layer })], ...params }),
  );
const tone = (frequency: number, more: object = {}) => ({ type: 'oscillator', waveform: 'sine', frequency, ...more });
const envelope = { attack: 0, decay: 0, sustain: 1, release: 0 };

it.each([
  ['a low tone', tone(440), 1],
  ['a high tone', tone(2205), 8],
  ['a tone just below', tone(2204), 1],
  ['a sweep up', tone(440, { freq_sweep: { end_freq: 3000, curve: 'linear' } }), 8],
  ['a sweep down', tone(3000, { freq_sweep: { end_freq: 40, curve: 'linear' } }), 8],
  [
    'high modulation of a low carrier',
    { type: 'fm_synth', carrier_freq: 440, modulator_freq: 9000, modulation_index: 1 },
    1,
  ],
  ['noise', { type: 'noise_burst', noise_type: 'white' }, 1],
  [
    'grains of a high tone',
    {
      type: 'granular',
      source: { type: 'tone', waveform: 'sine', frequency: 4000 },
      grain_size_ms: 50,
      grain_density: 20,
    },
    8,
  ],
])('%s', (_, synthesis, factor) => {
  expect(of(synthesis)).toBe(factor);
});

it('counts bends and vibrato upwards', () => {
  const bend = (depth: number) => of(tone(1500), {}, { pitch_envelope: { ...envelope, depth } });
  expect([bend(-12), bend(0), bend(12)]).toEqual([1, 1, 8]);
  const config = { waveform: 'sine', rate: 5, depth: 1 };
  const vibrato = (semitones: number) => of(tone(1500), { lfo: { config, target: { target: 'pitch', semitones } } });
  expect([vibrato(1), vibrato(12)]).toEqual([1, 8]);
});

it('depends on the sample rate', () => {
  expect(of(tone(3000), {}, { sample_rate: 96000 })).toBe(1);
  expect(of(tone(1200), {}, { sample_rate: 22050 })).toBe(8);
});
