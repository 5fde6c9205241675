/** Interleaved samples of a `data` chunk into one array for each channel. */
import type { WavLayout } from './read-wav.ts';
import { WavError } from './wav-error.ts';

/** All channels together; 2 GB while they are in memory. */
export const MAX_SAMPLES = 268435456;
/** Of single precision: squares of what is larger may overflow. */
const LARGEST = 3.4028234663852886e38;

type Read = (view: DataView, at: number) => number;

// Full scale is 2^(bits - 1), so that the most negative value is -1.
const READERS: Readonly<Record<string, Read>> = {
  pcm8: (view, at) => (view.getUint8(at) - 128) / 128,
  pcm16: (view, at) => view.getInt16(at, true) / 32768,
  pcm24: (view, at) => (view.getUint8(at) + view.getInt16(at + 1, true) * 256) / 8388608,
  pcm32: (view, at) => view.getInt32(at, true) / 2147483648,
  float32: (view, at) => view.getFloat32(at, true),
  float64: (view, at) => view.getFloat64(at, true),
};

/** Throws {@link WavError} for part of a block, for too many samples and for numbers that are not finite. */
export function decode(view: DataView, layout: WavLayout): Float64Array[] {
  const { channelCount, bitsPerSample, sampleFormat } = layout;
  const width = bitsPerSample / 8;
  const block = width * channelCount;
  if (view.byteLength % block !== 0) {
    throw new WavError(`${view.byteLength} bytes of samples are no whole number of blocks of ${block} bytes`);
  }
  const frames = view.byteLength / block;
  if (frames * channelCount > MAX_SAMPLES) {
    throw new WavError(`${frames * channelCount} samples are more than the ${MAX_SAMPLES} that can be read`);
  }
  const read = READERS[`${sampleFormat}${bitsPerSample}`]!;
  return Array.from({ length: channelCount }, (_, channel) => {
    const out = new Float64Array(frames);
    for (let i = 0, at = channel * width; i < frames; i++, at += block) {
      const sample = read(view, at);
      if (!(sample >= -LARGEST && sample <= LARGEST)) {
        throw new WavError(`sample ${i} of channel ${channel} is ${sample}`);
      }
      out[i] = sample;
    }
    return out;
  });
}
