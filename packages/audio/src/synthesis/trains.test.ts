/** Periods of what repeats a grain, a train of pulses or a burst. */
import { Pcg32 } from '@speccade/numerics';
import { describe, expect, it } from 'vitest';
import { curveOf, voiceOf } from '../_fixtures.ts';
import { amplitudeAt, centsOff, decibels, pitchNear, powerSpectrum } from '../_spectrum.ts';

const RATE = 44100;
const LENGTH = 1 << 16;
const raised = (ratio: number) => ({ modulation: { pitch: curveOf(new Float64Array(LENGTH).fill(ratio)) } });
const off = (x: Float64Array, hz: number) => Math.abs(centsOff(pitchNear(x, hz, RATE, 8000), hz));
/** Frequency of the strongest component, in Hz. */
function peakHz(x: Float64Array): number {
  const power = powerSpectrum(x, 16384, 8000);
  return (power.indexOf(Math.max(...power.subarray(20))) * RATE) / 16384;
}

const RATES = [40, 110, 441.3, 987.77, 1760, 2637, 4000];

describe('pulsar', () => {
  const train = (rate: number, change = {}) =>
    voiceOf({ type: 'pulsar', frequency: 5 * rate, pulse_rate: rate, grain_size_ms: 3, shape: 'sine' }, LENGTH, change);

  it.each(RATES)('has partials at multiples of a rate of %d Hz, the strongest at its frequency', (rate) => {
    const x = train(rate);
    expect(off(x, 5 * rate)).toBeLessThan(1);
    if (rate < 2000) expect(off(x, 6 * rate)).toBeLessThan(1);
    if (rate > 150) expect(Math.abs(peakHz(x) - 5 * rate)).toBeLessThan(4);
  });

  it('has nothing in between them, which whole samples between its grains leave', () => {
    const x = train(987.77);
    expect(decibels(amplitudeAt(x, 4.5 * 987.77, RATE, 8000) / amplitudeAt(x, 5 * 987.77, RATE, 8000))).toBeLessThan(
      -90,
    );
  });

  it('follows its pitch', () => {
    expect(off(train(220, raised(1.37)), 5 * 220 * 1.37)).toBeLessThan(1);
  });
});

describe('vosim', () => {
  const train = (frequency: number, formant_freq: number, change = {}) =>
    voiceOf({ type: 'vosim', frequency, formant_freq, pulses: 3, breathiness: 0 }, LENGTH, change);

  it.each(RATES)('has its partials at multiples of %d Hz', (hz) => {
    const x = train(hz, 3 * hz);
    for (const h of [1, 2, 3]) expect(off(x, h * hz)).toBeLessThan(1);
  });

  it.each([600, 1500, 3000])('is loudest, but for its lowest partials, near twice a formant of %d Hz', (formant) => {
    const x = train(100, formant);
    const level = (hz: number) => amplitudeAt(x, hz, RATE, 8000);
    const partials = Array.from({ length: 150 }, (_, k) => 100 * (k + 1)).filter(
      (hz) => hz > formant && hz < 4 * formant,
    );
    const loudest = partials.reduce((a, b) => (level(b) > level(a) ? b : a));
    expect(Math.abs(loudest / (2 * formant) - 1)).toBeLessThan(0.06);
  });

  it('follows its pitch', () => {
    expect(off(train(220, 900, raised(1.37)), 220 * 1.37)).toBeLessThan(1);
  });
});

describe('comb_filter_synth', () => {
  const comb = (frequency: number, excitation: string, change = {}, decay = 0.99) =>
    voiceOf({ type: 'comb_filter_synth', frequency, decay, excitation }, LENGTH, change);

  it.each([55, 440, 1234])('repeats the nearest whole number of samples to a period of %d Hz', (hz) => {
    const period = Math.round(RATE / hz);
    const x = comb(hz, 'noise');
    for (const i of [0, 1, period - 1]) expect(x[i + 3 * period]).toBeCloseTo(0.99 ** 3 * x[i]!, 12);
    expect(off(x, RATE / period)).toBeLessThan(0.01);
  });

  it.each([0.5, 1.37, 2, 3.1])('is excited for one period of a pitch that starts at %d of its own', (ratio) => {
    const period = RATE / (220 * ratio);
    const saw = comb(220, 'saw', raised(ratio));
    for (let i = 0; i < Math.floor(period); i++) expect(saw[i]).toBeCloseTo((2 * i) / period - 1, 9);
    const impulse = comb(220, 'impulse', raised(ratio));
    expect(impulse.subarray(1, Math.floor(period) - 2).every((v) => v === 0)).toBe(true);

    const random = new Pcg32(42);
    const noise = comb(220, 'noise', { ...raised(ratio), random });
    const again = new Pcg32(42);
    for (let i = 0; i < Math.ceil(period); i++) expect(noise[i]).toBe(again.nextBipolar());
    expect(random.nextBipolar()).toBe(again.nextBipolar());
  });

  it.each([0.25, 1.37, 2, 9])('sounds within a cent of a pitch of %d times its own', (ratio) => {
    expect(off(comb(440, 'saw', raised(ratio), 0.999), 440 * ratio)).toBeLessThan(1);
  });
});
