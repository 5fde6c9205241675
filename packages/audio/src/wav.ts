/**
 * WAV files: RIFF, `fmt ` for 16-bit PCM, `data`, and for sounds with a loop a `smpl` chunk (Multimedia Programming
 * Interface and Data Specifications 1.0, and the sampler chunk of its 1994 update).
 */
import type { LoopPoints } from './loop.ts';

export interface WavFormat {
  /** Hz. */
  readonly sampleRate: number;
  /** 1, or 2 for left and right interleaved. */
  readonly channels: number;
}

/** What a `smpl` chunk tells a sampler. */
export interface SamplerInfo extends LoopPoints {
  /** MIDI note at which the sound plays unchanged. */
  readonly unityNote: number;
}

const HEADER = 44;
const SAMPLER_CHUNK = 8 + 36 + 24;
const PCM = 1;

/** The file for interleaved samples. The samples start at byte 44. */
export function writeWav(pcm: Int16Array, format: WavFormat, sampler?: SamplerInfo): Uint8Array {
  const { sampleRate, channels } = format;
  const dataBytes = pcm.length * 2;
  const bytes = new Uint8Array(HEADER + dataBytes + (sampler === undefined ? 0 : SAMPLER_CHUNK));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const tag = (text: string) => {
    for (let i = 0; i < 4; i++) bytes[at++] = text.charCodeAt(i);
  };
  const u16 = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  const u32 = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };

  tag('RIFF');
  u32(bytes.length - 8);
  tag('WAVE');
  tag('fmt ');
  u32(16);
  u16(PCM);
  u16(channels);
  u32(sampleRate);
  u32(sampleRate * channels * 2);
  u16(channels * 2);
  u16(16);
  tag('data');
  u32(dataBytes);
  for (let i = 0; i < pcm.length; i++) {
    const sample = pcm[i]!;
    bytes[HEADER + 2 * i] = sample;
    bytes[HEADER + 2 * i + 1] = sample >> 8;
  }
  at += dataBytes;

  if (sampler !== undefined) {
    tag('smpl');
    u32(SAMPLER_CHUNK - 8);
    u32(0); // manufacturer
    u32(0); // product
    u32(Math.round(1e9 / sampleRate)); // sample period in ns
    u32(sampler.unityNote);
    u32(0); // pitch fraction
    u32(0); // SMPTE format
    u32(0); // SMPTE offset
    u32(1); // loops
    u32(0); // bytes of sampler data
    u32(0); // loop id
    u32(0); // forward
    u32(sampler.start);
    u32(Math.max(sampler.end - 1, 0)); // last sample played
    u32(0); // fraction
    u32(0); // plays for ever
  }
  return bytes;
}

/** The sample bytes of a file that {@link writeWav} made. */
export function pcmBytes(wav: Uint8Array): Uint8Array {
  const length = new DataView(wav.buffer, wav.byteOffset).getUint32(HEADER - 4, true);
  return wav.subarray(HEADER, HEADER + length);
}
