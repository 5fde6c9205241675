import { beforeAll, describe, expect, it } from 'vitest';
import { paramsOf } from '../_fixtures.ts';
import { aliasing, centsOff, correlation, mean, pitchNear, powerSpectrum, rms } from '../_spectrum.ts';
import { renderParams } from '../render.ts';

interface Bowing {
  pressure?: number;
  position?: number;
  damping?: number;
  rate?: number;
  change?: object;
  compat?: 'reference';
}

/** Sample from which a note is steady. */
const steadyFrom = (rate: number) => Math.max(rate, 40_000);

function bow(frequency: number, { pressure = 0.6, position = 0.3, damping = 0.3, ...rest }: Bowing = {}): Float64Array {
  const { rate = 44100, change = {}, compat } = rest;
  const synthesis = { type: 'bowed_string', frequency, bow_pressure: pressure, bow_position: position, damping };
  const params = paramsOf([{ synthesis }], {
    duration_seconds: (steadyFrom(rate) + 40_000) / rate,
    sample_rate: rate,
    ...change,
  });
  return renderParams(params, 1, { compat }).channels[0]! as Float64Array;
}

/** Cents by which the strongest of the first eight harmonics is off; `undefined` where nothing sounds. */
function cents(x: Float64Array, hz: number, rate: number): number | undefined {
  const start = steadyFrom(rate);
  const power = powerSpectrum(x, 16384, start);
  const levels = Array.from({ length: 8 }, (_, k) => power[Math.round(((k + 1) * hz * 16384) / rate)] ?? 0);
  const strongest = levels.indexOf(Math.max(...levels)) + 1;
  if (levels[strongest - 1]! < 1) return undefined;
  return centsOff(pitchNear(x, strongest * hz, rate, start), strongest * hz);
}

const NOTES = [40, 82.41, 146.83, 261.63, 440, 987.77, 1760, 2637, 4000];

it.each([22050, 44100, 48000, 96000])('is in tune within a cent from 40 Hz to 4 kHz at a rate of %d Hz', (rate) => {
  const notes = NOTES.filter((hz) => hz < rate / 8);
  const off = notes.map((hz) => Math.abs(cents(bow(hz, { damping: 0.2, rate }), hz, rate) ?? 99));
  expect(Math.max(...off)).toBeLessThan(1);
});

it.each([
  { pressure: 0.5, position: 0.5 },
  { pressure: 0.5, position: 0.5, damping: 0.6 },
  { pressure: 0.5, damping: 0.1 },
  { pressure: 0.6, position: 0.31, damping: 0.6 },
  { pressure: 0.75, position: 0.5 },
  { pressure: 0.75, damping: 0.6 },
])('is in tune within a cent wherever it sounds when bowed with %j', (bowing) => {
  const off = NOTES.map((hz) => cents(bow(hz, bowing), hz, 44100)).filter((v) => v !== undefined);
  expect(off.length).toBeGreaterThanOrEqual(7);
  expect(Math.max(...off.map(Math.abs))).toBeLessThan(1);
});

/** Likeness to the same some periods later, 1 for a tone. */
function repeats(x: Float64Array, hz: number, rate: number): number {
  const off = (n: number) => Math.abs((n * rate) / hz - Math.round((n * rate) / hz));
  const n = [5, 7].reduce((a, b) => (off(b) < off(a) ? b : a));
  const lag = Math.round((n * rate) / hz);
  const now = x.slice(steadyFrom(rate), steadyFrom(rate) + 16_000);
  const later = x.slice(steadyFrom(rate) + lag, steadyFrom(rate) + lag + 16_000);
  const [a, b] = [mean(now), mean(later)];
  return correlation(
    now.map((v) => v - a),
    later.map((v) => v - b),
  );
}

/** Power of the harmonics that are no multiples of `n`, as a share of that of all. */
function between(n: number, x: Float64Array, hz: number, rate: number): number {
  const power = powerSpectrum(x, 16384, steadyFrom(rate));
  const harmonics = Array.from({ length: Math.min(Math.floor(rate / 2 / hz) - 1, 60) }, (_, k) => {
    const bin = Math.round(((k + 1) * hz * 16384) / rate);
    return Math.max(...power.subarray(bin - 2, bin + 3));
  });
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  return sum(harmonics.filter((_, k) => (k + 1) % n !== 0)) / sum(harmonics);
}

describe.each([22050, 44100, 48000, 96000])('every way to bow it at a rate of %d Hz', (rate) => {
  const found: { how: string; off: number; repeats: number; whole: number }[] = [];
  beforeAll(() => {
    for (const pressure of [0.45, 0.7, 1]) {
      for (const position of [0.02, 0.1, 0.25, 0.5, 0.9]) {
        for (const damping of [0, 0.35, 0.9]) {
          for (const hz of [61.7, 246.94, 659.26, 2349]) {
            const x = bow(hz, { pressure, position, damping, rate });
            if (rms(x.map((v, i) => v - (x[i - 1] ?? 0)).subarray(steadyFrom(rate))) < 3e-4) continue;
            const whole = Math.min(between(2, x, hz, rate), between(3, x, hz, rate));
            const how = JSON.stringify({ pressure, position, damping, hz });
            found.push({ how, off: Math.abs(cents(x, hz, rate) ?? 99), repeats: repeats(x, hz, rate), whole });
          }
        }
      }
    }
  });

  it('sounds for most', () => expect(found.length).toBeGreaterThan(120));
  it('is in tune within a cent', () => expect(found.filter((v) => !(v.off < 1))).toEqual([]));
  it('is a tone that repeats', () => expect(found.filter((v) => !(v.repeats > 0.9))).toEqual([]));
  it('is the whole string, no part of it', () => expect(found.filter((v) => !(v.whole > 1e-4))).toEqual([]));
});

it('holds on to a bow that presses hard, where the reference rattles', () => {
  const rough = (compat?: 'reference') => {
    const x = bow(110, { pressure: 0.9, position: 0.2, damping: 0.3, compat });
    const hz = compat === undefined ? 110 : pitchNear(x, 110, 44100, steadyFrom(44100));
    return aliasing(x.subarray(steadyFrom(44100)), hz, 44100);
  };
  expect(rough()).toBeLessThan(-40);
  expect(rough('reference')).toBeGreaterThan(-20);
});

it.each([1760, 2637, 4000])('has aliases below -30 dB even at %d Hz', (hz) => {
  for (const pressure of [0.5, 0.6, 0.8]) {
    const x = bow(hz, { pressure, damping: 0.3 });
    expect(aliasing(x.subarray(steadyFrom(44100)), hz, 44100)).toBeLessThan(-30);
  }
});

it.each([-5, 3.3, 7, 12])('follows a pitch envelope of %d semitones', (depth) => {
  const change = { pitch_envelope: { attack: 0, decay: 0, sustain: 1, release: 0, depth } };
  for (const hz of [61.7, 220, 659.26]) {
    const bent = hz * 2 ** (depth / 12);
    expect(Math.abs(cents(bow(hz, { change }), bent, 44100)!)).toBeLessThan(1);
  }
});

it('the reference is up to a semitone off', () => {
  const off = (hz: number, damping: number, near: number) =>
    centsOff(pitchNear(bow(hz, { position: 0.12, damping, compat: 'reference' }), near, 44100, 40_000), hz);
  expect(off(220, 1, 204)).toBeLessThan(-100);
  expect(off(440, 0.3, 446)).toBeGreaterThan(15);
});
