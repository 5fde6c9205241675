/**
 * First-order all-passes in series whose corner a sine sweeps; mixed with the dry signal, notches wander. The right side
 * is a quarter period on. The chain alone has a gain of 1 at every frequency.
 */
import { exp2, tan } from '@speccade/numerics';
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
  const coefficient = (i: number, phase: number) => {
    const lift = OCTAVES * depth * (0.5 + 0.5 * sinTurns(rate * (i / sampleRate) + phase));
    const t = tan(Math.PI * Math.min((LOWEST * exp2(lift)) / sampleRate, HIGHEST));
    return (t - 1) / (t + 1);
  };

  const side = (phase: number) => {
    /** The last input of each stage, which is the last output of the one before, and the last output of all. */
    const memory = new Float64Array(stages + 1);
    let from = 0;
    let to = coefficient(0, phase);
    return (x: Float64Array, start: number, end: number) => {
      for (let i = 0; i < end - start; i++) {
        const within = (start + i) % STRIDE;
        if (within === 0) {
          from = to;
          to = coefficient(start + i + STRIDE, phase);
        }
        const a = from + ((to - from) * within) / STRIDE;
        let y = x[i]!;
        for (let s = 0; s < stages; s++) {
          const out = a * (y - memory[s + 1]!) + memory[s]!;
          memory[s] = y;
          y = out;
        }
        memory[stages] = y;
        x[i] = (1 - wet) * x[i]! + wet * y;
      }
    };
  };

  const sweepLeft = side(0);
  const sweepRight = side(0.25);
  return {
    process(left, right, start, end) {
      sweepLeft(left, start, end);
      sweepRight(right, start, end);
    },
  };
};
