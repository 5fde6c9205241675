/** Echo with feedback; in ping-pong mode each side feeds the other. */
import { DelayLine, interpolate } from '../dsp/delay-line.ts';
import { createParameter } from './parameter.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Milliseconds. */
export const SHORTEST = 1;
export const LONGEST = 2000;

export const delay: EffectMaker<EffectOf<'delay'>> = (effect, { sampleRate, frames, modulation }) => {
  const { feedback, wet, ping_pong: pingPong } = effect;
  const setup = Float64Array.of(feedback, 1 - wet, wet);
  const time = createParameter(effect.time_ms, SHORTEST, LONGEST, modulation.delay_time, sampleRate / 1000);
  const reach = time.still ?? (LONGEST / 1000) * sampleRate;
  const lineL = new DelayLine(reach, frames);
  const lineR = new DelayLine(reach, frames);
  return {
    process(left, right, start, end) {
      echo(left, right, lineL, lineR, pingPong, time.block(start, end), setup, end - start);
    },
  };
};

/** Both channels in place, both lines at the same place. `setup` are the feedback and the dry and the wet gain. */
function echo(
  left: Float64Array,
  right: Float64Array,
  lineL: DelayLine,
  lineR: DelayLine,
  crossed: boolean,
  times: Float64Array,
  setup: Float64Array,
  count: number,
): void {
  const { values: valuesL, mask, longest } = lineL;
  const { values: valuesR } = lineR;
  const feedback = setup[0]!;
  const dry = setup[1]!;
  const wet = setup[2]!;
  let { next } = lineL;
  for (let i = 0; i < count; i++) {
    // Counted from the value written last.
    const d = Math.min(Math.max(times[i]!, 1) - 1, longest);
    const dl = interpolate(valuesL, mask, next - 1, d);
    const dr = interpolate(valuesR, mask, next - 1, d);
    const l = left[i]!;
    const r = right[i]!;
    valuesL[next] = l + feedback * (crossed ? dr : dl);
    valuesR[next] = r + feedback * (crossed ? dl : dr);
    next = (next + 1) & mask;
    left[i] = dry * l + wet * dl;
    right[i] = dry * r + wet * dr;
  }
  lineL.next = next;
}
