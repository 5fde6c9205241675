/** Helpers of the tests: small parameters, rendered to 16 bit. */
import { Pcg32 } from '@speccade/numerics';
import { blake3Hex } from '@speccade/spec';
import { type AudioParams, audioParams } from '@speccade/spec/kinds/audio_v1';
import { type Curve, SequentialCurve } from './dsp/curve.ts';
import { inBlocks } from './dsp/process.ts';
import { normalized } from './normalized.ts';
import { quantize } from './quantize.ts';
import { type Rendered, type RenderOptions, renderParams } from './render.ts';
import { tools } from './tools.ts';
import { synthesizerFor, type VoiceContext } from './voice.ts';
import { pcmBytes, writeWav } from './wav.ts';

type Json = Record<string, unknown>;

/** An envelope that changes nothing. */
export const OPEN = { attack: 0, decay: 0, sustain: 1, release: 0 };

export function layerOf(change: Json): Json {
  return { envelope: OPEN, volume: 1, pan: 0, ...change };
}

export function paramsOf(layers: Json[], change: Json = {}): AudioParams {
  return audioParams.parse({ duration_seconds: 0.02, sample_rate: 22050, layers: layers.map(layerOf), ...change });
}

export interface Sound extends Rendered {
  readonly pcm: Int16Array;
  /** First eight digits of BLAKE3 of the sample bytes. */
  readonly hash: string;
}

export function sound(params: AudioParams, seed = 42, options: RenderOptions = {}): Sound {
  const rendered = renderParams(params, seed, options);
  const pcm = quantize(rendered.channels);
  const wav = writeWav(pcm, { sampleRate: rendered.sampleRate, channels: rendered.channels.length });
  return { ...rendered, pcm, hash: blake3Hex(pcmBytes(wav)).slice(0, 8) };
}

/** The raw signal of a generator in the default mode, from random numbers seeded with 42; peak 1 where it is normalized. */
export function voiceOf(
  synthesis: object,
  length: number,
  { sampleRate = 44100, modulation = {}, random = new Pcg32(42) }: Partial<VoiceContext> = {},
): Float64Array {
  const params = paramsOf([{ synthesis }]);
  const context = { sampleRate, length, random, modulation, lowestPitch: 0.25, pan: 0, filters: tools.filters };
  const parsed = params.layers[0]!.synthesis;
  const make = () => synthesizerFor(tools.synthesis, parsed)!.voice(parsed, context);
  const signal = normalized(make(), make, length, length);
  return collect(length, (out, start, end) => signal.render(out, start, end));
}

/** The whole of what writes the samples `[start, end)` to `out[0..]`. */
export function collect(length: number, fill: (out: Float64Array, start: number, end: number) => void): Float64Array {
  const whole = new Float64Array(length);
  inBlocks(length, (start, end) => fill(whole.subarray(start, end), start, end));
  return whole;
}

/** A curve of the values, and 0 after them. */
export function curveOf(values: ArrayLike<number>): Curve {
  return new Values(Float64Array.from(values));
}

class Values extends SequentialCurve {
  readonly #values: Float64Array;

  constructor(values: Float64Array) {
    super();
    this.#values = values;
  }

  protected fill(out: Float64Array, start: number): void {
    out.fill(0).set(this.#values.subarray(start, start + out.length));
  }
}
