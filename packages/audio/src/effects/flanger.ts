/** A short delay with feedback that a sine moves by up to 5 ms; the right side a quarter period on. */
import { DelayLine } from '../dsp/delay-line.ts';
import { sinTurns } from '../dsp/sine.ts';
import { createParameter } from './parameter.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Milliseconds. */
const SHORTEST = 0.1;
const LONGEST = 50;
/** Seconds. */
const SWING = 0.005;

export const flanger: EffectMaker<EffectOf<'flanger'>> = (effect, { sampleRate, frames, modulation }) => {
  const { rate, feedback, wet } = effect;
  const base = createParameter(effect.delay_ms, SHORTEST, LONGEST, modulation.delay_time, sampleRate / 1000);
  const swing = SWING * sampleRate * effect.depth;
  const longest = (LONGEST / 1000 + SWING) * sampleRate + 1;
  const lineL = new DelayLine(longest, frames);
  const lineR = new DelayLine(longest, frames);
  return {
    process(left, right, start, end) {
      const bases = base.block(start, end);
      for (let i = 0; i < end - start; i++) {
        const d = bases[i]!;
        const turns = rate * ((start + i) / sampleRate);
        // Before the sample is written, so one sample later than said.
        const yl = lineL.readWritten(d + swing * (0.5 + 0.5 * sinTurns(turns)));
        const yr = lineR.readWritten(d + swing * (0.5 + 0.5 * sinTurns(turns + 0.25)));
        const l = left[i]!;
        const r = right[i]!;
        lineL.write(l + feedback * yl);
        lineR.write(r + feedback * yr);
        left[i] = (1 - wet) * l + wet * yl;
        right[i] = (1 - wet) * r + wet * yr;
      }
    },
  };
};
