import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paramsOf, sound } from './_fixtures.ts';
import { crossfadeIntoLead, fadeInto, findLoopPoints, nearestZeroCrossing, planLoop } from './loop.ts';
import { renderParams } from './render.ts';

const config = {
  enabled: true,
  crossfade_ms: 10,
  snap_to_zero_crossing: true,
  zero_crossing_tolerance: 1000,
};

describe('nearestZeroCrossing', () => {
  const nearest = (x: number[], target: number, tolerance: number) =>
    nearestZeroCrossing((i) => x[i]!, x.length, target, tolerance);
  it('takes the sample nearer to zero, nearest to the target', () => {
    expect(nearest([1, 0.9, -0.1, -1, -0.2, 0.5], 1, 10)).toBe(2);
    expect(nearest([1, 0.9, -0.1, -1, -0.2, 0.5], 5, 10)).toBe(4);
  });
  it('falls back to the smallest value in reach', () => {
    expect(nearest([1, 0.5, 0.2, 0.4, 0.1], 1, 2)).toBe(2);
    expect(nearest([1, 1, 1], 1, 0)).toBe(1);
  });
});

describe('findLoopPoints', () => {
  /** Points in a rising ramp whose first layer has settled after `settled` samples. */
  const points = (length: number, change: object, settled: number) => {
    const layer = { synthesis: { type: 'noise_burst', noise_type: 'white' } };
    const envelope = { attack: settled / 22050, decay: 0, sustain: 1, release: 0 };
    const params = paramsOf([{ ...layer, envelope }], { loop_config: { ...config, ...change } });
    return findLoopPoints(planLoop(params, length)!, length, (i) => i + 1);
  };
  const plain = { snap_to_zero_crossing: false };
  it('keeps points in range and in order', () => {
    expect(points(100, { ...plain, end_sample: 9999 }, 10)).toEqual({ start: 10, end: 99, snapped: false });
    expect(points(100, { ...plain, start_sample: 50, end_sample: 20 }, 0)).toEqual({
      start: 0,
      end: 99,
      snapped: false,
    });
    expect(points(1, {}, 0)).toEqual({ start: 0, end: 0, snapped: false });
  });
  it('says whether a point moved', () => {
    expect(points(100, {}, 10).snapped).toBe(true);
  });
});

it('fades into what leads to the start, and not at all from sample 0', () => {
  const x = Float64Array.from({ length: 200 }, (_, i) => i);
  expect(crossfadeIntoLead({ start: 0, end: 200, snapped: false }, 50).count).toBe(0);
  const { at, from, count } = crossfadeIntoLead({ start: 60, end: 200, snapped: false }, 50);
  expect({ at, from, count }).toEqual({ at: 150, from: 10, count: 50 });
  fadeInto(x, at, x, from, count);
  expect(x[150]).toBeCloseTo(150, 9);
  expect(Math.abs(x[199]! - 59)).toBeLessThan(7);
});

describe('loops without a click', () => {
  const sustained = fc.constantFrom<object>(
    { type: 'oscillator', waveform: 'sine', frequency: 311 },
    { type: 'oscillator', waveform: 'triangle', frequency: 147, detune: 20 },
    {
      type: 'multi_oscillator',
      frequency: 233,
      oscillators: [{ waveform: 'triangle' }, { waveform: 'sine', detune: 710 }],
    },
    { type: 'fm_synth', carrier_freq: 220, modulator_freq: 331, modulation_index: 1.3 },
    { type: 'am_synth', carrier_freq: 330, modulator_freq: 7, modulation_depth: 0.7 },
    { type: 'additive', base_freq: 196, harmonics: [1, 0.5, 0.2] },
    { type: 'wavetable', table: 'analog', frequency: 110, position: 0.4, voices: 3, detune: 10 },
    { type: 'formant', frequency: 120, vowel: 'o' },
    { type: 'waveguide', frequency: 220, breath: 0.6, noise: 0.3, damping: 0.5, resonance: 0.9 },
    { type: 'bowed_string', frequency: 220, bow_pressure: 0.6, bow_position: 0.3, damping: 0.5 },
    { type: 'spectral_freeze', source: { type: 'noise', noise_type: 'brown' } },
    { type: 'noise_burst', noise_type: 'brown' },
  );
  const settings = fc.record({
    start_sample: fc.option(fc.integer({ min: 3000, max: 9000 }), { nil: undefined }),
    end_sample: fc.option(fc.integer({ min: 12_000, max: 21_000 }), { nil: undefined }),
    crossfade_ms: fc.double({ min: 5, max: 60, noNaN: true }),
    snap_to_zero_crossing: fc.boolean(),
    zero_crossing_tolerance: fc.constantFrom(10, 300, 1000),
  });
  const envelope = { attack: 0.08, decay: 0.02, sustain: 0.9, release: 0 };

  it('whatever sounds, however it is set: the jump is no steeper than the sound itself', () => {
    fc.assert(
      fc.property(sustained, settings, fc.boolean(), fc.nat(1000), (synthesis, loop_config, wide, seed) => {
        const layers = [{ synthesis, envelope, pan: wide ? 0.4 : 0 }];
        const at = { duration_seconds: 0.5, sample_rate: 44100, loop_config };
        const { channels, loop } = renderParams(paramsOf(layers, at), seed);
        const { start, end } = loop!;
        for (const x of channels) {
          let steepest = 0;
          for (let i = 3000; i < end; i++) steepest = Math.max(steepest, Math.abs(x[i]! - x[i - 1]!));
          expect(Math.abs(x[start]! - x[end - 1]!)).toBeLessThan(1.05 * steepest);
        }
      }),
      { numRuns: 150 },
    );
  });
});

it('is off without a configuration, when disabled, and without layers', () => {
  const layer = { synthesis: { type: 'noise_burst', noise_type: 'white' } };
  expect(sound(paramsOf([layer])).loop).toBeUndefined();
  expect(
    sound(paramsOf([layer], { loop_config: { enabled: false }, generate_loop_points: true })).loop,
  ).toBeUndefined();
  expect(sound(paramsOf([], { loop_config: {} })).loop).toBeUndefined();
  expect(sound(paramsOf([layer], { generate_loop_points: true })).loop).toBeDefined();
});
