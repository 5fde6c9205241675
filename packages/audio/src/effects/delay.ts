/** Echo with feedback; in ping-pong mode each side feeds the other. */
import { DelayLine } from '../dsp/delay-line.ts';
import { createParameter } from './parameter.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Milliseconds. */
export const SHORTEST = 1;
export const LONGEST = 2000;

export const delay: EffectMaker<EffectOf<'delay'>> = (effect, { sampleRate, frames, modulation }) => {
  const { feedback, wet, ping_pong: pingPong } = effect;
  const time = createParameter(effect.time_ms, SHORTEST, LONGEST, modulation.delay_time, sampleRate / 1000);
  const longest = (LONGEST / 1000) * sampleRate;
  const lineL = new DelayLine(longest, frames);
  const lineR = new DelayLine(longest, frames);
  return {
    process(left, right, start, end) {
      const times = time.block(start, end);
      for (let i = 0; i < end - start; i++) {
        const d = times[i]!;
        const l = left[i]!;
        const r = right[i]!;
        const dl = lineL.read(d);
        const dr = lineR.read(d);
        lineL.write(l + feedback * (pingPong ? dr : dl));
        lineR.write(r + feedback * (pingPong ? dl : dr));
        left[i] = (1 - wet) * l + wet * dl;
        right[i] = (1 - wet) * r + wet * dr;
      }
    },
  };
};
