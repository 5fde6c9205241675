/** Levels by bands of the types that shape noise or filter a carrier, and what clouds of grains are made of. */
import { describe, expect, it } from 'vitest';
import { voiceOf } from '../_fixtures.ts';
import { amplitudeAt, correlation, decibels, partialErrors, pitchNear, powerSpectrum, rms } from '../_spectrum.ts';
import { bandpass, designAt, peaking } from '../filters/rbj.ts';

const RATE = 44100;
const SIZE = 16384;

/** Mean power of a bin from `low` to `high` Hz, over as many windows as fit. */
function density(x: Float64Array, low: number, high: number): number {
  let sum = 0;
  let count = 0;
  for (let start = 0; start + SIZE <= x.length; start += SIZE / 2) {
    const power = powerSpectrum(x, SIZE, start);
    for (let bin = Math.ceil((low * SIZE) / RATE); bin < (high * SIZE) / RATE; bin++) {
      sum += power[bin]!;
      count++;
    }
  }
  return sum / count;
}

describe('noise', () => {
  // The rows of the pink one make its spectrum wave; the brown one leaks below 140 Hz.
  it.each([
    ['white', 0, 100, 0.5],
    ['pink', -3, 100, 2],
    ['brown', -6, 800, 0.7],
  ])('that is %s falls by %d dB per octave', (noise_type, slope, low, ripple) => {
    const x = voiceOf({ type: 'noise_burst', noise_type }, 20 * SIZE);
    const levels: number[] = [];
    for (let hz = low; hz < 10_000; hz *= 2) levels.push(10 * Math.log10(density(x, hz, 2 * hz)));
    for (let k = 1; k < levels.length; k++) expect(Math.abs(levels[k]! - levels[k - 1]! - slope)).toBeLessThan(ripple);
    expect(Math.abs((levels.at(-1)! - levels[0]!) / (levels.length - 1) - slope)).toBeLessThan(ripple / 3);
  });
});

/** Gain of a section at a frequency. */
function gainAt([b0, b1, b2, a1, a2]: ArrayLike<number> & Iterable<number>, hz: number): number {
  const w = (2 * Math.PI * hz) / RATE;
  const sum = (p: number, q: number, r: number) =>
    Math.hypot(p + q * Math.cos(w) + r * Math.cos(2 * w), q * Math.sin(w) + r * Math.sin(2 * w));
  return sum(b0!, b1!, b2!) / sum(1, a1!, a2!);
}

describe('a formant voice', () => {
  /** Harmonic `h` of the glottal pulse. */
  const glottis = (h: number) => {
    let re = 0;
    let im = 0;
    for (let k = 0; k < 4096; k++) {
      const u = (k + 0.5) / 4096;
      const g = u < 0.4 ? 3 * (u / 0.4) ** 2 - 2 * (u / 0.4) ** 3 : u < 0.7 ? 1 - ((u - 0.4) / 0.3) ** 2 : 0;
      re += g * Math.cos(2 * Math.PI * h * u);
      im += g * Math.sin(2 * Math.PI * h * u);
    }
    return Math.hypot(re, im);
  };

  it('has the partials of the pulse, raised by 12 dB at its formant', () => {
    const frequency = 131.7;
    const formants = [{ frequency: 790, amplitude: 0.8, bandwidth: 6 }];
    const x = voiceOf({ type: 'formant', frequency, formants }, 50_000);
    const bell = peaking(Math.cos((2 * Math.PI * 790) / RATE), Math.sin((2 * Math.PI * 790) / RATE), 6, 12);
    const partials = Array.from({ length: 12 }, (_, k) => {
      const hz = frequency * (k + 1);
      return [hz, glottis(k + 1) * gainAt(bell, hz)] as const;
    });
    const { cents, dB } = partialErrors(x, partials, RATE, { relative: true, start: 20_000 });
    expect(cents).toBeLessThan(1);
    expect(dB).toBeLessThan(1);
  });

  it('morphs half-way to the middle of two vowels', () => {
    const vowels = { type: 'formant', frequency: 110, vowel: 'a', vowel_morph: 'i', morph_amount: 0.5 };
    const between = [
      [540, 1, 5],
      [1725, 0.7, 6],
      [2845, 0.5, 7],
      [3500, 0.3, 8],
      [4500, 0.2, 9],
    ].map(([frequency, amplitude, bandwidth]) => ({ frequency, amplitude, bandwidth }));
    const x = voiceOf(vowels, 5000);
    const y = voiceOf({ type: 'formant', frequency: 110, formants: between }, 5000);
    for (const i of [100, 1000, 4999]) expect(x[i]).toBeCloseTo(y[i]!, 9);
  });
});

describe('a vocoder', () => {
  const vocoder = (change: object) => ({
    type: 'vocoder',
    carrier_freq: 100,
    carrier_type: 'sawtooth',
    num_bands: 8,
    band_spacing: 'linear',
    envelope_attack: 0.001,
    envelope_release: 0.001,
    ...change,
  });

  it('lets through of its carrier what its bands do, at their levels', () => {
    const bands = [
      { center_freq: 500, bandwidth: 12, envelope_pattern: [1] },
      { center_freq: 4000, bandwidth: 12, envelope_pattern: [0.5] },
    ];
    const x = voiceOf(vocoder({ bands }), 50_000);
    const level = (hz: number) => amplitudeAt(x, hz, RATE, 20_000);
    const low = designAt(bandpass, 500 / RATE, 12);
    for (const h of [4, 6]) {
      expect(Math.abs(decibels(level(100 * h) / level(500)) - decibels((gainAt(low, 100 * h) * 5) / h))).toBeLessThan(
        1,
      );
    }
    expect(Math.abs(decibels(level(500) / level(4000)) - decibels(16))).toBeLessThan(1);
  });

  it('follows the patterns of its bands over its length', () => {
    const bands = [{ center_freq: 1000, bandwidth: 2, envelope_pattern: [0, 1, 0] }];
    const x = voiceOf(vocoder({ bands, carrier_type: 'noise' }), 40_000);
    const part = (k: number) => rms(x.subarray(k * 4000, (k + 1) * 4000));
    const levels = Array.from({ length: 10 }, (_, k) => part(k) / part(4));
    [0.11, 0.33, 0.56, 0.78, 1, 1, 0.78, 0.56, 0.33, 0.11].forEach((level, k) => {
      expect(Math.abs(levels[k]! - level)).toBeLessThan(0.15);
    });
  });

  it('spaces its own bands evenly, or by equal intervals', () => {
    const ripple = (band_spacing: string, hz: number) =>
      density(voiceOf(vocoder({ band_spacing, num_bands: 4, carrier_type: 'noise' }), 4 * SIZE), 0.97 * hz, 1.03 * hz);
    // Four of them: the lowest from 80 Hz to a quarter of 16 kHz, or to a quarter of the octaves.
    expect(ripple('linear', 2070)).toBeGreaterThan(10 * ripple('linear', 150));
    expect(ripple('logarithmic', 155)).toBeGreaterThan(3 * ripple('linear', 155));
  });
});

describe('a cloud', () => {
  const cloud = (change: object) => ({
    type: 'granular',
    source: { type: 'tone', waveform: 'sine', frequency: 700 },
    grain_size_ms: 20,
    grain_density: 10,
    ...change,
  });
  /** Where grains begin, and their lengths, of grains that do not touch. */
  function grains(x: Float64Array): [start: number, length: number][] {
    const found: [number, number][] = [];
    for (let i = 0; i < x.length; i++) {
      if (x[i] === 0) continue;
      const start = i;
      while (i < x.length && x.subarray(i, i + 100).some((v) => v !== 0)) i++;
      found.push([start, i - start]);
    }
    return found;
  }
  const crossings = (x: Float64Array) => x.reduce((n, v, i) => n + (i > 0 && x[i - 1]! < 0 !== v < 0 ? 1 : 0), 0);

  it('has as many grains a second as its density, of its size', () => {
    const found = grains(voiceOf(cloud({}), RATE));
    expect(found.map(([start]) => Math.round(start / 10))).toEqual(Array.from({ length: 10 }, (_, k) => k * 441));
    for (const [, length] of found) expect(Math.abs(length - 882)).toBeLessThanOrEqual(3);
  });

  it('jitters their times by up to half of its position spread', () => {
    const found = grains(voiceOf(cloud({ position_spread: 0.8 }), 5 * RATE));
    const off = found.slice(1).map(([start], k) => start - 4410 * (k + 1));
    expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(0.4 * 4410 + 3);
    expect(Math.max(...off) - Math.min(...off)).toBeGreaterThan(0.4 * 4410);
  });

  it('spreads their pitch by up to as many semitones, and their places from side to side', () => {
    const x = voiceOf(cloud({ grain_size_ms: 80, pitch_spread: 5 }), 5 * RATE);
    const semitones = grains(x).map(([start, length]) => {
      const hz = crossings(x.subarray(start + 5, start + length - 5)) / 2 / ((length - 10) / RATE);
      return 12 * Math.log2(hz / 700);
    });
    expect(Math.max(...semitones.map(Math.abs))).toBeLessThan(5.4);
    expect(Math.max(...semitones) - Math.min(...semitones)).toBeGreaterThan(6);
  });

  it('keeps the pitch of its source, and its level however many grains overlap', () => {
    const whole = (grain_density: number) => voiceOf(cloud({ grain_size_ms: 40, grain_density }), 30_000);
    // Every grain begins at phase 0, which is where the tone is again after seven periods.
    for (const density of [50, 100]) {
      const x = whole(density);
      expect(pitchNear(x, 700, RATE, 5000)).toBeCloseTo(700, 2);
      expect(rms(x.subarray(5000)) / Math.sqrt(density / 50)).toBeCloseTo(rms(whole(50).subarray(5000)), 2);
    }
  });

  it('of a formant source repeats at its pitch', () => {
    const source = { type: 'formant', frequency: 210, formant_freq: 900 };
    const x = voiceOf(cloud({ source, grain_size_ms: 400, grain_density: 2 }), 16_000);
    expect(Math.abs(pitchNear(x, 210, RATE, 2000, 8192) - 210)).toBeLessThan(0.5);
  });
});

it('a frozen wave keeps the partials of its source', () => {
  const frozen = voiceOf(
    { type: 'spectral_freeze', source: { type: 'tone', waveform: 'sawtooth', frequency: 441 } },
    50_000,
  );
  const saw = voiceOf({ type: 'oscillator', waveform: 'sawtooth', frequency: 441 }, 50_000);
  const partials = [1, 2, 3, 4, 5].map((h) => [441 * h, amplitudeAt(saw, 441 * h, RATE, 8000)] as const);
  const { cents, dB } = partialErrors(frozen, partials, RATE, { start: 8000 });
  expect(cents).toBeLessThan(1);
  expect(dB).toBeLessThan(1);
  expect(Math.abs(correlation(frozen.subarray(8000, 20_000), frozen.subarray(8100, 20_100)))).toBeGreaterThan(0.9);
});
