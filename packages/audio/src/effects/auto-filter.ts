/** Resonant low-pass that the level opens. */
import { BLOCK } from '../dsp/process.ts';
import { settle } from '../dsp/settle.ts';
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import { createFollower } from '../dsp/smoothing.ts';
import { type CutoffLimits, STABLE } from '../filters/cutoff.ts';
import { lowpass } from '../filters/rbj.ts';
import type { EffectMaker, EffectOf } from './types.ts';

const Q = 1.5;
/** Hz. */
const LOWEST = 20;
const HIGHEST = 20000;

export function createAutoFilter(limits: CutoffLimits): EffectMaker<EffectOf<'auto_filter'>> {
  return (effect, { sampleRate }) => {
    const { base_frequency: base } = effect;
    const follow = createFollower(effect.attack_ms, effect.release_ms, sampleRate);
    const swing = effect.sensitivity * effect.depth * (HIGHEST - base);
    const highest = Math.min(HIGHEST, limits.highest * sampleRate);
    const levels = new Float64Array(BLOCK);
    /** `b0 b1 b2 a1 a2` of each sample, for both channels. */
    const coefficients = Array.from({ length: 5 }, () => new Float64Array(BLOCK)) as unknown as Five;
    const filterLeft = createChannel(coefficients, limits.loudest);
    const filterRight = createChannel(coefficients, limits.loudest);
    const k = new Float64Array(5);
    return {
      process(left, right, start, end) {
        const count = end - start;
        for (let i = 0; i < count; i++) levels[i] = Math.max(Math.abs(left[i]!), Math.abs(right[i]!));
        follow(levels, count);
        const [b0, b1, b2, a1, a2] = coefficients;
        for (let i = 0; i < count; i++) {
          const turns = Math.min(Math.max(base + levels[i]! * swing, LOWEST), highest) / sampleRate;
          lowpass(cosTurns(turns), sinTurns(turns), Q, k);
          b0[i] = k[0]!;
          b1[i] = k[1]!;
          b2[i] = k[2]!;
          a1[i] = k[3]!;
          a2[i] = k[4]!;
        }
        filterLeft(left, count);
        filterRight(right, count);
      },
    };
  };
}

type Five = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

/** A section that starts anew from 0 where it runs away. */
function createChannel([b0, b1, b2, a1, a2]: Five, loudest: number): (x: Float64Array, count: number) => void {
  const state = new Float64Array(4);
  return (x, count) => {
    let x1 = state[0]!;
    let x2 = state[1]!;
    let y1 = state[2]!;
    let y2 = state[3]!;
    for (let i = 0; i < count; i++) {
      const x0 = x[i]!;
      let y0 = b0[i]! * x0 + b1[i]! * x1 + b2[i]! * x2 - a2[i]! * y2 - a1[i]! * y1;
      if (Math.abs(y0) > loudest) y0 = y1 = 0;
      x2 = x1;
      x1 = x0;
      y2 = y1;
      y1 = y0;
      x[i] = y0;
    }
    state[0] = x1;
    state[1] = x2;
    state[2] = y1;
    state[3] = y2;
    settle(state);
  };
}

export const autoFilter = createAutoFilter(STABLE);
