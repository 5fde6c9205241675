/** One layer: generator, LFO, filter, envelope. Volume, pan and delay are the mixer's. */
import { Pcg32 } from '@speccade/numerics';
import type { Layer } from '@speccade/spec/kinds/audio_v1';
import { bend, type MonoSource } from './bend.ts';
import { type Curve, mapCurve, multiplyCurves, shiftCurve } from './dsp/curve.ts';
import type { Process } from './dsp/process.ts';
import { createFilter } from './filters/types.ts';
import { keepWarm } from './keep-warm.ts';
import { lowestRatio, modulationCurve } from './lfo.ts';
import type { MixSignal } from './mix.ts';
import { normalized } from './normalized.ts';
import type { PitchCurve } from './pitch-envelope.ts';
import type { Tools } from './tools.ts';
import { type Modulation, SILENT, synthesizerFor, type Voice } from './voice.ts';

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
  readonly pitch?: PitchCurve | undefined;
  /** Samples up to which a signal is kept whole rather than made twice. */
  readonly keep: number;
  readonly tools: Tools;
}

export type LayerRenderer = (layer: Layer, job: LayerJob) => MixSignal;

/** Samples by which the layer starts late. */
export function delaySamples(layer: Layer, sampleRate: number): number {
  return Math.floor((layer.delay ?? 0) * sampleRate);
}

export const renderLayer: LayerRenderer = (layer, job) => {
  const { sampleRate, frames, tools } = job;
  const { lfo } = layer;
  const delay = delaySamples(layer, sampleRate);
  const length = frames - delay;
  const wanted = Math.max(0, job.end - delay);

  const synthesizer = synthesizerFor(tools.synthesis, layer.synthesis);
  const target = lfo?.target.target;
  const makeCurve = lfo && (() => modulationCurve(lfo, sampleRate));
  const curve = makeCurve?.();
  const followed = target !== undefined && synthesizer?.follows?.includes(target) === true;
  const lowestPitch = (job.pitch?.lowest ?? 1) * (followed && lfo ? lowestRatio(lfo) : 1);
  const pan = panOf(layer, target === 'pan' ? curve : undefined);

  const makeVoice = (): Voice => {
    const own = followed ? makeCurve?.() : undefined;
    const modulation: Modulation = {
      ...(own && target && { [target]: own }),
      ...(job.pitch && { pitch: pitchOf(shiftCurve(job.pitch, delay), target === 'pitch' ? own : undefined) }),
    };
    const random = new Pcg32(job.seed);
    const context = { sampleRate, length, random, modulation, lowestPitch, pan, filters: tools.filters };
    return keepWarm(`voice ${layer.synthesis.type}`, synthesizer?.voice(layer.synthesis, context) ?? SILENT);
  };

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
  const left = stages();

  const voice = makeVoice();
  const volume = Math.min(Math.max(layer.volume, 0), 1);
  if (voice.stereo) {
    const right = stages();
    const source = voice;
    return {
      stereo: true,
      start: delay,
      length: wanted,
      volume,
      pan: voice.placed ? 0 : pan,
      render(l, r, start, end) {
        source.render(l, start, end, r);
        for (const stage of left) stage.process(l, start, end);
        for (const stage of right) stage.process(r, start, end);
      },
    };
  }

  // Bending reads ahead, so it needs the whole signal even where only its beginning is wanted.
  const bent = target === 'pitch' && !followed;
  const signal = normalized(voice, makeVoice, bent ? length : wanted, job.keep);
  const source: MonoSource = bent && makeCurve ? bend(signal, length, makeCurve, job.keep) : signal;
  return {
    stereo: false,
    start: delay,
    length: wanted,
    volume,
    pan,
    render(x, _right, start, end) {
      source(x, start, end);
      for (const stage of left) stage.process(x, start, end);
    },
  };
};

/** The layer's pan, or its pan per sample. */
export function panOf(layer: Layer, curve: Curve | undefined): number | Curve {
  const pan = Math.min(Math.max(layer.pan, -1), 1);
  return curve === undefined ? pan : mapCurve(curve, (offset) => Math.min(Math.max(pan + offset, -1), 1));
}

function pitchOf(envelope: Curve, lfo: Curve | undefined): Curve {
  return lfo === undefined ? envelope : multiplyCurves(envelope, lfo);
}

function gain(curve: Curve): Process {
  return {
    process(x, start, end) {
      const gains = curve.block(start, end);
      for (let k = 0; k < end - start; k++) x[k] = x[k]! * gains[k]!;
    },
  };
}
