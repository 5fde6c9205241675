/** A rotating horn: delay and level move together, the right side a quarter turn on. */
import { DelayLine, interpolate } from '../dsp/delay-line.ts';
import { BLOCK } from '../dsp/process.ts';
import { sinTurns } from '../dsp/sine.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Seconds. */
const BASE = 0.003;
const SWING = 0.002;
const TREMOLO = 0.3;

export const rotarySpeaker: EffectMaker<EffectOf<'rotary_speaker'>> = (effect, { sampleRate, frames }) => {
  const { rate, depth, wet } = effect;
  const base = BASE * sampleRate;
  const swing = depth * SWING * sampleRate;
  const setup = Float64Array.of(base, swing, TREMOLO * depth, 1 - wet, wet);
  const step = rate / sampleRate;
  const lineL = new DelayLine(base + swing, frames, BLOCK);
  const lineR = new DelayLine(base + swing, frames, BLOCK);
  const turns = new Float64Array(BLOCK);
  const phase = new Float64Array(1);
  return {
    process(left, right, start, end) {
      const count = end - start;
      let turn = phase[0]!;
      for (let i = 0; i < count; i++) {
        turns[i] = turn;
        turn += step;
        turn -= Math.floor(turn);
      }
      phase[0] = turn;
      rotate(left, lineL, turns, 0, setup, count);
      rotate(right, lineR, turns, 0.25, setup, count);
    },
  };
};

const waves = new Float64Array(BLOCK);

/** One channel. `setup` are delay and swing in samples, the depth of the tremolo and the dry and the wet gain. */
function rotate(
  x: Float64Array,
  line: DelayLine,
  turns: Float64Array,
  phase: number,
  setup: Float64Array,
  count: number,
): void {
  const { next, values, mask, longest } = line;
  const base = setup[0]!;
  const swing = setup[1]!;
  const tremolo = setup[2]!;
  const dry = setup[3]!;
  const wet = setup[4]!;
  line.write(x, count);
  for (let i = 0; i < count; i++) waves[i] = sinTurns(turns[i]! + phase);
  for (let i = 0; i < count; i++) {
    const wave = waves[i]!;
    const y = interpolate(values, mask, next + i, Math.min(base + swing * wave, longest));
    x[i] = dry * x[i]! + wet * y * (1 + tremolo * wave);
  }
}
