/** The facts that `speccade analyze` reports about a sound. docs/analysis.md says what each number means. */
import { monoMix } from './mono.ts';
import { type QualityMetrics, qualityMetrics } from './quality.ts';
import type { Wav, WavLoop } from './read-wav.ts';
import { rounded } from './rounded.ts';
import { type SpectralMetrics, spectralMetrics } from './spectral.ts';
import { type TemporalMetrics, temporalMetrics } from './temporal.ts';

export interface FormatMetrics {
  readonly bits_per_sample: number;
  readonly channels: number;
  readonly duration_ms: number;
  /** Of one channel. */
  readonly num_samples: number;
  readonly sample_format: 'pcm' | 'float';
  /** Hz. */
  readonly sample_rate: number;
}

/** All numbers are rounded to six decimals; keys are in alphabetical order. */
export interface AudioMetrics {
  readonly format: FormatMetrics;
  /** Where the file has loops. */
  readonly loops?: readonly WavLoop[];
  readonly quality: QualityMetrics;
  readonly spectral: SpectralMetrics;
  readonly temporal: TemporalMetrics;
}

/** Measures a sound. */
export function analyze(wav: Wav): AudioMetrics {
  const { sampleRate, channels, loops } = wav;
  const mono = monoMix(channels);
  return rounded({
    format: {
      bits_per_sample: wav.bitsPerSample,
      channels: channels.length,
      duration_ms: (mono.length / sampleRate) * 1000,
      num_samples: mono.length,
      sample_format: wav.sampleFormat,
      sample_rate: sampleRate,
    },
    ...(loops.length > 0 && { loops: loops.map(({ start, end }) => ({ end, start })) }),
    quality: qualityMetrics(wav, mono),
    spectral: spectralMetrics(mono, sampleRate),
    temporal: temporalMetrics(mono, sampleRate),
  });
}
