/** Interleaved samples of a `data` chunk into one array for each channel. */
import type { WavLayout } from './read-wav.ts';
import { WavError } from './wav-error.ts';

/** All channels together; 2 GB while they are in memory. */
export const MAX_SAMPLES = 268435456;
/** Of single precision: squares of what is larger may overflow. */
const LARGEST = 3.4028234663852886e38;

/** Writes the samples `[from, to)` of one channel, the first one at a byte, the next ones a block of bytes on each. */
type Read = (view: DataView, at: number, block: number, out: Float64Array, from: number, to: number) => void;

/** Samples that are read at a time: a loop in a function that is called often is compiled well and early. */
const RUN = 4096;

// Full scale is 2^(bits - 1), so that the most negative value is -1. A loop for each width: a call for each sample, of
// a function that differs, takes three times as long.
const READERS: Readonly<Record<string, Read>> = {
  pcm8: (view, at, block, out, from, to) => {
    for (let i = from, p = at; i < to; i++, p += block) out[i] = (view.getUint8(p) - 128) / 128;
  },
  pcm16: (view, at, block, out, from, to) => {
    for (let i = from, p = at; i < to; i++, p += block) out[i] = view.getInt16(p, true) / 32768;
  },
  pcm24: (view, at, block, out, from, to) => {
    for (let i = from, p = at; i < to; i++, p += block) {
      out[i] = (view.getUint8(p) + view.getInt16(p + 1, true) * 256) / 8388608;
    }
  },
  pcm32: (view, at, block, out, from, to) => {
    for (let i = from, p = at; i < to; i++, p += block) out[i] = view.getInt32(p, true) / 2147483648;
  },
  float32: (view, at, block, out, from, to) => {
    for (let i = from, p = at; i < to; i++, p += block) out[i] = view.getFloat32(p, true);
  },
  float64: (view, at, block, out, from, to) => {
    for (let i = from, p = at; i < to; i++, p += block) out[i] = view.getFloat64(p, true);
  },
};

/** Throws {@link WavError} for part of a block, for too many samples and for numbers that are not finite. */
export function decode(view: DataView, layout: WavLayout): Float64Array[] {
  const { channelCount, bitsPerSample, sampleFormat } = layout;
  const block = (bitsPerSample / 8) * channelCount;
  if (view.byteLength % block !== 0) {
    throw new WavError(`${view.byteLength} bytes of samples are no whole number of blocks of ${block} bytes`);
  }
  const frames = view.byteLength / block;
  if (frames * channelCount > MAX_SAMPLES) {
    throw new WavError(`${frames * channelCount} samples are more than the ${MAX_SAMPLES} that can be read`);
  }
  const channels = Array.from({ length: channelCount }, () => new Float64Array(frames));
  decodeInto(channels, view, layout);
  if (sampleFormat === 'float') channels.forEach(requireFinite);
  return channels;
}

/** Fills channels, all of one length, with samples of that many blocks. */
export function decodeInto(
  channels: readonly Float64Array[],
  view: DataView,
  { bitsPerSample, sampleFormat }: Pick<WavLayout, 'bitsPerSample' | 'sampleFormat'>,
): void {
  const width = bitsPerSample >> 3;
  const read = READERS[`${sampleFormat}${bitsPerSample}`]!;
  const block = width * channels.length;
  channels.forEach((channel, c) => {
    for (let from = 0; from < channel.length; from += RUN) {
      read(view, c * width + from * block, block, channel, from, Math.min(from + RUN, channel.length));
    }
  });
}

function requireFinite(x: Float64Array, channel: number): void {
  for (let i = 0; i < x.length; i++) {
    if (!(x[i]! >= -LARGEST && x[i]! <= LARGEST)) throw new WavError(`sample ${i} of channel ${channel} is ${x[i]}`);
  }
}
