/** `quality.*`: levels, loudness and faults. */
import { decibels, mean, meanSquare, peakOf } from './level.ts';
import { integratedLoudness } from './loudness.ts';
import type { Wav } from './read-wav.ts';
import { truePeakOver } from './true-peak.ts';

export interface QualityMetrics {
  /** Of each channel, where there are several. */
  readonly channel_dc_offset?: readonly number[];
  readonly channel_peak_db?: readonly number[];
  readonly channel_rms_db?: readonly number[];
  /** Any sample of any channel at 0.999 or more. */
  readonly clipping_detected: boolean;
  /** Mean of the mono mix. */
  readonly dc_offset: number;
  /** LUFS of all channels. */
  readonly lufs_integrated?: number;
  /** Of the mono mix, dBFS. */
  readonly peak_db: number;
  /** Of the mono mix, dBFS; a full-scale sine has -3.01. */
  readonly rms_db: number;
  /** Share of the samples of the mono mix below 0.001. */
  readonly silence_ratio: number;
  /** dBTP of the loudest channel. */
  readonly true_peak_db?: number;
}

const CLIPPED = 0.999;
const SILENT = 0.001;

export function qualityMetrics(wav: Wav, mono: Float64Array): QualityMetrics {
  const { channels } = wav;
  const peaks = channels.map(peakOf);
  const lufs = integratedLoudness(wav);
  return {
    ...(channels.length > 1 && {
      channel_dc_offset: channels.map(mean),
      channel_peak_db: peaks.map(decibels),
      channel_rms_db: channels.map((channel) => decibels(Math.sqrt(meanSquare(channel)))),
    }),
    clipping_detected: peaks.some((peak) => peak >= CLIPPED),
    dc_offset: mean(mono),
    ...(lufs !== undefined && { lufs_integrated: lufs }),
    peak_db: decibels(peakOf(mono)),
    rms_db: decibels(Math.sqrt(meanSquare(mono))),
    silence_ratio: silenceRatio(mono),
    ...(mono.length > 0 && {
      true_peak_db: decibels(channels.reduce((a, channel, c) => Math.max(a, truePeakOver(channel, peaks[c]!)), 0)),
    }),
  };
}

function silenceRatio(x: Float64Array): number {
  let silent = 0;
  for (let i = 0; i < x.length; i++) if (Math.abs(x[i]!) < SILENT) silent++;
  return x.length > 0 ? silent / x.length : 1;
}
