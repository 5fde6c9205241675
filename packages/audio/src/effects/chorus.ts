/** One to four copies between 20 and 60 ms late, moved by sines of different phase; the right side half a radian on. */
import { DelayLine, interpolate } from '../dsp/delay-line.ts';
import { BLOCK } from '../dsp/process.ts';
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
  const setup = Float64Array.of(base, swing, 1 - wet, wet / voices);
  const lineL = new DelayLine(base + swing, frames, BLOCK);
  const lineR = new DelayLine(base + swing, frames, BLOCK);
  const turns = new Float64Array(BLOCK);
  return {
    process(left, right, start, end) {
      const count = end - start;
      for (let i = 0; i < count; i++) turns[i] = rate * ((start + i) / sampleRate);
      addCopies(left, lineL, turns, 0, voices, setup, count);
      addCopies(right, lineR, turns, RIGHT_PHASE, voices, setup, count);
    },
  };
};

const waves = new Float64Array(BLOCK);
const sum = new Float64Array(BLOCK);

/** One channel. `setup` are the shortest delay and the swing in samples, the gains of the dry signal and of a voice. */
function addCopies(
  x: Float64Array,
  line: DelayLine,
  turns: Float64Array,
  phase: number,
  voices: number,
  setup: Float64Array,
  count: number,
): void {
  const { next, values, mask, longest } = line;
  const base = setup[0]!;
  const swing = setup[1]!;
  const dry = setup[2]!;
  const gain = setup[3]!;
  line.write(x, count);
  sum.fill(0, 0, count);
  for (let v = 0; v < voices; v++) {
    const shift = v / voices;
    for (let i = 0; i < count; i++) waves[i] = sinTurns(turns[i]! + shift + phase);
    for (let i = 0; i < count; i++) {
      const d = Math.min(base + swing * (0.5 + 0.5 * waves[i]!), longest);
      sum[i] = sum[i]! + interpolate(values, mask, next + i, d);
    }
  }
  for (let i = 0; i < count; i++) x[i] = dry * x[i]! + gain * sum[i]!;
}
