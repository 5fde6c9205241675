/** Lifts or lowers attacks and sustained parts, told apart by a fast and a slow follower; loud sounds more than soft ones. */
import { dbToGain } from '@speccade/numerics';
import { BLOCK } from '../dsp/process.ts';
import { createFollower } from '../dsp/smoothing.ts';
import type { EffectMaker, EffectOf } from './types.ts';

export const transientShaper: EffectMaker<EffectOf<'transient_shaper'>> = (effect, { sampleRate }) => {
  const { attack, sustain } = effect;
  const followFast = createFollower(1, 50, sampleRate);
  const followSlow = createFollower(20, 200, sampleRate);
  const output = dbToGain(effect.output_gain_db);
  const fast = new Float64Array(BLOCK);
  const slow = new Float64Array(BLOCK);
  return {
    process(left, right, start, end) {
      const count = end - start;
      for (let i = 0; i < count; i++) fast[i] = slow[i] = Math.max(Math.abs(left[i]!), Math.abs(right[i]!));
      followFast(fast, count);
      followSlow(slow, count);
      for (let i = 0; i < count; i++) {
        const s = slow[i]!;
        const gain = (1 + attack * Math.max(fast[i]! - s, 0)) * (1 + sustain * s) * output;
        left[i] = left[i]! * gain;
        right[i] = right[i]! * gain;
      }
    },
  };
};
