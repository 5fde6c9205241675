/** One to four copies between 20 and 60 ms late, moved by sines of different phase; the right side half a radian on. */
import { DelayLine } from '../dsp/delay-line.ts';
import { sinTurns, TURNS } from '../dsp/sine.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Seconds. */
const BASE = 0.02;
const SWING = 0.04;
const RIGHT_PHASE = 0.5 * TURNS;

export const chorus: EffectMaker<EffectOf<'chorus'>> = (effect, { sampleRate, frames }) => {
  const { rate, wet, voices } = effect;
  const base = BASE * sampleRate;
  const swing = effect.depth * SWING * sampleRate;
  const lineL = new DelayLine(base + swing, frames);
  const lineR = new DelayLine(base + swing, frames);
  return {
    process(left, right, start, end) {
      for (let i = 0; i < end - start; i++) {
        const l = left[i]!;
        const r = right[i]!;
        lineL.write(l);
        lineR.write(r);
        const turns = rate * ((start + i) / sampleRate);
        let sumL = 0;
        let sumR = 0;
        for (let v = 0; v < voices; v++) {
          const phase = turns + v / voices;
          sumL += lineL.readWritten(base + swing * (0.5 + 0.5 * sinTurns(phase)));
          sumR += lineR.readWritten(base + swing * (0.5 + 0.5 * sinTurns(phase + RIGHT_PHASE)));
        }
        left[i] = (1 - wet) * l + (wet / voices) * sumL;
        right[i] = (1 - wet) * r + (wet / voices) * sumR;
      }
    },
  };
};
