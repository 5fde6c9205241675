/** The sound times a sine. */
import { sinTurns } from '../dsp/sine.ts';
import type { EffectMaker, EffectOf } from './types.ts';

export const ringModulator: EffectMaker<EffectOf<'ring_modulator'>> = ({ frequency, mix }, { sampleRate }) => {
  const step = frequency / sampleRate;
  let turns = 0;
  return {
    process(left, right, start, end) {
      for (let i = 0; i < end - start; i++) {
        const gain = mix * sinTurns(turns) + (1 - mix);
        left[i] = left[i]! * gain;
        right[i] = right[i]! * gain;
        turns += step;
        turns -= Math.floor(turns);
      }
    },
  };
};
