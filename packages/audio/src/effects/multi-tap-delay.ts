/** Echoes of the mono sum, each with a line, a feedback, a place and an optional low-pass of its own. */
import { DelayLine, interpolate } from '../dsp/delay-line.ts';
import { BLOCK } from '../dsp/process.ts';
import { TAU } from '../dsp/sine.ts';
import { LONGEST, SHORTEST } from './delay.ts';
import { createParameter } from './parameter.ts';
import type { EffectContext, EffectMaker, EffectOf } from './types.ts';

type Tap = EffectOf<'multi_tap_delay'>['taps'][number];
type Voice = (input: Float64Array, left: Float64Array, right: Float64Array, start: number, end: number) => void;

/** Adds a tap's echoes of `input[0..)` to `left[0..)` and `right[0..)`. */
function createTap(tap: Tap, { sampleRate, frames, modulation }: EffectContext, strongest: number): Voice {
  const { level, filter_cutoff: cutoff } = tap;
  const feedback = Math.min(Math.max(tap.feedback, -strongest), strongest);
  const time = createParameter(tap.time_ms, SHORTEST, LONGEST, modulation.delay_time, sampleRate / 1000);
  const line = new DelayLine(time.still ?? (LONGEST / 1000) * sampleRate, frames);
  const pan = Math.min(Math.max(tap.pan, -1), 1);
  const toLeft = Math.sqrt((1 - pan) / 2);
  const toRight = Math.sqrt((1 + pan) / 2);
  const dt = 1 / sampleRate;
  const alpha = cutoff > 0 && cutoff < sampleRate / 2 ? dt / (1 / (TAU * cutoff) + dt) : 1;
  const setup = Float64Array.of(alpha, feedback, level, toLeft, toRight);
  const state = new Float64Array(1);
  return (input, left, right, start, end) => {
    addEchoes(input, left, right, line, time.block(start, end), setup, state, end - start);
  };
}

/** `setup` are the low-pass coefficient, the feedback, the level and the gains of the sides; `state` is the low-pass. */
function addEchoes(
  input: Float64Array,
  left: Float64Array,
  right: Float64Array,
  line: DelayLine,
  times: Float64Array,
  setup: Float64Array,
  state: Float64Array,
  count: number,
): void {
  const { values, mask, longest } = line;
  const alpha = setup[0]!;
  const feedback = setup[1]!;
  const level = setup[2]!;
  const toLeft = setup[3]!;
  const toRight = setup[4]!;
  let { next } = line;
  let f = state[0]!;
  for (let i = 0; i < count; i++) {
    // Counted from the value written last.
    const d = Math.min(Math.max(times[i]!, 1) - 1, longest);
    f = alpha * interpolate(values, mask, next - 1, d) + (1 - alpha) * f;
    values[next] = input[i]! + feedback * f;
    next = (next + 1) & mask;
    const out = f * level;
    left[i] = left[i]! + out * toLeft;
    right[i] = right[i]! + out * toRight;
  }
  line.next = next;
  state[0] = f;
}

/** Feedback is not checked where an LFO moves the taps; `strongest` is what is allowed then. */
export const createMultiTapDelay =
  (strongest: number): EffectMaker<EffectOf<'multi_tap_delay'>> =>
  ({ taps }, context) => {
    const voices = taps.map((tap) => createTap(tap, context, strongest));
    const input = new Float64Array(BLOCK);
    const sumL = new Float64Array(BLOCK);
    const sumR = new Float64Array(BLOCK);
    return {
      process(left, right, start, end) {
        const count = end - start;
        for (let i = 0; i < count; i++) input[i] = (left[i]! + right[i]!) / 2;
        sumL.fill(0, 0, count);
        sumR.fill(0, 0, count);
        for (const voice of voices) voice(input, sumL, sumR, start, end);
        for (let i = 0; i < count; i++) {
          left[i] = left[i]! + sumL[i]!;
          right[i] = right[i]! + sumR[i]!;
        }
      },
    };
  };

export const multiTapDelay = createMultiTapDelay(0.99);
