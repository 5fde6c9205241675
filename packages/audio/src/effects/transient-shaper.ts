/** Lifts or lowers attacks and sustained parts, told apart by a fast and a slow follower; loud sounds more than soft ones. */
import { dbToGain } from '@speccade/numerics';
import { createFollower } from '../dsp/smoothing.ts';
import type { EffectMaker, EffectOf } from './types.ts';

export const transientShaper: EffectMaker<EffectOf<'transient_shaper'>> = (effect, { sampleRate }) => {
  const { attack, sustain } = effect;
  const followFast = createFollower(1, 50, sampleRate);
  const followSlow = createFollower(20, 200, sampleRate);
  const output = dbToGain(effect.output_gain_db);
  return {
    process(left, right, start, end) {
      for (let i = 0; i < end - start; i++) {
        const peak = Math.max(Math.abs(left[i]!), Math.abs(right[i]!));
        const fast = followFast(peak);
        const slow = followSlow(peak);
        const gain = (1 + attack * Math.max(fast - slow, 0)) * (1 + sustain * slow) * output;
        left[i] = left[i]! * gain;
        right[i] = right[i]! * gain;
      }
    },
  };
};
