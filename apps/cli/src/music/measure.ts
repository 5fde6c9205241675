/** How a rendered song sounds, in numbers. */
import { analyze, type Wav } from '@speccade/audio/analysis';
import type { Played } from './player.ts';

export interface RenderMetrics {
  /** Of one pass, as the player counts them. */
  readonly song_seconds: number;
  /** Of the render. */
  readonly seconds: number;
  readonly sample_rate: number;
  readonly peak_db: number;
  readonly true_peak_db?: number;
  readonly lufs_integrated?: number;
  /** Samples beyond full scale, before anything cut them off. */
  readonly clipped_samples: number;
}

/** `wav`: where it was written to; without it, what the player gave is measured, beyond full scale too. */
export function measureRender(played: Played, sampleRate: number, wav = wavOf(played, sampleRate)): RenderMetrics {
  const { left, right, duration } = played;
  const { quality } = analyze(wav);
  let clipped = 0;
  for (const channel of [left, right]) for (const value of channel) if (Math.abs(value) > 1) clipped++;
  return {
    song_seconds: Math.round(duration * 1000) / 1000,
    seconds: Math.round((left.length / sampleRate) * 1000) / 1000,
    sample_rate: sampleRate,
    peak_db: Math.max(...(quality.channel_peak_db ?? [quality.peak_db])),
    ...(quality.true_peak_db !== undefined && { true_peak_db: quality.true_peak_db }),
    ...(quality.lufs_integrated !== undefined && { lufs_integrated: quality.lufs_integrated }),
    clipped_samples: clipped,
  };
}

/** What the player gave as a file of floating point would hold it. */
export function wavOf({ left, right }: Played, sampleRate: number): Wav {
  const channels = [left, right];
  return { sampleRate, bitsPerSample: 32, sampleFormat: 'float', channels, channelMask: undefined, loops: [] };
}
