/** Limiter that also sees what a converter makes of the signal between its samples. */
import { dbToGain } from '@speccade/numerics';
import { createLimiter } from './lookahead.ts';
import { createTruePeak } from './true-peak.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Seconds. */
export const WINDOW = 0.0005;

export const truePeakLimiter: EffectMaker<EffectOf<'true_peak_limiter'>> = (effect, { sampleRate }) => {
  const threshold = dbToGain(effect.ceiling_db);
  return createLimiter({
    threshold,
    gain: 1,
    releaseMs: effect.release_ms,
    window: Math.max(Math.round(WINDOW * sampleRate), 1),
    sampleRate,
    detector: createTruePeak(threshold),
  });
};
