import { expect, it } from 'vitest';
import { paramsOf } from '../_fixtures.ts';
import { centsOff, pitchNear, powerSpectrum } from '../_spectrum.ts';
import { renderParams } from '../render.ts';

interface Bowing {
  pressure?: number;
  position?: number;
  damping?: number;
  rate?: number;
  change?: object;
  compat?: 'reference';
}

function bow(frequency: number, { pressure = 0.6, position = 0.3, damping = 0.3, ...rest }: Bowing = {}): Float64Array {
  const { rate = 44100, change = {}, compat } = rest;
  const synthesis = { type: 'bowed_string', frequency, bow_pressure: pressure, bow_position: position, damping };
  const params = paramsOf([{ synthesis }], { duration_seconds: 80_000 / rate, sample_rate: rate, ...change });
  return renderParams(params, 1, { compat }).channels[0]! as Float64Array;
}

/** Cents by which the strongest of the first eight harmonics is off; `undefined` where nothing sounds. */
function cents(x: Float64Array, hz: number, rate: number): number | undefined {
  const start = 40_000;
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

it('is in tune within a cent for most other ways to bow it, and nearly so for the rest', () => {
  const off: number[] = [];
  for (const pressure of [0.45, 0.65, 0.85, 1]) {
    for (const position of [0.08, 0.12, 0.2, 0.4]) {
      for (const damping of [0.2, 0.5, 0.9]) {
        for (const hz of [110, 659.26]) {
          const v = cents(bow(hz, { pressure, position, damping }), hz, 44100);
          if (v !== undefined) off.push(Math.abs(v));
        }
      }
    }
  }
  expect(off.length).toBeGreaterThan(75);
  const share = (limit: number) => off.filter((v) => v < limit).length / off.length;
  expect(share(1)).toBeGreaterThan(0.85);
  expect(share(3)).toBeGreaterThan(0.93);
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
