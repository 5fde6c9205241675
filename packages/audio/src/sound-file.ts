/** A rendered sound as a WAV file. */
import { Pcg32 } from '@speccade/numerics';
import { deriveComponentSeed } from '@speccade/spec';
import type { AudioParams } from '@speccade/spec/kinds/audio_v1';
import type { LoopPoints } from './loop.ts';
import { midiNote } from './note.ts';
import { peakOfAll, scaleOf } from './quantize.ts';
import type { Rendered } from './render.ts';
import { createEncoder, type SampleEncoder, type SampleFormat } from './sample-format.ts';
import { assemble, type SamplerInfo, wavFrame } from './wav.ts';

/** Middle C, what samplers assume of a sound without a note. */
const DEFAULT_UNITY_NOTE = 60;

export interface SoundFileOptions {
  /** 16-bit integers when absent. */
  readonly sampleFormat?: SampleFormat | undefined;
  /** Dither integers, seeded from the spec's seed; off when absent. */
  readonly dither?: boolean | undefined;
}

/** The encoder that brings a sound of the peak to −3 dB. Silence stays what it is: it is not dithered. */
export function encoderOf(peak: number, seed: number, options: SoundFileOptions): SampleEncoder {
  const scale = scaleOf(peak);
  const dither = options.dither && scale > 0 ? new Pcg32(deriveComponentSeed(seed, 'dither')) : undefined;
  return createEncoder({ format: options.sampleFormat ?? 'pcm16', scale, dither });
}

/** What a sampler is told of a loop. */
export function samplerOf(loop: LoopPoints | undefined, params: AudioParams): SamplerInfo | undefined {
  if (loop === undefined) return undefined;
  const note = midiNote(params.base_note);
  return { ...loop, unityNote: note !== undefined && note <= 127 ? note : DEFAULT_UNITY_NOTE };
}

export interface WavOptions extends SoundFileOptions {
  /** What samples are multiplied by; 1 when absent. */
  readonly gain?: number | undefined;
  /** Of the dither. */
  readonly seed?: number | undefined;
}

/** A WAV file of samples as they are, full scale at 1: integers clip what is beyond. One channel or two, of equal length. */
export function encodeWav(channels: readonly Float64Array[], sampleRate: number, options: WavOptions = {}): Uint8Array {
  const frames = channels[0]!.length;
  const { sampleFormat = 'pcm16', gain = 1, seed = 0 } = options;
  const frame = wavFrame(frames, { sampleRate, channels: channels.length, samples: sampleFormat });
  const dither = options.dither ? new Pcg32(deriveComponentSeed(seed, 'dither')) : undefined;
  const encode = createEncoder({ format: sampleFormat, scale: gain, dither });
  return assemble(frame, (data) => encode(channels, frames, data));
}

/** The file of a sound in any sample format. */
export function soundFile(
  rendered: Rendered,
  seed: number,
  sampler: SamplerInfo | undefined,
  options: SoundFileOptions,
): Uint8Array {
  const { sampleRate, channels } = rendered;
  const frames = channels[0]!.length;
  const frame = wavFrame(frames, { sampleRate, channels: channels.length, samples: options.sampleFormat }, sampler);
  const encode = encoderOf(peakOfAll(channels), seed, options);
  return assemble(frame, (data) => encode(channels, frames, data));
}
