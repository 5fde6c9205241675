/** From floating point to 16 bit. */
import { peakOf } from './dsp/peak.ts';

/** −3 dB: the peak of every file that is not silent. */
export const PEAK_LEVEL = 0.7079457843841379;

/** What brings a peak to {@link PEAK_LEVEL}; 0 for one so small that its inverse overflows, which is silence. */
export function scaleOf(peak: number): number {
  return Number.isFinite(PEAK_LEVEL / peak) ? PEAK_LEVEL / peak : 0;
}

/** The largest magnitude of all channels. */
export function peakOfAll(channels: readonly Float64Array[]): number {
  return channels.reduce((largest, channel) => Math.max(largest, peakOf(channel)), 0);
}

/**
 * Interleaved 16-bit samples, the peak over all channels brought to {@link PEAK_LEVEL}. Rounds half away from zero,
 * without dither; what is not a number becomes 0.
 */
export function quantize(channels: readonly Float64Array[]): Int16Array {
  const frames = channels[0]?.length ?? 0;
  const scale = scaleOf(peakOfAll(channels));
  const pcm = new Int16Array(frames * channels.length);
  channels.forEach((channel, c) => {
    fill(pcm, c, channels.length, channel, scale);
  });
  return pcm;
}

function fill(pcm: Int16Array, first: number, step: number, channel: Float64Array, scale: number): void {
  for (let i = 0, at = first; i < channel.length; i++, at += step) {
    // Nothing is above the peak, so nothing has to be clipped.
    const v = channel[i]! * scale * 32767;
    const whole = v | 0;
    // Twice the rest is 1 or more where it has to be rounded up, told without a branch that nobody can predict.
    pcm[at] = whole + ((2 * (v - whole)) | 0);
  }
}
