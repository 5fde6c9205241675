import { describe, expect, it } from 'vitest';
import { paramsOf } from '../_fixtures.ts';
import { centsOff, correlation, pitchNear, rms } from '../_spectrum.ts';
import { renderParams } from '../render.ts';

const RATE = 44100;
const freeze = (source: object, compat?: 'reference', change: object = {}) =>
  renderParams(
    paramsOf([{ synthesis: { type: 'spectral_freeze', source } }], {
      duration_seconds: 1,
      sample_rate: RATE,
      ...change,
    }),
    1,
    { compat },
  ).channels[0]! as Float64Array;
const tone = (frequency: number) => ({ type: 'tone', waveform: 'sine', frequency });
const noise = { type: 'noise', noise_type: 'white' };

describe('a frozen tone', () => {
  it.each([110, 440, 1234.5])('of %d Hz keeps its pitch and level', (hz) => {
    const x = freeze(tone(hz));
    expect(Math.abs(centsOff(pitchNear(x, hz, RATE, 4000), hz))).toBeLessThan(0.1);
    expect(rms(x.subarray(4000))).toBeCloseTo(Math.SQRT1_2, 2);
  });

  it('is bent by a pitch envelope', () => {
    const up = { pitch_envelope: { attack: 0, decay: 0, sustain: 1, release: 0, depth: 7 } };
    const hz = 440 * 2 ** (7 / 12);
    expect(Math.abs(centsOff(pitchNear(freeze(tone(440), undefined, up), hz, RATE, 4000), hz))).toBeLessThan(0.5);
  });
});

it('frozen noise does not repeat every 512 samples', () => {
  const repeats = (x: Float64Array) => correlation(x.subarray(4000, 24_000), x.subarray(4512, 24_512));
  expect(repeats(freeze(noise, 'reference'))).toBeCloseTo(1, 6);
  expect(Math.abs(repeats(freeze(noise)))).toBeLessThan(0.3);
});
