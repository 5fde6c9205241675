import { expect, test } from 'vitest';
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
