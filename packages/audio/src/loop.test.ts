import { describe, expect, it } from 'vitest';
import { paramsOf, sound } from './_fixtures.ts';
import { crossfadeIntoLead, fadeInto, findLoopPoints, nearestZeroCrossing, planLoop } from './loop.ts';

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

it('loops without a click', () => {
  const synthesis = {
    type: 'multi_oscillator',
    frequency: 233,
    oscillators: [{ waveform: 'triangle' }, { waveform: 'sine', detune: 710 }],
  };
  const made = sound(
    paramsOf([{ synthesis }], {
      duration_seconds: 0.5,
      sample_rate: 44100,
      loop_config: { start_sample: 5000, end_sample: 20000, snap_to_zero_crossing: false },
    }),
  );
  const x = made.channels[0]!;
  const { start, end } = made.loop!;
  let steepest = 0;
  for (let i = 1; i < start; i++) steepest = Math.max(steepest, Math.abs(x[i]! - x[i - 1]!));
  expect(Math.abs(x[start]! - x[end - 1]!)).toBeLessThan(1.5 * steepest);
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
