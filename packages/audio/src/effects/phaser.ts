/**
 * First-order all-passes in series whose corner a sine sweeps; mixed with the dry signal, notches wander. The right side
 * is a quarter period on. The chain alone has a gain of 1 at every frequency.
 */
import { exp2, tan } from '@speccade/numerics';
import { BLOCK } from '../dsp/process.ts';
import { settle } from '../dsp/settle.ts';
import { sinTurns } from '../dsp/sine.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Hz. */
const LOWEST = 300;
/** Swept at a depth of 1. */
const OCTAVES = 4;
/** Share of the sample rate. */
const HIGHEST = 0.49;
/** Samples from one computed coefficient to the next; straight lines between them, as no sweep is faster than 10 Hz. */
const STRIDE = 32;

export const phaser: EffectMaker<EffectOf<'phaser'>> = (effect, { sampleRate }) => {
  const { rate, depth, stages, wet } = effect;
  const mix = Float64Array.of(1 - wet, wet);
  const coefficient = (i: number, phase: number) => {
    const lift = OCTAVES * depth * (0.5 + 0.5 * sinTurns(rate * (i / sampleRate) + phase));
    const t = tan(Math.PI * Math.min((LOWEST * exp2(lift)) / sampleRate, HIGHEST));
    return (t - 1) / (t + 1);
  };

  /** Writes the coefficients of the next samples; all blocks but the last are multiples of the stride. */
  const sweep = (phase: number) => {
    let last = coefficient(0, phase);
    return (out: Float64Array, start: number, end: number) => {
      for (let anchor = start; anchor < end; anchor += STRIDE) {
        const from = last;
        const to = coefficient(anchor + STRIDE, phase);
        const count = Math.min(STRIDE, end - anchor);
        for (let k = 0; k < count; k++) out[anchor - start + k] = from + ((to - from) * k) / STRIDE;
        last = to;
      }
    };
  };
  const sweepLeft = sweep(0);
  const sweepRight = sweep(0.25);
  const coefficientsL = new Float64Array(BLOCK);
  const coefficientsR = new Float64Array(BLOCK);
  const wetL = new Float64Array(BLOCK);
  const wetR = new Float64Array(BLOCK);
  const memoryL = new Float64Array(2 * stages);
  const memoryR = new Float64Array(2 * stages);
  return {
    process(left, right, start, end) {
      const count = end - start;
      sweepLeft(coefficientsL, start, end);
      sweepRight(coefficientsR, start, end);
      wetL.set(left.subarray(0, count));
      wetR.set(right.subarray(0, count));
      let s = 0;
      for (; s + 1 < stages; s += 2)
        twoStages(wetL, wetR, coefficientsL, coefficientsR, memoryL, memoryR, 2 * s, count);
      if (s < stages) {
        oneStage(wetL, coefficientsL, memoryL, 2 * s, count);
        oneStage(wetR, coefficientsR, memoryR, 2 * s, count);
      }
      settle(memoryL);
      settle(memoryR);
      const dryGain = mix[0]!;
      const wetGain = mix[1]!;
      for (let i = 0; i < count; i++) {
        left[i] = dryGain * left[i]! + wetGain * wetL[i]!;
        right[i] = dryGain * right[i]! + wetGain * wetR[i]!;
      }
    },
  };
};

/**
 * Two stages of both channels, in place; their memory, the last input and what became of it, stands at `at`. A stage
 * waits for its own last output: 2.5 ns per sample for one alone, 0.7 for each of four that do not wait for each other.
 */
function twoStages(
  left: Float64Array,
  right: Float64Array,
  coefficientsL: Float64Array,
  coefficientsR: Float64Array,
  memoryL: Float64Array,
  memoryR: Float64Array,
  at: number,
  count: number,
): void {
  let l0 = memoryL[at]!;
  let l1 = memoryL[at + 1]!;
  let l2 = memoryL[at + 2]!;
  let r0 = memoryR[at]!;
  let r1 = memoryR[at + 1]!;
  let r2 = memoryR[at + 2]!;
  for (let i = 0; i < count; i++) {
    const a = coefficientsL[i]!;
    const b = coefficientsR[i]!;
    const l = left[i]!;
    const r = right[i]!;
    const lm = a * (l - l1) + l0;
    const rm = b * (r - r1) + r0;
    l2 = a * (lm - l2) + l1;
    r2 = b * (rm - r2) + r1;
    l0 = l;
    r0 = r;
    l1 = lm;
    r1 = rm;
    left[i] = l2;
    right[i] = r2;
  }
  memoryL[at] = l0;
  memoryL[at + 1] = l1;
  memoryL[at + 2] = l2;
  memoryR[at] = r0;
  memoryR[at + 1] = r1;
  memoryR[at + 2] = r2;
}

/** One stage of one channel, in place. */
function oneStage(x: Float64Array, coefficients: Float64Array, memory: Float64Array, at: number, count: number): void {
  let in0 = memory[at]!;
  let out0 = memory[at + 1]!;
  for (let i = 0; i < count; i++) {
    const x0 = x[i]!;
    out0 = coefficients[i]! * (x0 - out0) + in0;
    in0 = x0;
    x[i] = out0;
  }
  memory[at] = in0;
  memory[at + 1] = out0;
}
