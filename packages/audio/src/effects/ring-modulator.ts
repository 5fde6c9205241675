/** The sound times a sine. */
import { sinTurns } from '../dsp/sine.ts';
import type { EffectMaker, EffectOf } from './types.ts';

export const ringModulator: EffectMaker<EffectOf<'ring_modulator'>> = ({ frequency, mix }, { sampleRate }) => {
  const step = frequency / sampleRate;
  const phase = new Float64Array(1);
  const setup = Float64Array.of(step, mix, 1 - mix);
  return {
    process(left, right, start, end) {
      const advance = setup[0]!;
      const wet = setup[1]!;
      const dry = setup[2]!;
      let turns = phase[0]!;
      for (let i = 0; i < end - start; i++) {
        const gain = wet * sinTurns(turns) + dry;
        left[i] = left[i]! * gain;
        right[i] = right[i]! * gain;
        turns += advance;
        turns -= Math.floor(turns);
      }
      phase[0] = turns;
    },
  };
};
