/**
 * Effects of the reference where they differ: a phaser that stands still, backward grains, limiters that come late.
 * Nothing is oversampled: the reference has no such field.
 */
import { dbToGain } from '@speccade/numerics';
import { createAutoFilter } from '../effects/auto-filter.ts';
import { createGranularDelay } from '../effects/granular-delay.ts';
import { limiter } from '../effects/limiter.ts';
import { createLimiter, samplePeak } from '../effects/lookahead.ts';
import { createMultiTapDelay } from '../effects/multi-tap-delay.ts';
import { createTape } from '../effects/tape-saturation.ts';
import { WINDOW } from '../effects/true-peak-limiter.ts';
import type { EffectMaker, EffectOf, EffectTable, StereoProcess } from '../effects/types.ts';
import { waveshaper } from '../effects/waveshaper.ts';
import { phaser } from './phaser.ts';
import { UNLIMITED } from './unlimited.ts';

/** The process, its output late by its lookahead; the end is lost. */
function late(process: StereoProcess): StereoProcess {
  const length = process.lookahead ?? 0;
  if (length === 0) return process;
  const lineL = new Float64Array(length);
  const lineR = new Float64Array(length);
  let at = 0;
  return {
    lookahead: length,
    process(left, right, start, end) {
      process.process(left, right, start, end);
      for (let i = 0; i < end - start; i++) {
        const l = lineL[at]!;
        const r = lineR[at]!;
        lineL[at] = left[i]!;
        lineR[at] = right[i]!;
        left[i] = l;
        right[i] = r;
        if (++at === length) at = 0;
      }
    },
  };
}

const truePeakLimiter: EffectMaker<EffectOf<'true_peak_limiter'>> = (effect, { sampleRate, frames }) =>
  late(
    createLimiter({
      threshold: dbToGain(effect.ceiling_db),
      gain: 1,
      releaseMs: effect.release_ms,
      window: Math.min(Math.max(Math.round(WINDOW * sampleRate), 1), Math.floor(frames / 2)),
      sampleRate,
      detector: samplePeak,
    }),
  );

const lateLimiter: EffectMaker<EffectOf<'limiter'>> = (effect, context) => late(limiter(effect, context));

const tape = createTape({ latency: 10, restingOffset: true });

export const referenceEffects: EffectTable = {
  phaser,
  multi_tap_delay: createMultiTapDelay(Number.POSITIVE_INFINITY),
  granular_delay: createGranularDelay({
    // The distance grows by the speed: grains stand still, crawl or run backwards.
    start: () => 0,
    step: (speed) => speed,
    reach: (_, size) => 2 * size + 4,
  }),
  limiter: lateLimiter,
  true_peak_limiter: truePeakLimiter,
  tape_saturation: (effect, context) => tape({ ...effect, oversampling: 1 }, context),
  waveshaper: (effect, context) => waveshaper({ ...effect, oversampling: 1 }, context),
  auto_filter: createAutoFilter(UNLIMITED),
};
