/** Stereo-linked feed-forward compressor with a hard knee; the detector follows the level of single samples. */
import { dbToGain, exp, log } from '@speccade/numerics';
import { createFollower } from '../dsp/smoothing.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** dB; keeps every gain finite. */
const LARGEST_MAKEUP = 400;

export const compressor: EffectMaker<EffectOf<'compressor'>> = (effect, { sampleRate }) => {
  const follow = createFollower(effect.attack_ms, effect.release_ms, sampleRate);
  const threshold = dbToGain(effect.threshold_db);
  const logThreshold = log(threshold);
  const slope = 1 - 1 / effect.ratio;
  const makeup = dbToGain(Math.min(Math.max(effect.makeup_db, -LARGEST_MAKEUP), LARGEST_MAKEUP));
  return {
    process(left, right, start, end) {
      for (let i = 0; i < end - start; i++) {
        const l = left[i]!;
        const r = right[i]!;
        const e = follow(Math.sqrt((l * l + r * r) / 2));
        const gain = e > threshold ? makeup * exp(slope * (logThreshold - log(e))) : makeup;
        left[i] = l * gain;
        right[i] = r * gain;
      }
    },
  };
};
