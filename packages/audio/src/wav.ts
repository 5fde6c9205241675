/**
 * WAV files: RIFF, `fmt `, `fact` where the samples are no integers, `data`, and for sounds with a loop a `smpl` chunk
 * (Multimedia Programming Interface and Data Specifications 1.0, its new multimedia data types of 1994, and the sampler
 * chunk of that year). A chunk of an odd size is followed by one byte of padding, which its size does not count.
 */
import type { LoopPoints } from './loop.ts';
import { BYTES, type SampleFormat } from './sample-format.ts';

export interface WavFormat {
  /** Hz. */
  readonly sampleRate: number;
  /** 1, or 2 for left and right interleaved. */
  readonly channels: number;
  /** 16-bit integers when absent. */
  readonly samples?: SampleFormat | undefined;
}

/** What a `smpl` chunk tells a sampler. */
export interface SamplerInfo extends LoopPoints {
  /** MIDI note at which the sound plays unchanged. */
  readonly unityNote: number;
}

/** Of the two chunks whose contents have one size, with their headers. */
const FACT_CHUNK = 8 + 4;
const SAMPLER_CHUNK = 8 + 36 + 24;
/** Format tags of the `fmt ` chunk. */
const PCM = 1;
const IEEE_FLOAT = 3;
/** The largest size that a RIFF header can hold. */
const LARGEST = 0xffff_ffff;

/** Everything of a file but its samples. */
export interface WavFrame {
  /** Bytes before the samples. */
  readonly head: Uint8Array;
  /** Bytes of the samples. */
  readonly dataBytes: number;
  /** Bytes after the samples. */
  readonly tail: Uint8Array;
}

/** What a file of `frames` samples per channel has around them. Throws `RangeError` above 4 GiB, which RIFF cannot say. */
export function wavFrame(frames: number, format: WavFormat, sampler?: SamplerInfo): WavFrame {
  const { sampleRate, channels, samples = 'pcm16' } = format;
  const width = BYTES[samples];
  const dataBytes = frames * channels * width;
  const float = samples === 'float32';
  const head = new ChunkWriter(12 + 8 + (float ? 18 : 16) + (float ? FACT_CHUNK : 0) + 8);
  const tail = new ChunkWriter((dataBytes % 2) + (sampler === undefined ? 0 : SAMPLER_CHUNK));
  const size = head.bytes.length + dataBytes + tail.bytes.length;
  if (size - 8 > LARGEST) throw new RangeError(`a WAV file cannot have ${size} bytes`);

  head.tag('RIFF');
  head.u32(size - 8);
  head.tag('WAVE');
  head.tag('fmt ');
  head.u32(float ? 18 : 16);
  head.u16(float ? IEEE_FLOAT : PCM);
  head.u16(channels);
  head.u32(sampleRate);
  head.u32(sampleRate * channels * width);
  head.u16(channels * width);
  head.u16(8 * width);
  if (float) {
    head.u16(0); // bytes of extension
    head.tag('fact');
    head.u32(FACT_CHUNK - 8);
    head.u32(frames);
  }
  head.tag('data');
  head.u32(dataBytes);

  tail.skip(dataBytes % 2);
  if (sampler !== undefined) writeSampler(tail, sampler, sampleRate);
  return { head: head.bytes, dataBytes, tail: tail.bytes };
}

function writeSampler(to: ChunkWriter, sampler: SamplerInfo, sampleRate: number): void {
  to.tag('smpl');
  to.u32(SAMPLER_CHUNK - 8);
  to.u32(0); // manufacturer
  to.u32(0); // product
  to.u32(Math.round(1e9 / sampleRate)); // sample period in ns
  to.u32(sampler.unityNote);
  to.u32(0); // pitch fraction
  to.u32(0); // SMPTE format
  to.u32(0); // SMPTE offset
  to.u32(1); // loops
  to.u32(0); // bytes of sampler data
  to.u32(0); // loop id
  to.u32(0); // forward
  to.u32(sampler.start);
  to.u32(Math.max(sampler.end - 1, 0)); // last sample played
  to.u32(0); // fraction
  to.u32(0); // plays for ever
}

/** Little-endian, front to back. */
class ChunkWriter {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  tag(text: string): void {
    for (let i = 0; i < 4; i++) this.bytes[this.#at++] = text.charCodeAt(i);
  }

  u16(value: number): void {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
  }

  u32(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  skip(count: number): void {
    this.#at += count;
  }
}

/** The file for interleaved 16-bit samples, which start at byte 44. */
export function writeWav(pcm: Int16Array, format: Omit<WavFormat, 'samples'>, sampler?: SamplerInfo): Uint8Array {
  return assemble(wavFrame(pcm.length / format.channels, format, sampler), (data) => {
    data.set(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength));
    if (!LITTLE_ENDIAN) swapBytes(data);
  });
}

/** Whether this machine has numbers in memory as the file has them. */
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function swapBytes(data: Uint8Array): void {
  for (let i = 0; i < data.length; i += 2) data.set([data[i + 1]!, data[i]!], i);
}

/** A file whose samples `fill` writes. */
export function assemble({ head, dataBytes, tail }: WavFrame, fill: (data: Uint8Array) => void): Uint8Array {
  const bytes = new Uint8Array(head.length + dataBytes + tail.length);
  bytes.set(head);
  fill(bytes.subarray(head.length, head.length + dataBytes));
  bytes.set(tail, head.length + dataBytes);
  return bytes;
}

/** The sample bytes of a file that this module made. */
export function pcmBytes(wav: Uint8Array): Uint8Array {
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  const size = (at: number) => view.getUint32(at + 4, true);
  // After `fmt ` comes `data`, or `fact` and then `data`.
  const second = 12 + 8 + size(12);
  const data = wav[second] === 0x64 ? second : second + 8 + size(second);
  return wav.subarray(data + 8, data + 8 + size(data));
}
