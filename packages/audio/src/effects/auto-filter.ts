/** Resonant low-pass that the level opens. */

import { BLOCK } from '../dsp/process.ts';
import { createFollower } from '../dsp/smoothing.ts';
import { movingBiquad } from '../filters/biquad.ts';
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
    const cutoff = new Float64Array(BLOCK);
    const channel = () => movingBiquad(lowpass, (out) => out.set(cutoff), sampleRate, Q, limits.loudest);
    const filterL = channel();
    const filterR = channel();
    return {
      process(left, right, start, end) {
        for (let i = 0; i < end - start; i++) {
          const e = follow(Math.max(Math.abs(left[i]!), Math.abs(right[i]!)));
          cutoff[i] = Math.min(Math.max(base + e * swing, LOWEST), highest);
        }
        filterL.process(left, start, end);
        filterR.process(right, start, end);
      },
    };
  };
}

export const autoFilter = createAutoFilter(STABLE);
