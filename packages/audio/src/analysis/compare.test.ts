import { Pcg32 } from '@speccade/numerics';
import { expect, test } from 'vitest';
import { silence, sine, sound } from './_wav-files.ts';
import { compareWavs } from './compare.ts';
import { powerSpectrum } from './power-spectrum.ts';
import { thirdOctaves } from './third-octaves.ts';

const noise = new Float64Array(48000);
new Pcg32(3).fillBipolar(noise);

test('a sound is at no distance from itself', () => {
  expect(compareWavs(sound([noise]), sound([noise.slice()]))).toEqual({
    type: 'audio',
    channels_delta: 0,
    duration_delta_ms: 0,
    envelope_distance_db: 0,
    loudness_delta_percent: 0,
    lufs_delta: 0,
    peak_delta_db: 0,
    pitch_delta_cents: 0,
    rms_delta_db: 0,
    sample_rate_delta_hz: 0,
    samples_identical: true,
    spectral_correlation: 1,
    spectral_distance_db: 0,
  });
});

test('half the level is 6.02 dB everywhere and no change of shape', () => {
  const result = compareWavs(sound([noise]), sound([noise.map((x) => x / 2)]));
  for (const key of ['peak_delta_db', 'rms_delta_db', 'lufs_delta'] as const)
    expect(result[key]).toBeCloseTo(-6.0206, 4);
  expect(result).toMatchObject({
    loudness_delta_percent: -50,
    envelope_distance_db: expect.closeTo(6.0206, 4),
    spectral_distance_db: expect.closeTo(6.0206, 4),
    spectral_correlation: 1,
    pitch_delta_cents: 0,
    samples_identical: false,
  });
});

test.each([
  [440, 466.1638, 100],
  [440, 220, -1200],
  [1000, 1003, 5.186],
])('from %f Hz to %f Hz are %f cents, within one', (from, to, cents) => {
  const result = compareWavs(sound([sine(from, 1)]), sound([sine(to, 1)]));
  expect(Math.abs(result.pitch_delta_cents! - cents)).toBeLessThan(1);
});

test('other rates, lengths and channels are told', () => {
  const result = compareWavs(sound([sine(440, 1)]), sound([sine(440, 0.5, 44100), silence(0.5, 44100)], 44100));
  expect(result).toMatchObject({ channels_delta: 1, duration_delta_ms: -500, sample_rate_delta_hz: -3900 });
  expect(Math.abs(result.pitch_delta_cents!)).toBeLessThan(1);
  expect(result.envelope_distance_db).toBeGreaterThan(20);
});

test('silent, empty and very short sounds have finite distances', () => {
  const sounds = [new Float64Array(0), silence(1), Float64Array.of(1), noise];
  for (const a of sounds) {
    for (const b of sounds) expect(JSON.stringify(compareWavs(sound([a], 8), sound([b])))).not.toContain('null');
  }
  const result = compareWavs(sound([silence(1)]), sound([silence(1)]));
  expect(result).not.toHaveProperty('pitch_delta_cents');
  expect(result).not.toHaveProperty('lufs_delta');
});

test('a partial more is a distance in its band', () => {
  const low = sine(100, 1, 48000, 0.5);
  const high = sine(5000, 1, 48000, 0.1);
  const both = low.map((x, i) => x + high[i]!);
  expect(compareWavs(sound([low]), sound([both])).spectral_distance_db).toBeGreaterThan(5);
});

test('bands hold the power of the sound, in the band of its frequency', () => {
  const bands = thirdOctaves(powerSpectrum(sound([sine(1000, 1, 48000, 0.5)])), 24000);
  expect(bands).toHaveLength(30);
  expect(bands[16]).toBeCloseTo(0.125, 3);
  expect(bands.reduce((a, b) => a + b)).toBeCloseTo(0.125, 3);
});
