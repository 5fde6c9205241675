/** A rotating horn: delay and level move together, the right side a quarter turn on. */
import { DelayLine } from '../dsp/delay-line.ts';
import { sinTurns } from '../dsp/sine.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Seconds. */
const BASE = 0.003;
const SWING = 0.002;
const TREMOLO = 0.3;

export const rotarySpeaker: EffectMaker<EffectOf<'rotary_speaker'>> = (effect, { sampleRate, frames }) => {
  const { wet } = effect;
  const base = BASE * sampleRate;
  const swing = effect.depth * SWING * sampleRate;
  const tremolo = TREMOLO * effect.depth;
  const step = effect.rate / sampleRate;
  const lineL = new DelayLine(base + swing, frames);
  const lineR = new DelayLine(base + swing, frames);
  let turns = 0;
  return {
    process(left, right, start, end) {
      for (let i = 0; i < end - start; i++) {
        const l = left[i]!;
        const r = right[i]!;
        lineL.write(l);
        lineR.write(r);
        const a = sinTurns(turns);
        const b = sinTurns(turns + 0.25);
        left[i] = (1 - wet) * l + wet * lineL.readWritten(base + swing * a) * (1 + tremolo * a);
        right[i] = (1 - wet) * r + wet * lineR.readWritten(base + swing * b) * (1 + tremolo * b);
        turns += step;
        turns -= Math.floor(turns);
      }
    },
  };
};
