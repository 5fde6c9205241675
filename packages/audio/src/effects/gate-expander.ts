/** Expander below a threshold: held open for a while, then closed at the release rate, never by more than its range. */
import { dbToGain, exp, log } from '@speccade/numerics';
import { smoothing } from '../dsp/smoothing.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Share of the detector's level that stays from sample to sample, whatever the rate. */
const FALL = 0.9995;
/** −200 dB; levels below act as this one. */
const QUIETEST = 1e-10;

export const gateExpander: EffectMaker<EffectOf<'gate_expander'>> = (effect, { sampleRate }) => {
  const threshold = dbToGain(effect.threshold_db);
  const logThreshold = log(threshold);
  const slope = 1 - 1 / effect.ratio;
  const range = dbToGain(effect.range_db);
  const hold = Math.round((effect.hold_ms / 1000) * sampleRate);
  const opening = smoothing(effect.attack_ms, sampleRate);
  const closing = smoothing(effect.release_ms, sampleRate);
  /** The level, the samples that the gate stays open, and the gain. */
  const state = Float64Array.of(0, 0, 1);
  return {
    process(left, right, start, end) {
      let e = state[0]!;
      let held = state[1]!;
      let gain = state[2]!;
      for (let i = 0; i < end - start; i++) {
        const peak = Math.max(Math.abs(left[i]!), Math.abs(right[i]!));
        e = peak > e ? peak : FALL * e + (1 - FALL) * peak;
        let target = 1;
        if (e >= threshold) held = hold;
        else if (held > 0) held--;
        else target = Math.max(exp(slope * (log(Math.max(e, QUIETEST)) - logThreshold)), range);
        const k = target > gain ? opening : closing;
        gain = k * gain + (1 - k) * target;
        left[i] = left[i]! * gain;
        right[i] = right[i]! * gain;
      }
      state[0] = e;
      state[1] = held;
      state[2] = gain;
    },
  };
};
