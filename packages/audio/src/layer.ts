/** One layer: generator, LFO, filter, envelope. Volume, pan and delay are the mixer's. */
import { Pcg32 } from '@speccade/numerics';
import type { Layer } from '@speccade/spec/kinds/audio_v1';
import { bend, type MonoSource } from './bend.ts';
import { type Curve, mapCurve, multiplyCurves, shiftCurve } from './dsp/curve.ts';
import { multiply } from './dsp/multiply.ts';
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
    ...(target === 'volume' && curve ? [new Gain(curve)] : []),
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
  const voice = makeVoice();
  const place = { start: delay, length: wanted, volume: Math.min(Math.max(layer.volume, 0), 1) };
  if (voice.stereo) return new StereoLayer(place, voice.placed ? 0 : pan, voice, stages(), stages());

  // Bending reads ahead, so it needs the whole signal even where only its beginning is wanted.
  const bent = target === 'pitch' && !followed;
  const signal = normalized(voice, makeVoice, bent ? length : wanted, job.keep);
  return new MonoLayer(place, pan, bent && makeCurve ? bend(signal, length, makeCurve, job.keep) : signal, stages());
};

type Place = Pick<MixSignal, 'start' | 'length' | 'volume'>;

class MonoLayer implements MixSignal {
  readonly stereo = false;
  readonly start: number;
  readonly length: number;
  readonly volume: number;
  readonly pan: number | Curve;
  readonly #source: MonoSource;
  readonly #stages: readonly Process[];

  constructor(place: Place, pan: number | Curve, source: MonoSource, stages: readonly Process[]) {
    this.start = place.start;
    this.length = place.length;
    this.volume = place.volume;
    this.pan = pan;
    this.#source = source;
    this.#stages = stages;
  }

  render(x: Float64Array, _right: Float64Array, start: number, end: number): void {
    this.#source.render(x, start, end);
    for (const stage of this.#stages) stage.process(x, start, end);
  }
}

class StereoLayer implements MixSignal {
  readonly stereo = true;
  readonly start: number;
  readonly length: number;
  readonly volume: number;
  readonly pan: number | Curve;
  readonly #voice: Voice;
  readonly #left: readonly Process[];
  readonly #right: readonly Process[];

  constructor(place: Place, pan: number | Curve, voice: Voice, left: readonly Process[], right: readonly Process[]) {
    this.start = place.start;
    this.length = place.length;
    this.volume = place.volume;
    this.pan = pan;
    this.#voice = voice;
    this.#left = left;
    this.#right = right;
  }

  render(left: Float64Array, right: Float64Array, start: number, end: number): void {
    this.#voice.render(left, start, end, right);
    for (const stage of this.#left) stage.process(left, start, end);
    for (const stage of this.#right) stage.process(right, start, end);
  }
}

/** The layer's pan, or its pan per sample. */
export function panOf(layer: Layer, curve: Curve | undefined): number | Curve {
  const pan = Math.min(Math.max(layer.pan, -1), 1);
  return curve === undefined ? pan : mapCurve(curve, (offset) => Math.min(Math.max(pan + offset, -1), 1));
}

function pitchOf(envelope: Curve, lfo: Curve | undefined): Curve {
  return lfo === undefined ? envelope : multiplyCurves(envelope, lfo);
}

class Gain implements Process {
  readonly #curve: Curve;

  constructor(curve: Curve) {
    this.#curve = curve;
  }

  process(x: Float64Array, start: number, end: number): void {
    multiply(x, this.#curve.block(start, end), end - start);
  }
}
