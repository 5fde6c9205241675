import type { Artifact, Spec } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { paramsOf } from './_fixtures.ts';
import { analyze } from './analysis/analyze.ts';
import { peakOf } from './analysis/level.ts';
import { readWav } from './analysis/read-wav.ts';
import { audioBackend } from './backend.ts';
import { SAMPLE_FORMATS, type SampleFormat } from './sample-format.ts';

const saw = { type: 'oscillator', waveform: 'sawtooth', frequency: 311 };
const noise = { type: 'noise_burst', noise_type: 'white' };
const sounds = {
  'a stereo sound': paramsOf([{ synthesis: saw, pan: 0.7 }, { synthesis: noise }], { duration_seconds: 1 }),
  'a mono sound': paramsOf([{ synthesis: saw }], { duration_seconds: 0.7 }),
  'a sound too short for a loudness': paramsOf([{ synthesis: noise }], { duration_seconds: 0.3 }),
  'a sound too short for a spectrum': paramsOf([{ synthesis: noise }], { duration_seconds: 0.001 }),
  silence: paramsOf([{ synthesis: noise, volume: 0 }], { duration_seconds: 1 }),
};

function make(params: ReturnType<typeof paramsOf>, sampleFormat: SampleFormat): Artifact {
  const spec: Spec = {
    spec_version: 1,
    asset_id: 'measured',
    asset_type: 'audio',
    license: 'CC0-1.0',
    seed: 1,
    outputs: [{ kind: 'primary', format: 'wav', path: 'measured.wav' }],
    recipe: { kind: 'audio_v1', params },
  };
  return (audioBackend.generate(spec, { sampleFormat, dither: sampleFormat === 'pcm16' }) as Artifact[])[0]!;
}

describe.each(SAMPLE_FORMATS)('metrics of %s', (format) => {
  it.each(Object.entries(sounds))('of %s are those of the finished file', (_name, params) => {
    const { bytes, metrics } = make(params, format);
    const wav = readWav(bytes);
    const { quality, spectral } = analyze(wav);
    const { centroid_hz, dc_offset, lufs_integrated, rms_db, true_peak_db } = metrics as Record<string, number>;
    expect({ dc_offset, lufs_integrated, rms_db, true_peak_db, centroid_hz }).toEqual({
      dc_offset: quality.dc_offset,
      lufs_integrated: quality.lufs_integrated,
      rms_db: quality.rms_db,
      true_peak_db: quality.true_peak_db,
      centroid_hz: spectral.centroid_hz,
    });
    expect('lufs_integrated' in metrics!).toBe(quality.lufs_integrated !== undefined);
    const scale = { pcm16: 32768 / 32767, pcm24: 8388608 / 8388607, float32: 1 }[format];
    expect(metrics!.peak).toBeCloseTo(Math.max(...wav.channels.map(peakOf)) * scale, 12);
    expect(metrics!.sample_format).toBe(format === 'pcm16' ? undefined : format);
  });
});
