/** Limiter whose output is raised so that the threshold becomes the ceiling. */
import { dbToGain } from '@speccade/numerics';
import { createLimiter, samplePeak } from './lookahead.ts';
import type { EffectMaker, EffectOf } from './types.ts';

export const limiter: EffectMaker<EffectOf<'limiter'>> = (effect, { sampleRate }) => {
  const threshold = dbToGain(effect.threshold_db);
  return createLimiter({
    threshold,
    gain: dbToGain(effect.ceiling_db) / threshold,
    releaseMs: effect.release_ms,
    window: Math.max(Math.round((effect.lookahead_ms / 1000) * sampleRate), 1),
    sampleRate,
    detector: samplePeak,
  });
};
