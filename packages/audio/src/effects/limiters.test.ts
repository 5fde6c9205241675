import { describe, expect, it } from 'vitest';
import { truePeak } from '../analysis/true-peak.ts';
import { peakOf } from '../dsp/peak.ts';
import { inBlocks } from '../dsp/process.ts';
import { SlidingMax } from '../dsp/sliding-max.ts';
import { referenceEffects } from '../reference/effects.ts';
import { noiseOf, RATE, run, sineOf, truePeakOf } from './_fixtures.ts';
import { createTruePeak } from './true-peak.ts';

const decibels = (gain: number) => 20 * Math.log10(gain);
const limiter = { type: 'limiter', threshold_db: -12, release_ms: 50, lookahead_ms: 5, ceiling_db: -1 };
const truePeakLimiter = { type: 'true_peak_limiter', ceiling_db: -1, release_ms: 50 };
const CEILING = 10 ** (-1 / 20);

const bursts = Float64Array.from(sineOf(997, 0.2), (v, i) => v * (1 + (Math.floor(i / 500) % 3)));
const square = Float64Array.from({ length: 8820 }, (_, i) => (i % 100 < 50 ? 2 : -2));
/** Samples at 0.7071 of a sine's peaks, never on them. */
const offBeat = Float64Array.from({ length: 8820 }, (_, i) => 1.5 * Math.sin(Math.PI * (i / 2 + 1 / 4)));

it('the sliding maximum is that of the window', () => {
  for (const window of [1, 2, 3, 22, 64, 441]) {
    const x = noiseOf(2000).map((v) => Math.round(Math.abs(v) * 20));
    const sliding = new SlidingMax(window);
    const made = x.slice();
    for (let at = 0; at < made.length; at += 300) sliding.run(made.subarray(at), Math.min(300, made.length - at));
    made.forEach((v, i) => {
      expect(v).toBe(Math.max(...x.subarray(Math.max(0, i - window + 1), i + 1)));
    });
  }
});

describe('the ceiling holds', () => {
  it.each(Object.entries({ bursts, square, offBeat, noise: noiseOf(20000, 4) }))('%s', (_, x) => {
    expect(peakOf(run(limiter, x).left)).toBeLessThanOrEqual(CEILING * (1 + 1e-12));
    const limited = run(truePeakLimiter, x).left;
    expect(peakOf(limited)).toBeLessThanOrEqual(CEILING * (1 + 1e-12));
    expect(decibels(truePeak(limited) / CEILING)).toBeLessThan(0.01);
  });

  it('between the samples, where the reference lets 3 dB through', () => {
    expect(decibels(truePeakOf(run(truePeakLimiter, offBeat).left) / CEILING)).toBeLessThan(0.05);
    expect(decibels(truePeakOf(run(truePeakLimiter, bursts).left) / CEILING)).toBeLessThan(0.25);
    const missed = run(truePeakLimiter, offBeat, offBeat, {}, referenceEffects).left;
    expect(decibels(truePeakOf(missed) / CEILING)).toBeGreaterThan(2.9);
  });
});

it('true peaks that cannot pass the floor are skipped, and all others measured', () => {
  const floor = 0.5;
  const x = noiseOf(20000).map((v, i) => v * (i % 3000 < 1000 ? 1 : 0.2));
  const levels = (lowest: number) => {
    const detector = createTruePeak(lowest);
    const out = new Float64Array(x.length);
    inBlocks(x.length, (start, end) => detector.measure(x, x, start, out.subarray(start), end - start));
    return out;
  };
  const [all, some] = [levels(0), levels(floor)];
  expect(some.map((v) => Math.max(v, floor))).toEqual(all.map((v) => Math.max(v, floor)));
  expect(some.filter((v, i) => v === 0 && all[i]! > 0).length).toBeGreaterThan(10000);
});

describe('latency is compensated', () => {
  const click = new Float64Array(4410);
  click[0] = 0.3;
  click[2000] = 0.25;
  click[4409] = 0.2;

  it.each([
    limiter,
    truePeakLimiter,
    { type: 'tape_saturation', drive: 1, bias: 0, wow_rate: 0, flutter_rate: 0, hiss_level: 0 },
    { type: 'tape_saturation', drive: 3, bias: 0.2, wow_rate: 0, flutter_rate: 0, hiss_level: 0 },
  ])('$type keeps clicks where they are, the last one too', (effect) => {
    const { left } = run(effect, click);
    const loud = [...left.keys()].filter((i) => Math.abs(left[i]!) > 0.01);
    expect(loud).toEqual([0, 2000, 4409]);
    const { left: lateLeft } = run(effect, click, click, {}, referenceEffects);
    expect(Math.abs(lateLeft[2000]!)).not.toBe(Math.abs(left[2000]!));
  });

  it('the limiter gives the samples of the reference, earlier', () => {
    const x = noiseOf(8820, 2);
    const shift = Math.round(0.005 * RATE);
    const early = run(limiter, x).left;
    const late = run(limiter, x, x, {}, referenceEffects).left;
    expect(late.subarray(shift)).toEqual(early.subarray(0, early.length - shift));
    expect(peakOf(late, shift)).toBe(0);
  });

  it('a sound shorter than the window survives', () => {
    for (const length of [1, 2, 7, 100]) {
      for (const effect of [limiter, truePeakLimiter]) {
        const { left } = run(effect, new Float64Array(length).fill(0.1));
        expect(left.every((v) => v > 0.09)).toBe(true);
        run(effect, new Float64Array(length).fill(0.1), undefined, {}, referenceEffects);
      }
    }
  });
});
