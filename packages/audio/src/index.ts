/** `@speccade/audio`: sounds from `audio_v1` recipes. */
export { audioBackend } from './backend.ts';
export { AUDIO_BACKEND } from './identity.ts';
export type { LoopPoints } from './loop.ts';
export { midiNote } from './note.ts';
export { PEAK_LEVEL, quantize } from './quantize.ts';
export type { Rendered, RenderOptions } from './render.ts';
export { renderParams } from './render.ts';
export {
  createEncoder,
  type EncodeOptions,
  SAMPLE_FORMATS,
  type SampleEncoder,
  type SampleFormat,
} from './sample-format.ts';
export { encodeWav, type SoundFileOptions, soundFile, type WavOptions } from './sound-file.ts';
export { streamWav, type WavStream, type WavStreamOptions } from './stream.ts';
export type { SamplerInfo, WavFormat } from './wav.ts';
export { pcmBytes, writeWav } from './wav.ts';
export { IMAGE_HEIGHT, IMAGE_PALETTE, IMAGE_WIDTH, waveformImage } from './waveform-image.ts';
