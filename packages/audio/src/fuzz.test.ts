/**
 * Hostile parameters end in an issue or in a sound that is finite and bounded. A few hundred recipes here, 10 000 with
 * FUZZ_RUNS=10000, which takes half a minute.
 */
import { BackendError } from '@speccade/spec';
import { audioParams } from '@speccade/spec/kinds/audio_v1';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileRecipe } from './_arbitrary.ts';
import { paramsOf } from './_fixtures.ts';
import { peakOf } from './dsp/peak.ts';
import { quantize } from './quantize.ts';
import { renderParams } from './render.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
/** 600 dB above full scale: where no number is larger than {@link SANE}, only what runs away is beyond. */
const BOUND = 1e30;
const SANE = 1e6;

/** Whether no number in the JSON is huge: what is told to be loud is loud. */
function isSane(json: unknown): boolean {
  if (typeof json === 'number') return Math.abs(json) <= SANE;
  return typeof json !== 'object' || json === null || Object.values(json).every(isSane);
}

/** What became of the recipe; throws where it is neither. */
function judge(raw: unknown, seed: number): 'invalid' | 'refused' | 'sound' {
  const parsed = audioParams.safeParse(raw);
  if (!parsed.success) {
    expect(parsed.error.issues.length).toBeGreaterThan(0);
    return 'invalid';
  }
  try {
    const { channels } = renderParams(parsed.data, seed);
    for (const channel of channels) {
      expect(channel.every(Number.isFinite)).toBe(true);
      if (isSane(raw)) expect(peakOf(channel)).toBeLessThan(BOUND);
    }
    expect(quantize(channels).length).toBe(channels.length * channels[0]!.length);
    return 'sound';
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    expect(error.issues.length).toBeGreaterThan(0);
    return 'refused';
  }
}

it(`${RUNS} recipes`, () => {
  const outcomes = { invalid: 0, refused: 0, sound: 0 };
  fc.assert(
    fc.property(hostileRecipe, fc.nat(), (raw, seed) => {
      outcomes[judge(raw, seed)]++;
    }),
    { numRuns: RUNS },
  );
  expect(outcomes.sound).toBeGreaterThan(RUNS / 4);
  expect(outcomes.invalid).toBeGreaterThan(RUNS / 20);
}, 3_600_000);

it.each([0, -440, 1e-9, 1e12])('half a minute of every pitched type at %d Hz', (frequency) => {
  const carrier = { carrier_freq: frequency, modulator_freq: frequency };
  const sources = ['sine', 'saw', 'square', 'wavetable'].map((source_type) => ({ source_type }));
  const types = [
    { type: 'oscillator', waveform: 'sawtooth', frequency },
    { type: 'multi_oscillator', frequency, oscillators: [{ waveform: 'square' }] },
    { type: 'fm_synth', ...carrier, modulation_index: 9 },
    { type: 'feedback_fm', frequency, feedback: 1, modulation_index: 3 },
    { type: 'am_synth', ...carrier, modulation_depth: 1 },
    { type: 'ring_mod_synth', ...carrier, mix: 1 },
    { type: 'karplus_strong', frequency, decay: 1, blend: 1 },
    { type: 'additive', base_freq: frequency, harmonics: Array(300).fill(1) },
    { type: 'pitched_body', start_freq: frequency, end_freq: 0 },
    { type: 'metallic', base_freq: frequency, num_partials: 10_000, inharmonicity: 0.9 },
    { type: 'wavetable', table: 'pwm', frequency },
    { type: 'pd_synth', frequency, distortion: 5, waveform: 'pulse' },
    { type: 'formant', frequency },
    { type: 'vector', frequency, sources },
    { type: 'supersaw_unison', frequency, voices: 7, detune_cents: 30, spread: 1 },
    { type: 'waveguide', frequency, breath: 1, noise: 1, damping: 0, resonance: 1 },
    { type: 'bowed_string', frequency, bow_pressure: 1, bow_position: 0, damping: 0 },
    { type: 'comb_filter_synth', frequency, decay: 1, excitation: 'noise' },
    { type: 'pulsar', frequency, pulse_rate: frequency, grain_size_ms: 1000, shape: 'square' },
    { type: 'vosim', frequency, formant_freq: frequency, pulses: 16 },
    { type: 'spectral_freeze', source: { type: 'tone', waveform: 'square', frequency } },
  ];
  for (const synthesis of types) {
    const params = paramsOf([{ synthesis }], { duration_seconds: 30, sample_rate: 2000 });
    for (const channel of renderParams(params, 1).channels) {
      expect(channel.length).toBe(60_000);
      expect(channel.every(Number.isFinite)).toBe(true);
      expect(peakOf(channel)).toBeLessThan(100);
    }
  }
});

it('no duration at all is refused', () => {
  expect(judge({ duration_seconds: 0, layers: [] }, 1)).toBe('invalid');
});
