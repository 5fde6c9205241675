/**
 * What reports say of every sound: measured on the samples as the file has them, equal to what `speccade analyze` says of
 * it and named alike. 3 ms for 3 s of loud stereo, half of that for what fades away.
 */

import { decibels, mixLevels, peakOf } from './analysis/level.ts';
import { integratedLoudness } from './analysis/loudness.ts';
import { rounded } from './analysis/rounded.ts';
import { decodeInto } from './analysis/samples.ts';
import { centroidOf } from './analysis/spectral.ts';
import { truePeakOver } from './analysis/true-peak.ts';
import { BYTES, type SampleFormat } from './sample-format.ts';
import { pcmBytes } from './wav.ts';

/** Of the mix of the channels, but for peaks and loudness, which look at each. */
export interface SoundMetrics {
  /** Hz; of the beginning. */
  readonly centroid_hz: number;
  readonly dc_offset: number;
  /** LUFS; absent below 400 ms, and for what never gets above the gate. */
  readonly lufs_integrated?: number;
  /** Largest magnitude of any channel, full scale at 1. */
  readonly peak: number;
  readonly rms_db: number;
  /** dBTP. */
  readonly true_peak_db: number;
}

/** Largest integer of each format, that full scale is to peaks. */
const FULL_SCALE: Readonly<Record<SampleFormat, number>> = {
  pcm16: 32767 / 32768,
  pcm24: 8388607 / 8388608,
  float32: 1,
};

/** Measures a file that this package wrote, of one channel or two. `channels` lend their memory: they end up with its samples. */
export function soundMetrics(
  wav: Uint8Array,
  format: SampleFormat,
  sampleRate: number,
  channels: readonly Float64Array[],
): SoundMetrics {
  const { buffer, byteOffset, byteLength } = pcmBytes(wav);
  const layout = { bitsPerSample: 8 * BYTES[format], sampleFormat: format === 'float32' ? 'float' : 'pcm' } as const;
  decodeInto(channels, new DataView(buffer, byteOffset, byteLength), layout);
  const peaks = channels.map(peakOf);
  const { mean, meanSquare } = mixLevels(channels[0]!, channels.at(-1)!);
  const lufs = integratedLoudness({ channels, sampleRate, channelMask: undefined });
  return {
    peak: largest(peaks) / FULL_SCALE[format],
    ...rounded({
      centroid_hz: centroidOf(channels, sampleRate),
      dc_offset: mean,
      ...(lufs !== undefined && { lufs_integrated: lufs }),
      rms_db: decibels(Math.sqrt(meanSquare)),
      true_peak_db: decibels(largest(channels.map((channel, c) => truePeakOver(channel, peaks[c]!)))),
    }),
  };
}

function largest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}
