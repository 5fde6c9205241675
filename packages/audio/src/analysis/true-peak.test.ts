import { Pcg32 } from '@speccade/numerics';
import { expect, test } from 'vitest';
import { peaksBetween, TAPS } from '../dsp/true-peak-filter.ts';
import { sine } from './_wav-files.ts';
import { decibels, peakOf } from './level.ts';
import { truePeak } from './true-peak.ts';

/** Without the sudden start and end, which overshoot. */
function faded(x: Float64Array): Float64Array {
  return x.map((sample, i) => sample * Math.min(1, i / 2400, (x.length - i) / 2400));
}

test('a sine of a quarter of the rate, 45° late, peaks 3.01 dB above its samples', () => {
  const tone = faded(sine(12000, 1, 48000, 0.5, Math.PI / 4));
  const over = decibels(truePeak(tone)) - decibels(peakOf(tone));
  expect(Math.abs(over - 3.01)).toBeLessThan(0.2);
});

// EBU Tech 3341, cases 15 to 18: peaks of -6 dBTP, +0.2/-0.4 dB.
test.each([
  [12000, 0],
  [12000, Math.PI / 4],
  [8000, Math.PI / 3],
  [6000, (67.5 * Math.PI) / 180],
])('a sine of %i Hz and phase %f at -6 dB reads -6 dBTP', (frequency, phase) => {
  const tone = faded(sine(frequency, 0.5, 48000, 0.50119, phase));
  const reading = decibels(truePeak(tone));
  expect(reading).toBeGreaterThan(-6.4);
  expect(reading).toBeLessThan(-5.8);
});

test('it is never below the peak of the samples, wherever that is', () => {
  for (let at = 0; at < 200; at++) {
    const click = new Float64Array(200);
    click[at] = -0.7;
    expect(truePeak(click)).toBe(0.7);
  }
  expect(truePeak(new Float64Array(0))).toBe(0);
});

test('skipping quiet blocks changes nothing', () => {
  for (let at = 0; at < 130; at++) {
    const pair = new Float64Array(150).fill(0.2);
    pair[at] = 0.9;
    pair[at + 1] = 0.9;
    const inner = pair.slice(Math.max(0, at - 30), at + 31);
    // Two equal samples overshoot between them by the same, at any distance from the edges of blocks.
    expect(truePeak(pair)).toBeGreaterThan(0.9 * 1.1);
    if (at >= 30 && at < 110) expect(truePeak(inner)).toBeCloseTo(truePeak(pair), 12);
  }
});

/** Every point of the sound, none skipped. */
function plainTruePeak(x: Float64Array): number {
  const padded = new Float64Array(x.length + 2 * (TAPS - 1));
  padded.set(x, TAPS - 1);
  const points = new Float64Array(x.length + TAPS - 1);
  peaksBetween(padded, points, points.length);
  return Math.max(peakOf(x), peakOf(points));
}

test.each([
  ['noise', (_t: number, noise: number) => noise],
  ['noise that fades away', (t: number, noise: number) => noise * Math.exp(-t / 300)],
  ['a slow sine', (t: number) => Math.sin(t / 40)],
  ['a sine that rises to half of the rate', (t: number) => Math.sin((Math.PI * t * t) / 6000)],
  ['a sawtooth', (t: number) => ((t / 57) % 1) - 0.5],
  ['pulses of full scale', (t: number) => (t % 100 < 7 ? 1 : -1)],
  ['samples in turn', (t: number) => (t % 2 === 0 ? 0.9 : -0.8)],
])('%s has the true peak that the whole filter finds, at any length', (_name, shape) => {
  const random = new Pcg32(9);
  const whole = Float64Array.from({ length: 3000 }, (_, t) => shape(t, random.nextBipolar()));
  for (const length of [1, 2, 5, 10, 11, 12, 13, 22, 23, 127, 128, 129, 139, 140, 1000, 3000]) {
    const x = whole.subarray(0, length);
    expect(truePeak(x)).toBeCloseTo(plainTruePeak(x), 13);
  }
});
