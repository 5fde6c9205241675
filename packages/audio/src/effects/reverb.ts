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

/** Four delay lines in one array. */
interface Lines {
  readonly memory: Float64Array;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where each line is read and written next. */
  readonly places: Int32Array;
}

function createLines(lengths: readonly number[]): Lines {
  let total = 0;
  const ends = lengths.map((length) => (total += length));
  const starts = ends.map((end, k) => end - lengths[k]!);
  return { memory: new Float64Array(total), starts, ends, places: Int32Array.from(starts) };
}

/** Adds the outputs of four combs for `input[0..count)` to `out`. */
function createCombs(lengths: readonly number[], damping: number): Comb {
  const { memory, starts, ends, places } = createLines(lengths);
  const [startA, startB, startC, startD] = starts as Four;
  const [endA, endB, endC, endD] = ends as Four;
  const states = new Float64Array(4);
  const pass = 1 - damping;
  return (input, feedback, out, count) => {
    let a = places[0]!;
    let b = places[1]!;
    let c = places[2]!;
    let d = places[3]!;
    let sa = states[0]!;
    let sb = states[1]!;
    let sc = states[2]!;
    let sd = states[3]!;
    for (let i = 0; i < count; ) {
      const stop = Math.min(count, i + Math.min(endA - a, endB - b, endC - c, endD - d));
      for (; i < stop; i++) {
        const x = input[i]!;
        const g = feedback[i]!;
        const oa = memory[a]!;
        const ob = memory[b]!;
        const oc = memory[c]!;
        const od = memory[d]!;
        sa = oa * pass + sa * damping;
        sb = ob * pass + sb * damping;
        sc = oc * pass + sc * damping;
        sd = od * pass + sd * damping;
        memory[a++] = x + sa * g;
        memory[b++] = x + sb * g;
        memory[c++] = x + sc * g;
        memory[d++] = x + sd * g;
        out[i] = out[i]! + oa + ob + oc + od;
      }
      if (a === endA) a = startA;
      if (b === endB) b = startB;
      if (c === endC) c = startC;
      if (d === endD) d = startD;
    }
    places[0] = a;
    places[1] = b;
    places[2] = c;
    places[3] = d;
    states[0] = sa;
    states[1] = sb;
    states[2] = sc;
    states[3] = sd;
  };
}

/** Four all-passes in series, in place. */
function createAllpasses(lengths: readonly number[]): (x: Float64Array, count: number) => void {
  const { memory, starts, ends, places } = createLines(lengths);
  const [startA, startB, startC, startD] = starts as Four;
  const [endA, endB, endC, endD] = ends as Four;
  return (x, count) => {
    let a = places[0]!;
    let b = places[1]!;
    let c = places[2]!;
    let d = places[3]!;
    for (let i = 0; i < count; ) {
      const stop = Math.min(count, i + Math.min(endA - a, endB - b, endC - c, endD - d));
      for (; i < stop; i++) {
        const x0 = x[i]!;
        const oa = memory[a]!;
        const ob = memory[b]!;
        const oc = memory[c]!;
        const od = memory[d]!;
        const xa = oa - x0;
        const xb = ob - xa;
        const xc = oc - xb;
        x[i] = od - xc;
        memory[a++] = x0 + ALLPASS_FEEDBACK * oa;
        memory[b++] = xa + ALLPASS_FEEDBACK * ob;
        memory[c++] = xb + ALLPASS_FEEDBACK * oc;
        memory[d++] = xc + ALLPASS_FEEDBACK * od;
      }
      if (a === endA) a = startA;
      if (b === endB) b = startB;
      if (c === endC) c = startC;
      if (d === endD) d = startD;
    }
    places[0] = a;
    places[1] = b;
    places[2] = c;
    places[3] = d;
  };
}

export const reverb: EffectMaker<EffectOf<'reverb'>> = (effect, { sampleRate, frames, modulation }) => {
  // A line longer than the sound is never read.
  const scaled = (length: number) =>
    Math.min(Math.max(Math.trunc((length * sampleRate) / 44100), 1), Math.max(frames, 1));
  const sides = [0, SPREAD].map((spread) => {
    const lengths = COMBS.map((length) => scaled(length + spread));
    const combs = [lengths.slice(0, 4), lengths.slice(4)].map((four) => createCombs(four, 0.4 * effect.damping));
    const allpasses = createAllpasses(ALLPASSES.map((length) => scaled(length + spread)));
    const out = new Float64Array(BLOCK);
    return (input: Float64Array, feedback: Float64Array, count: number) => {
      out.fill(0, 0, count);
      for (const comb of combs) comb(input, feedback, out, count);
      allpasses(out, count);
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

type Four = [number, number, number, number];
type Comb = (input: Float64Array, feedback: Float64Array, out: Float64Array, count: number) => void;
type Tank = (input: Float64Array, feedback: Float64Array, count: number) => Float64Array;
