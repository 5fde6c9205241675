/**
 * Freeverb (Jezar at Dreampoint, 2000; public domain): per side eight damped combs in parallel and four all-passes in
 * series, the lines of the right side 23 samples longer. About 120 flops per frame; each line is run over a whole block
 * before the next one, so that its state stays in registers.
 */
import { BLOCK } from '../dsp/process.ts';
import { createParameter } from './parameter.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Samples at 44.1 kHz. */
const COMBS = [1116, 1188, 1277, 1356, 1422, 1491, 1557, 1617];
const ALLPASSES = [556, 441, 341, 225];
const SPREAD = 23;

const INPUT_GAIN = 0.015;
const WET_GAIN = 3;
const ALLPASS_FEEDBACK = 0.5;

/** Adds the output for `input[0..count)` to `out`. */
type Comb = (input: Float64Array, feedback: Float64Array, out: Float64Array, count: number) => void;

function createComb(length: number, damping: number): Comb {
  const line = new Float64Array(length);
  const pass = 1 - damping;
  let at = 0;
  let state = 0;
  return (input, feedback, out, count) => {
    let k = at;
    let s = state;
    for (let i = 0; i < count; i++) {
      const o = line[k]!;
      s = o * pass + s * damping;
      line[k] = input[i]! + s * feedback[i]!;
      if (++k === length) k = 0;
      out[i] = out[i]! + o;
    }
    at = k;
    state = s;
  };
}

function createAllpass(length: number): (x: Float64Array, count: number) => void {
  const line = new Float64Array(length);
  let at = 0;
  return (x, count) => {
    let k = at;
    for (let i = 0; i < count; i++) {
      const o = line[k]!;
      const x0 = x[i]!;
      x[i] = o - x0;
      line[k] = x0 + ALLPASS_FEEDBACK * o;
      if (++k === length) k = 0;
    }
    at = k;
  };
}

export const reverb: EffectMaker<EffectOf<'reverb'>> = (effect, { sampleRate, frames, modulation }) => {
  // A line longer than the sound is never read.
  const scaled = (length: number) =>
    Math.min(Math.max(Math.trunc((length * sampleRate) / 44100), 1), Math.max(frames, 1));
  const sides = [0, SPREAD].map((spread) => {
    const combs = COMBS.map((length) => createComb(scaled(length + spread), 0.4 * effect.damping));
    const allpasses = ALLPASSES.map((length) => createAllpass(scaled(length + spread)));
    const out = new Float64Array(BLOCK);
    return (input: Float64Array, feedback: Float64Array, count: number) => {
      out.fill(0, 0, count);
      for (const comb of combs) comb(input, feedback, out, count);
      for (const allpass of allpasses) allpass(out, count);
      return out;
    };
  }) as [Tank, Tank];
  const room = createParameter(effect.room_size, 0, 1, modulation.reverb_size);
  const wet = WET_GAIN * effect.wet;
  const near = wet * (effect.width / 2 + 0.5);
  const far = (wet * (1 - effect.width)) / 2;
  const dry = 1 - effect.wet;
  const input = new Float64Array(BLOCK);
  const feedback = new Float64Array(BLOCK);
  return {
    process(left, right, start, end) {
      const count = end - start;
      const size = room.block(start, end);
      for (let i = 0; i < count; i++) {
        input[i] = INPUT_GAIN * (left[i]! + right[i]!);
        feedback[i] = 0.28 * size[i]! + 0.7;
      }
      const a = sides[0](input, feedback, count);
      const c = sides[1](input, feedback, count);
      for (let i = 0; i < count; i++) {
        left[i] = a[i]! * near + c[i]! * far + left[i]! * dry;
        right[i] = c[i]! * near + a[i]! * far + right[i]! * dry;
      }
    },
  };
};

type Tank = (input: Float64Array, feedback: Float64Array, count: number) => Float64Array;
