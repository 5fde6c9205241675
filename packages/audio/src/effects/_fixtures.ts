/** Runs one effect over signals, as a chain would. */
import { cos, sin } from '@speccade/numerics';
import { audioParams, type Effect } from '@speccade/spec/kinds/audio_v1';
import { BLOCK, inBlocks } from '../dsp/process.ts';
import { connectStage } from './connect-stage.ts';
import { effects } from './index.ts';
import { type EffectContext, effectFor, type StereoSource } from './types.ts';

export const RATE = 44100;

export function effectOf(raw: object): Effect {
  return audioParams.parse({ duration_seconds: 1, layers: [], effects: [raw] }).effects[0]!;
}

export interface Run {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly lookahead: number;
}

export function run(
  raw: object,
  x: Float64Array,
  right = x,
  change: Partial<EffectContext> = {},
  table = effects,
): Run {
  const effect = effectOf(raw);
  const context = { sampleRate: RATE, frames: x.length, seed: 42, modulation: {}, ...change };
  const stage = effectFor(table, effect)!(effect, context);
  const { lookahead = 0 } = stage;
  return { ...collect(connectStage(stage, sourceOf(x, right), x.length), x.length), lookahead };
}

/** A source that refuses anything but one block after the other. */
export function sourceOf(left: Float64Array, right = left): StereoSource {
  let next = 0;
  return (outL, outR, start, end) => {
    if (start !== next || end !== Math.min(start + BLOCK, left.length)) throw new Error(`asked for ${start} to ${end}`);
    next = end;
    outL.set(left.subarray(start, end));
    outR.set(right.subarray(start, end));
  };
}

/** The first `length` samples of a source. */
export function collect(source: StereoSource, length: number): { left: Float64Array; right: Float64Array } {
  const whole = { left: new Float64Array(length), right: new Float64Array(length) };
  const left = new Float64Array(BLOCK);
  const right = new Float64Array(BLOCK);
  inBlocks(length, (start, end) => {
    source(left, right, start, end);
    whole.left.set(left.subarray(0, end - start), start);
    whole.right.set(right.subarray(0, end - start), start);
  });
  return whole;
}

export function sineOf(hz: number, seconds = 1, level = 1): Float64Array {
  return Float64Array.from({ length: seconds * RATE }, (_, i) => level * sin((2 * Math.PI * hz * i) / RATE));
}

/** Repeatable, white enough. */
export function noiseOf(length: number, level = 1): Float64Array {
  let s = 1;
  return Float64Array.from({ length }, () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return level * (s / 2147483648 - 1);
  });
}

export function rms(x: Float64Array): number {
  return Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);
}

/** Level of one frequency, seen through a Hann window. */
export function levelAt(x: Float64Array, hz: number): number {
  let [re, im] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const w = 1 - cos((2 * Math.PI * i) / x.length);
    re += w * x[i]! * cos((2 * Math.PI * hz * i) / RATE);
    im += w * x[i]! * sin((2 * Math.PI * hz * i) / RATE);
  }
  return (2 * Math.sqrt(re * re + im * im)) / x.length;
}

/** Largest magnitude between the samples too: 16-fold, by a windowed sinc that is longer than the one of the limiter. */
export function truePeakOf(x: Float64Array): number {
  let peak = 0;
  const reach = 32;
  for (let phase = 0; phase < 16; phase++) {
    const taps = Array.from({ length: 2 * reach }, (_, k) => {
      const t = k - reach + 1 - phase / 16;
      const sinc = t === 0 ? 1 : sin(Math.PI * t) / (Math.PI * t);
      const half = cos((Math.PI * t) / (2 * reach + 2));
      return sinc * half * half;
    });
    for (let i = reach; i < x.length - reach; i++) {
      let sum = 0;
      for (let k = 0; k < taps.length; k++) sum += taps[k]! * x[i + k - reach + 1]!;
      peak = Math.max(peak, Math.abs(sum));
    }
  }
  return peak;
}
