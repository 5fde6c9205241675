/** The backend of `audio_v1`: a spec in, a WAV file and its picture out. */
import { encodePng } from '@speccade/png';
import { type Artifact, type Backend, BackendError, blake3Hex, type Metrics, type Spec } from '@speccade/spec';
import type { AudioParams } from '@speccade/spec/kinds/audio_v1';
import { AUDIO_BACKEND } from './identity.ts';
import { toolsFor } from './modes.ts';
import { midiNote } from './note.ts';
import { quantize } from './quantize.ts';
import { type Rendered, renderParams } from './render.ts';
import type { SampleFormat } from './sample-format.ts';
import { samplerOf, soundFile } from './sound-file.ts';
import { soundMetrics } from './sound-metrics.ts';
import { pcmBytes, writeWav } from './wav.ts';
import { IMAGE_HEIGHT, IMAGE_PALETTE, IMAGE_WIDTH, waveformImage } from './waveform-image.ts';

const PARAMS_PATH = ['recipe', 'params'] as const;
/** Deflate effort of the picture: at 6 it would be 5 % smaller and take 1.6 times as long. */
const IMAGE_LEVEL = 4;

export const audioBackend: Backend = {
  ...AUDIO_BACKEND,
  generate(spec, context) {
    const { params, path } = requireAudio(spec);
    const compat = context.compat ?? spec.compat;
    context.onStage?.('render_audio');
    const rendered = renderParams(params, spec.seed, { ...context, compat, path: PARAMS_PATH });

    context.onStage?.('encode_output');
    const pcm = quantize(rendered.channels);
    const { sampleRate, channels, loop } = rendered;
    const sampler = toolsFor(compat).writesLoops ? samplerOf(loop, params) : undefined;
    const format = context.sampleFormat ?? 'pcm16';
    const plain = format === 'pcm16' && !context.dither;
    const wav = plain
      ? writeWav(pcm, { sampleRate, channels: channels.length }, sampler)
      : soundFile(rendered, spec.seed, sampler, context);
    const preview = context.previewSeconds === undefined ? {} : { preview: true };
    const sound: Artifact = {
      path,
      format: 'wav',
      kind: 'primary',
      bytes: wav,
      hash: blake3Hex(pcmBytes(wav)),
      metrics: measure(rendered, params, wav, format),
      ...preview,
    };
    context.onStage?.('generate_waveform');
    const image = encodePng({
      width: IMAGE_WIDTH,
      height: IMAGE_HEIGHT,
      colorType: 'palette',
      palette: IMAGE_PALETTE,
      data: waveformImage(pcm, channels.length),
      level: IMAGE_LEVEL,
    });
    const picture: Artifact = {
      path: `${withoutExtension(path)}_preview.waveform.png`,
      format: 'png',
      kind: 'preview',
      bytes: image,
      hash: blake3Hex(image),
      ...preview,
    };
    return [sound, picture];
  },
};

/** Parameters and primary path of the spec. Throws `BackendError` where there are none. */
function requireAudio(spec: Spec): { params: AudioParams; path: string } {
  const { recipe } = spec;
  const refuse = (code: string, path: string, message: string) =>
    new BackendError([{ code, severity: 'error', path, message }]);
  if (recipe === undefined) throw refuse('AUDIO_001', 'recipe', 'the spec has no recipe');
  if (recipe.kind !== 'audio_v1') {
    throw refuse('AUDIO_002', 'recipe.kind', `${recipe.kind} is not a recipe of the audio backend`);
  }
  const primary = spec.outputs.find((output) => output.kind === 'primary' && output.format === 'wav');
  if (primary === undefined) throw refuse('AUDIO_006', 'outputs', 'the spec has no primary output of format wav');
  return { params: recipe.params as AudioParams, path: primary.path };
}

/** Overwrites the channels with the samples that were written. */
function measure(rendered: Rendered, params: AudioParams, wav: Uint8Array, format: SampleFormat): Metrics {
  const note = midiNote(params.base_note);
  const { sampleRate, channels, loop } = rendered;
  const frames = channels[0]!.length;
  return {
    sample_rate: sampleRate,
    channels: channels.length,
    num_samples: frames,
    duration_seconds: frames / sampleRate,
    ...(format !== 'pcm16' && { sample_format: format }),
    ...soundMetrics(wav, format, sampleRate, channels),
    num_layers: params.layers.length,
    ...(note !== undefined && { base_note: note }),
    ...(loop && { loop_start: loop.start, loop_end: loop.end, loop_snapped: loop.snapped }),
  };
}

function withoutExtension(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(0, dot) : path;
}
