/** Resonant low-pass that the level opens. */
import { BLOCK } from '../dsp/process.ts';
import { createFollower } from '../dsp/smoothing.ts';
import { within } from '../dsp/within.ts';
import { createMovingSection } from '../filters/biquad.ts';
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
    const run = createMovingSection(lowpass, sampleRate, Q, limits.loudest, 2);
    return {
      process(left, right, start, end) {
        const count = end - start;
        for (let i = 0; i < count; i++) levels[i] = Math.max(Math.abs(left[i]!), Math.abs(right[i]!));
        follow(levels, count);
        for (let i = 0; i < count; i++) levels[i] = within(base + levels[i]! * swing, LOWEST, highest);
        run(levels, count, [left, right]);
      },
    };
  };
}

export const autoFilter = createAutoFilter(STABLE);
