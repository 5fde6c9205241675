/**
 * Freeverb (Jezar at Dreampoint, 2000; public domain): per side eight damped combs in parallel and four all-passes in
 * series, the lines of the right side 23 samples longer. About 120 flops per frame.
 */
import { BLOCK } from '../dsp/process.ts';
import { createParameter } from './parameter.ts';
import { type Combs, createLines, runAllpasses, runCombs } from './reverb-lines.ts';
import type { EffectMaker, EffectOf } from './types.ts';

/** Samples at 44.1 kHz. */
const COMBS = [1116, 1188, 1277, 1356, 1422, 1491, 1557, 1617];
const ALLPASSES = [556, 441, 341, 225];
const SPREAD = 23;

const INPUT_GAIN = 0.015;
const WET_GAIN = 3;

export const reverb: EffectMaker<EffectOf<'reverb'>> = (effect, { sampleRate, frames, modulation }) => {
  // A line longer than the sound is never read.
  const scaled = (length: number) =>
    Math.min(Math.max(Math.trunc((length * sampleRate) / 44100), 1), Math.max(frames, 1));
  const tank = (spread: number) => {
    const lines = (lengths: readonly number[]) => createLines(lengths.map((length) => scaled(length + spread)));
    const combs = [COMBS.slice(0, 4), COMBS.slice(4)].map((four): Combs => {
      const damping = 0.4 * effect.damping;
      return { ...lines(four), states: new Float64Array(4), shares: Float64Array.of(1 - damping, damping) };
    });
    const allpasses = lines(ALLPASSES);
    const out = new Float64Array(BLOCK);
    return (input: Float64Array, feedback: Float64Array, count: number) => {
      out.fill(0, 0, count);
      for (const four of combs) runCombs(four, input, feedback, out, count);
      runAllpasses(allpasses, out, count);
      return out;
    };
  };
  const tankL = tank(0);
  const tankR = tank(SPREAD);
  const room = createParameter(effect.room_size, 0, 1, modulation.reverb_size);
  const wet = WET_GAIN * effect.wet;
  const gains = Float64Array.of(wet * (effect.width / 2 + 0.5), (wet * (1 - effect.width)) / 2, 1 - effect.wet);
  const input = new Float64Array(BLOCK);
  const feedback = new Float64Array(BLOCK);
  return {
    process(left, right, start, end) {
      const count = end - start;
      const size = room.block(start, end);
      for (let i = 0; i < count; i++) {
        input[i] = INPUT_GAIN * (left[i]! + right[i]!);
        feedback[i] = 0.28 * size[i]! + 0.7;
      }
      const a = tankL(input, feedback, count);
      const c = tankR(input, feedback, count);
      const near = gains[0]!;
      const far = gains[1]!;
      const dry = gains[2]!;
      for (let i = 0; i < count; i++) {
        left[i] = a[i]! * near + c[i]! * far + left[i]! * dry;
        right[i] = c[i]! * near + a[i]! * far + right[i]! * dry;
      }
    },
  };
};
