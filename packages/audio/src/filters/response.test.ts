/** What the ten filters let through, at rest and while they move. */
import type { Filter } from '@speccade/spec/kinds/audio_v1';
import { describe, expect, it } from 'vitest';
import { collect } from '../_fixtures.ts';
import { amplitudeAt, decibels } from '../_spectrum.ts';
import { filters } from './index.ts';
import { createFilter } from './types.ts';
import { VOWEL_BANDS } from './vowel-bands.ts';

const RATE = 44100;
const SIZE = 16384;

/** A quiet sine through a filter, so that the ladder does not saturate; its sweep takes the whole length. */
function through(filter: Filter, hz: number, length = 3 * SIZE): Float64Array {
  const process = createFilter(filters, filter, { sampleRate: RATE, span: length });
  return collect(length, (out, start, end) => {
    for (let i = start; i < end; i++) out[i - start] = 0.01 * Math.sin((2 * Math.PI * hz * i) / RATE);
    process.process(out, start, end);
  });
}

/** Gain at a frequency in dB, once what began has died away. */
const gain = (filter: Filter, hz: number) => decibels(amplitudeAt(through(filter, hz), hz, RATE, SIZE) / 0.01);

/** Where a section of Q that peaks or dips at `hz` is 3 dB down. */
function edges(hz: number, q: number): [number, number] {
  const centre = Math.tan((Math.PI * hz) / RATE);
  return [-1, 1].map((side) => {
    const edge = centre * (Math.sqrt(1 + 1 / (4 * q * q)) + side / (2 * q));
    return (RATE / Math.PI) * Math.atan(edge);
  }) as [number, number];
}

const HALF = decibels(Math.SQRT1_2);

describe('at rest', () => {
  it.each([120, 1000, 9000])('low and high passes are 3 dB down at %d Hz, or as far up as their Q', (cutoff) => {
    for (const type of ['lowpass', 'highpass'] as const) {
      expect(gain({ type, cutoff, resonance: Math.SQRT1_2 }, cutoff)).toBeCloseTo(HALF, 1);
      expect(gain({ type, cutoff, resonance: 4 }, cutoff)).toBeCloseTo(decibels(4), 1);
    }
    expect(gain({ type: 'lowpass', cutoff, resonance: Math.SQRT1_2 }, cutoff / 2)).toBeGreaterThan(-0.4);
    expect(gain({ type: 'highpass', cutoff, resonance: Math.SQRT1_2 }, cutoff / 4)).toBeLessThan(-23);
  });

  it.each([
    [800, 3],
    [5000, 1],
  ])('a band at %d Hz with a Q of %d passes or stops what lies between its edges', (center, resonance) => {
    const pass: Filter = { type: 'bandpass', center, resonance };
    const stop: Filter = { type: 'notch', center, resonance };
    expect(gain(pass, center)).toBeCloseTo(0, 2);
    expect(gain(stop, center)).toBeLessThan(-80);
    for (const hz of edges(center, resonance)) {
      expect(gain(pass, hz)).toBeCloseTo(HALF, 1);
      expect(gain(stop, hz)).toBeCloseTo(HALF, 1);
    }
  });

  it('an all-pass passes all, upside down at its frequency', () => {
    const filter: Filter = { type: 'allpass', frequency: 1378.125, resonance: 2 };
    for (const hz of [200, 1378.125, 6000]) expect(gain(filter, hz)).toBeCloseTo(0, 2);
    const x = through(filter, 1378.125);
    const y = through({ ...filter, frequency: 1e-3 }, 1378.125);
    for (let i = SIZE; i < SIZE + 100; i++) expect(x[i]! + y[i]!).toBeCloseTo(0, 4);
  });

  it('a comb peaks at multiples of its period, and dips between them', () => {
    const comb: Filter = { type: 'comb', delay_ms: 2, feedback: 0.8, wet: 1 };
    const period = Math.round(0.002 * RATE);
    for (const h of [1, 2, 5]) {
      expect(gain(comb, (h * RATE) / period)).toBeCloseTo(decibels(1 / (1 - 0.8)), 1);
      expect(gain(comb, ((h + 0.5) * RATE) / period)).toBeCloseTo(decibels(1 / (1 + 0.8)), 1);
    }
  });

  it.each(['a', 'e', 'i', 'o', 'u'] as const)('a formant filter is loudest at the first formant of its %s', (vowel) => {
    const filter: Filter = { type: 'formant', vowel, intensity: 1 };
    const first = VOWEL_BANDS[vowel][0]![0];
    expect(gain(filter, first)).toBeGreaterThan(gain(filter, first / 2) + 6);
    expect(gain(filter, first)).toBeGreaterThan(gain(filter, 2600) + 3);
    expect(gain({ ...filter, intensity: 0 }, 3333)).toBeCloseTo(0, 3);
  });

  it('a ladder is 12 dB down at its cutoff, and 24 dB further an octave on', () => {
    const ladder: Filter = { type: 'ladder', cutoff: 300, resonance: 0 };
    expect(gain(ladder, 30)).toBeGreaterThan(-0.3);
    expect(Math.abs(gain(ladder, 300) + 12)).toBeLessThan(0.7);
    expect(Math.abs(gain(ladder, 4800) - gain(ladder, 2400) + 24)).toBeLessThan(2);
  });

  it.each([9, -9])('shelves of %d dB have all of it on their side, half of it at their frequency', (gain_db) => {
    for (const [type, inside, outside] of [
      ['shelf_low', 40, 15_000],
      ['shelf_high', 20_000, 60],
    ] as const) {
      const filter: Filter = { type, frequency: 1000, gain_db };
      expect(Math.abs(gain(filter, inside) - gain_db)).toBeLessThan(0.2);
      expect(Math.abs(gain(filter, 1000) - gain_db / 2)).toBeLessThan(0.1);
      expect(Math.abs(gain(filter, outside))).toBeLessThan(0.2);
    }
  });
});

describe('swept from 500 to 2000 Hz, half-way through, at 1000 Hz', () => {
  const LENGTH = 16 * SIZE;
  const window = 4096;
  /** Gain in the middle of the sweep. */
  const midway = (filter: Filter, hz: number) =>
    decibels(amplitudeAt(through(filter, hz, LENGTH), hz, RATE, (LENGTH - window) / 2, window) / 0.01);

  it.each([
    [{ type: 'lowpass', cutoff: 500, resonance: Math.SQRT1_2, cutoff_end: 2000 }, 1000, HALF],
    [{ type: 'highpass', cutoff: 500, resonance: Math.SQRT1_2, cutoff_end: 2000 }, 1000, HALF],
    [{ type: 'bandpass', center: 500, resonance: 3, center_end: 2000 }, 1000, 0],
    [{ type: 'bandpass', center: 500, resonance: 3, center_end: 2000 }, edges(1000, 3)[1], HALF],
    [{ type: 'notch', center: 500, resonance: 3, center_end: 2000 }, edges(1000, 3)[0], HALF],
    [{ type: 'allpass', frequency: 500, resonance: 1, frequency_end: 2000 }, 1000, 0],
    [{ type: 'ladder', cutoff: 500, resonance: 0, cutoff_end: 2000 }, 1000, -12],
  ] as const)('%j', (filter, hz, dB) => {
    expect(Math.abs(midway(filter as Filter, hz) - dB)).toBeLessThan(filter.type === 'ladder' ? 1.5 : 0.2);
  });

  it('a notch takes out what it comes to', () => {
    expect(midway({ type: 'notch', center: 500, resonance: 1, center_end: 2000 }, 1000)).toBeLessThan(-30);
  });
});
