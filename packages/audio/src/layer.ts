/** One layer: generator, LFO, filter, envelope. Volume, pan and delay are the mixer's. */
import { Pcg32 } from '@speccade/numerics';
import type { Layer } from '@speccade/spec/kinds/audio_v1';
import { bend } from './bend.ts';
import { inBlocks, type Process } from './dsp/process.ts';
import { createFilter } from './filters/types.ts';
import { modulationCurve } from './lfo.ts';
import type { MixSignal } from './mix.ts';
import type { Tools } from './tools.ts';
import { type Modulation, SILENT, synthesizerFor } from './voice.ts';

/** What a layer is told besides its own parameters. */
export interface LayerJob {
  /** Hz. */
  readonly sampleRate: number;
  /** Samples of the whole sound, to which everything that depends on the duration relates. */
  readonly frames: number;
  /** Samples of the sound that are wanted, at most `frames`. */
  readonly end: number;
  readonly seed: number;
  /** Frequency ratio per sample of the whole sound. */
  readonly pitch?: Float64Array | undefined;
  readonly tools: Tools;
}

export type LayerRenderer = (layer: Layer, job: LayerJob) => MixSignal;

/** Samples by which the layer starts late. */
export function delaySamples(layer: Layer, sampleRate: number): number {
  return Math.floor((layer.delay ?? 0) * sampleRate);
}

export const renderLayer: LayerRenderer = (layer, job) => {
  const { sampleRate, frames, tools } = job;
  const delay = delaySamples(layer, sampleRate);
  const length = frames - delay;
  const wanted = Math.max(0, job.end - delay);

  const synthesizer = synthesizerFor(tools.synthesis, layer.synthesis);
  const target = layer.lfo?.target.target;
  const curve = layer.lfo ? modulationCurve(layer.lfo, sampleRate, length) : undefined;
  const followed = target !== undefined && synthesizer?.follows?.includes(target) === true;

  const modulation: Modulation = {
    ...(followed && { [target]: curve }),
    ...(job.pitch && { pitch: pitchOf(job.pitch.subarray(delay), followed && target === 'pitch' ? curve : undefined) }),
  };
  const pan = panOf(layer, target === 'pan' ? curve : undefined);
  const context = { sampleRate, length, random: new Pcg32(job.seed), modulation, pan, filters: tools.filters };
  const voice = synthesizer?.voice(layer.synthesis, context) ?? SILENT;

  // Bending reads ahead, so it needs the whole signal even where only its beginning is wanted.
  const bent = target === 'pitch' && !followed;
  const rendered = bent ? length : wanted;
  const left = new Float64Array(rendered);
  const right = voice.stereo ? new Float64Array(rendered) : undefined;
  inBlocks(rendered, (start, end) => voice.render(left, start, end, right));
  voice.finish?.(left, rendered, right);

  const stages = (): Process[] => [
    ...(target === 'volume' && curve ? [gain(curve)] : []),
    ...(layer.filter
      ? [
          createFilter(tools.filters, layer.filter, {
            sampleRate,
            span: length,
            offset: target === 'filter_cutoff' ? curve : undefined,
          }),
        ]
      : []),
    tools.envelope(layer.envelope, sampleRate, length),
  ];
  const finished = [left, right].map((channel) => {
    if (channel === undefined) return undefined;
    const signal = bent && curve ? bend(channel, curve).subarray(0, wanted) : channel;
    const chain = stages();
    inBlocks(wanted, (start, end) => {
      for (const stage of chain) stage.process(signal, start, end);
    });
    return signal;
  });

  return {
    left: finished[0]!,
    right: finished[1],
    start: delay,
    volume: Math.min(Math.max(layer.volume, 0), 1),
    pan: voice.placed ? 0 : pan,
  };
};

/** The layer's pan, or its pan per sample. */
export function panOf(layer: Layer, curve: Float64Array | undefined): number | Float64Array {
  const pan = Math.min(Math.max(layer.pan, -1), 1);
  return curve === undefined ? pan : curve.map((offset) => Math.min(Math.max(pan + offset, -1), 1));
}

function pitchOf(envelope: Float64Array, lfo: Float64Array | undefined): Float64Array {
  return lfo === undefined ? envelope : envelope.map((ratio, i) => ratio * lfo[i]!);
}

function gain(curve: Float64Array): Process {
  return {
    process(x, start, end) {
      for (let i = start; i < end; i++) x[i] = x[i]! * curve[i]!;
    },
  };
}
