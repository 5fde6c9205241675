/** A short delay with feedback that a sine moves by up to 5 ms; the right side a quarter period on. */
import { DelayLine, interpolate } from '../dsp/delay-line.ts';
import { BLOCK } from '../dsp/process.ts';
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
  const reach = (base.still ?? (LONGEST / 1000) * sampleRate) + swing;
  const lineL = new DelayLine(reach, frames);
  const lineR = new DelayLine(reach, frames);
  const turns = new Float64Array(BLOCK);
  const setup = Float64Array.of(swing, feedback, 1 - wet, wet);
  return {
    process(left, right, start, end) {
      const count = end - start;
      const bases = base.block(start, end);
      for (let i = 0; i < count; i++) turns[i] = rate * ((start + i) / sampleRate);
      flange(left, lineL, turns, 0, bases, setup, count);
      flange(right, lineR, turns, 0.25, bases, setup, count);
    },
  };
};

const waves = new Float64Array(BLOCK);

/** One channel. `setup` are the swing in samples, the feedback and the dry and the wet gain. */
function flange(
  x: Float64Array,
  line: DelayLine,
  turns: Float64Array,
  phase: number,
  bases: Float64Array,
  setup: Float64Array,
  count: number,
): void {
  const { values, mask, longest } = line;
  const swing = setup[0]!;
  const feedback = setup[1]!;
  const dry = setup[2]!;
  const wet = setup[3]!;
  let { next } = line;
  for (let i = 0; i < count; i++) waves[i] = sinTurns(turns[i]! + phase);
  for (let i = 0; i < count; i++) {
    // Before the sample is written, so one sample later than said.
    const d = Math.min(bases[i]! + swing * (0.5 + 0.5 * waves[i]!), longest);
    const y = interpolate(values, mask, next - 1, d);
    const x0 = x[i]!;
    values[next] = x0 + feedback * y;
    next = (next + 1) & mask;
    x[i] = dry * x0 + wet * y;
  }
  line.next = next;
}
