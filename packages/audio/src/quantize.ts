/** From floating point to 16 bit. */
import { peakOf } from './dsp/peak.ts';

/** −3 dB: the peak of every file that is not silent. */
export const PEAK_LEVEL = 0.7079457843841379;

/**
 * Interleaved 16-bit samples, the peak over all channels brought to {@link PEAK_LEVEL}. Rounds half away from zero,
 * without dither; what is not a number becomes 0.
 */
export function quantize(channels: readonly Float64Array[]): Int16Array {
  const frames = channels[0]?.length ?? 0;
  const peak = channels.reduce((largest, channel) => Math.max(largest, peakOf(channel)), 0);
  // A peak so small that its inverse overflows is silence.
  const scale = Number.isFinite(PEAK_LEVEL / peak) ? PEAK_LEVEL / peak : 0;
  const pcm = new Int16Array(frames * channels.length);
  for (let c = 0; c < channels.length; c++) write(channels[c]!, scale, pcm, c, channels.length);
  return pcm;
}

/** The number below ½: added, it rounds halves away from zero and nothing else up. */
const HALF = 0.49999999999999994;

function write(x: Float64Array, scale: number, pcm: Int16Array, at: number, stride: number): void {
  for (let i = 0; i < x.length; i++, at += stride) {
    const v = Math.min(Math.max(x[i]! * scale, -1), 1) * 32767;
    pcm[at] = v < 0 ? v - HALF : v + HALF;
  }
}
