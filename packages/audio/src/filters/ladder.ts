/**
 * Four one-pole stages with feedback around a saturating input. Each stage is `s += g·(u − s)`; there is no
 * compensation of the pass band, so the gain at DC is about `1/(1 + k)`, and the input saturates at any resonance.
 */
import { exp } from '@speccade/numerics';
import type { Filter } from '@speccade/spec/kinds/audio_v1';
import { BLOCK } from '../dsp/process.ts';
import { settle } from '../dsp/settle.ts';
import { cosTurns, TAU, TURNS } from '../dsp/sine.ts';
import { type CutoffLimits, cutoffOf } from './cutoff.ts';
import type { FilterMaker } from './types.ts';

/** `tanh u` to an absolute error of a few 1e-16, in half the time of one that keeps small results exact. */
function saturate(u: number): number {
  return 1 - 2 / (exp(2 * u) + 1);
}

/** Stage coefficient for a cutoff in turns per sample. */
export type StageCoefficient = (turns: number) => number;

/** Up to this angular frequency the coefficient is the frequency itself. */
const EULER_LIMIT = 0.5;
/** Where a stage with coefficient 0.5 really has its −3 dB point: `arccos(3/4)`. */
const EULER_LIMIT_3DB = 0.7227342478134157;
const STRETCH = (Math.PI - EULER_LIMIT_3DB) / (Math.PI - EULER_LIMIT);

/**
 * Equal to `2πf/sr` up to 0.5, as ladders of this kind have it, and from there the coefficient whose −3 dB point moves
 * evenly on to Nyquist. It ends at `2√2 − 2`, exactly where the loop with full resonance would become unstable.
 */
export const openingStage: StageCoefficient = (turns) => {
  const omega = TAU * turns;
  if (omega <= EULER_LIMIT) return Math.max(omega, 0);
  const q = 1 - cosTurns((EULER_LIMIT_3DB + (omega - EULER_LIMIT) * STRETCH) * TURNS);
  return Math.sqrt(q * q + 2 * q) - q;
};

export function createLadder(
  stage: StageCoefficient,
  limits: CutoffLimits,
): FilterMaker<Extract<Filter, { type: 'ladder' }>> {
  return (filter, context) => {
    const feedback = 4 * Math.min(Math.max(filter.resonance, 0), 1);
    const { sampleRate } = context;
    const cutoff = cutoffOf(filter.cutoff, filter.cutoff_end, context, limits);
    const block = new Float64Array(BLOCK);
    if (typeof cutoff === 'number') block.fill(stage(cutoff / sampleRate));
    const state = new Float64Array(4);
    return {
      process(x, start, end) {
        let s1 = state[0]!;
        let s2 = state[1]!;
        let s3 = state[2]!;
        let s4 = state[3]!;
        if (typeof cutoff !== 'number') {
          cutoff(block, start, end);
          for (let k = 0; k < end - start; k++) block[k] = stage(block[k]! / sampleRate);
        }
        for (let i = 0; i < end - start; i++) {
          const g = block[i]!;
          s1 += g * (saturate(x[i]! - feedback * s4) - s1);
          s2 += g * (s1 - s2);
          s3 += g * (s2 - s3);
          s4 += g * (s3 - s4);
          x[i] = s4;
        }
        state[0] = s1;
        state[1] = s2;
        state[2] = s3;
        state[3] = s4;
        settle(state);
      },
    };
  };
}
