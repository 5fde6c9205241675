import type { Filter } from '@speccade/spec/kinds/audio_v1';
import { describe, expect, it } from 'vitest';
import { collect, curveOf } from '../_fixtures.ts';
import { filters } from './index.ts';
import { openingStage } from './ladder.ts';
import { createFilter } from './types.ts';

const RATE = 22050;

function run(filter: Filter, x: Float64Array, offset?: Float64Array): Float64Array {
  const curve = offset && curveOf(offset);
  const process = createFilter(filters, filter, { sampleRate: RATE, span: x.length, offset: curve });
  return collect(x.length, (out, start, end) => {
    out.set(x.subarray(start, end));
    process.process(out, start, end);
  });
}

const noise = Float64Array.from({ length: 4000 }, (_, i) => ((i * 7919) % 1000) / 500 - 1);
const rms = (x: Float64Array) => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);
const finite = (x: Float64Array) => x.every(Number.isFinite);

const swept = (cutoff: number, end: number): Filter[] => [
  { type: 'lowpass', cutoff, resonance: 1, cutoff_end: end },
  { type: 'highpass', cutoff, resonance: 1, cutoff_end: end },
  { type: 'bandpass', center: cutoff, resonance: 1, center_end: end },
  { type: 'notch', center: cutoff, resonance: 1, center_end: end },
  { type: 'allpass', frequency: cutoff, resonance: 1, frequency_end: end },
  { type: 'ladder', cutoff, resonance: 1, cutoff_end: end },
];

describe('stability', () => {
  it.each([
    ...swept(100, 50_000),
    ...swept(40_000, 20),
    ...swept(-5, 1e300),
    ...swept(0, 0),
    { type: 'lowpass', cutoff: 12_000, resonance: 50 },
    { type: 'ladder', cutoff: 1e9, resonance: 9 },
    { type: 'comb', delay_ms: 1e300, feedback: 9, wet: 9 },
    { type: 'comb', delay_ms: -1, feedback: 0.5, wet: 0.5 },
    { type: 'shelf_low', frequency: 30_000, gain_db: 12 },
    { type: 'shelf_high', frequency: -1, gain_db: -12 },
    { type: 'formant', vowel: 'u', intensity: 4 },
  ] as Filter[])('%j stays finite and bounded', (filter) => {
    const out = run(filter, noise);
    expect(finite(out)).toBe(true);
    expect(rms(out)).toBeLessThan(200);
  });
});

it('a modulated filter replaces its own sweep and never goes below 20 Hz', () => {
  const [still] = swept(900, 900) as [Filter];
  const [sweep] = swept(900, 50) as [Filter];
  const flat = run(sweep, noise, new Float64Array(noise.length));
  run(still, noise).forEach((v, i) => {
    expect(flat[i]).toBeCloseTo(v, 9);
  });
  expect(finite(run(sweep, noise, new Float64Array(noise.length).fill(-1e6)))).toBe(true);
});

it('a filter that is moved about as fast as the signal does not run away', () => {
  const jumps = Float64Array.from({ length: 20_000 }, (_, i) => (i % 2 ? 9000 : 0));
  for (const filter of swept(50, 60)) expect(finite(run(filter, new Float64Array(20_000).fill(0.3), jumps))).toBe(true);
});

it('filters that cannot move ignore modulation', () => {
  const comb: Filter = { type: 'comb', delay_ms: 2, feedback: 0.5, wet: 0.5 };
  expect(run(comb, noise, noise)).toEqual(run(comb, noise));
});

describe('the ladder stage', () => {
  it('is the angular frequency up to 0.5 and goes on rising without a jump', () => {
    expect(openingStage(0.01)).toBeCloseTo(2 * Math.PI * 0.01, 15);
    const edge = 0.5 / (2 * Math.PI);
    expect(openingStage(edge * 1.0000001)).toBeCloseTo(0.5, 6);
    let last = 0;
    for (let turns = 0.001; turns < 0.49; turns += 0.001) {
      expect(openingStage(turns)).toBeGreaterThan(last);
      last = openingStage(turns);
    }
    expect(last).toBeLessThanOrEqual(2 * Math.SQRT2 - 2);
  });

  it('lets more through at 9 kHz than at 2 kHz', () => {
    const at = (cutoff: number) => rms(run({ type: 'ladder', cutoff, resonance: 0 }, noise));
    expect(at(9000)).toBeGreaterThan(1.3 * at(2000));
  });
});
