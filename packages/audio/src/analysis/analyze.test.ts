import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pcg32 } from '@speccade/numerics';
import { describe, expect, test } from 'vitest';
import { writeWav } from '../wav.ts';
import { silence, sine, sound } from './_wav-files.ts';
import { analyze } from './analyze.ts';
import { readWav } from './read-wav.ts';

test('a sine of half scale', () => {
  const metrics = analyze(sound([sine(1500, 1, 48000, 0.5)]));
  expect(metrics).toEqual({
    format: {
      bits_per_sample: 64,
      channels: 1,
      duration_ms: 1000,
      num_samples: 48000,
      sample_format: 'float',
      sample_rate: 48000,
    },
    quality: {
      clipping_detected: false,
      dc_offset: 0,
      lufs_integrated: expect.any(Number),
      peak_db: -6.0206,
      rms_db: -9.0309,
      silence_ratio: expect.closeTo(1 / 16, 6),
      true_peak_db: expect.closeTo(-6.02, 1),
    },
    spectral: { centroid_hz: expect.closeTo(1500, 0), dominant_frequency_hz: 1500 },
    temporal: { attack_ms: 0.104167, zero_crossing_rate: expect.closeTo(1 / 16, 3) },
  });
  expect(Object.keys(metrics.quality)).toEqual(Object.keys(metrics.quality).sort());
});

test('channels are measured on their own beside the mix of the page', () => {
  const tone = sine(997, 1, 48000, 0.999);
  const { quality } = analyze(sound([tone.map((x) => x + 0.01), tone.map((x) => -x)]));
  expect(quality).toMatchObject({
    peak_db: expect.closeTo(-46.02, 2),
    dc_offset: 0.005,
    channel_dc_offset: [0.01, 0],
    channel_peak_db: [expect.closeTo(0.08, 2), expect.closeTo(-0.01, 2)],
    clipping_detected: true,
    lufs_integrated: expect.closeTo(0, 1),
  });
});

test('nothing at all, silence and one sample give finite numbers', () => {
  for (const x of [new Float64Array(0), silence(1), Float64Array.of(0.5), new Float64Array(63).fill(3.4e38)]) {
    const numbers = JSON.stringify(analyze(sound([x, x], 8)));
    expect(numbers).not.toContain('null');
  }
  const { quality, spectral, temporal } = analyze(sound([silence(1)]));
  expect(quality).toEqual({
    clipping_detected: false,
    dc_offset: 0,
    peak_db: -100,
    rms_db: -100,
    silence_ratio: 1,
    true_peak_db: -100,
  });
  expect([spectral, temporal]).toEqual([
    { centroid_hz: 0, dominant_frequency_hz: 0 },
    { attack_ms: 0, zero_crossing_rate: 0 },
  ]);
});

test('loops of the file are told', () => {
  const bytes = writeWav(
    new Int16Array(8),
    { sampleRate: 8000, channels: 1 },
    { start: 2, end: 7, snapped: false, unityNote: 60 },
  );
  expect(analyze(readWav(bytes)).loops).toEqual([{ start: 2, end: 7 }]);
});

const noSox = spawnSync('sox', ['--version']).error !== undefined;

describe.skipIf(noSox)('sox agrees', () => {
  test.each([
    [8, 1],
    [16, 2],
    [24, 1],
    [32, 2],
  ])('on peak, RMS and DC of %i bits and %i channels', (bits, channels) => {
    const folder = mkdtempSync(join(tmpdir(), 'speccade-sox-'));
    const pcm = new Int16Array(44100 * channels);
    const noise = new Pcg32(5);
    for (let i = 0; i < pcm.length; i++) pcm[i] = Math.round((noise.nextF64() - 0.4) * 20000 * (i / pcm.length));
    const [source, converted] = [join(folder, 'source.wav'), join(folder, 'converted.wav')];
    writeFileSync(source, writeWav(pcm, { sampleRate: 44100, channels }));
    execFileSync('sox', ['-D', source, '-b', String(bits), converted]);
    const file = readFileSync(converted);
    const { quality } = analyze(readWav(file));
    for (let channel = 1; channel <= channels; channel++) {
      const { stderr } = spawnSync('sox', [converted, '-n', 'remix', String(channel), 'stats'], { encoding: 'utf8' });
      const figure = (name: string) => Number(new RegExp(`^${name}\\s+(\\S+)`, 'm').exec(stderr)![1]);
      const ours = (each: readonly number[] | undefined, one: number) => each?.[channel - 1] ?? one;
      expect(ours(quality.channel_peak_db, quality.peak_db)).toBeCloseTo(figure('Pk lev dB'), 1);
      expect(ours(quality.channel_rms_db, quality.rms_db)).toBeCloseTo(figure('RMS lev dB'), 1);
      expect(ours(quality.channel_dc_offset, quality.dc_offset)).toBeCloseTo(figure('DC offset'), 5);
    }
  });
});
