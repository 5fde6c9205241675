/** Width by the difference of the sides, or by a late right side (H. Haas, 1951). */
import { DelayLine, interpolate } from '../dsp/delay-line.ts';
import { BLOCK } from '../dsp/process.ts';
import { createParameter } from './parameter.ts';
import type { EffectContext, EffectMaker, EffectOf, StereoProcess } from './types.ts';

/** Milliseconds. */
const SHORTEST = 0.1;
const LONGEST = 50;

export const stereoWidener: EffectMaker<EffectOf<'stereo_widener'>> = (effect, context) => {
  const width = Math.min(Math.max(effect.width, 0), 2);
  return effect.mode === 'haas' ? haas(width, effect.delay_ms, context) : midSide(width);
};

function midSide(width: number): StereoProcess {
  return {
    process(left, right, start, end) {
      for (let i = 0; i < end - start; i++) {
        const mid = (left[i]! + right[i]!) / 2;
        const side = (left[i]! - right[i]!) / 2;
        left[i] = mid + width * side;
        right[i] = mid - width * side;
      }
    },
  };
}

function haas(width: number, delayMs: number, { sampleRate, frames, modulation }: EffectContext): StereoProcess {
  const moved = modulation.delay_time;
  // Whole samples where nothing moves; less than one changes nothing at all.
  const still = Math.trunc((delayMs / 1000) * sampleRate);
  if (moved === undefined && still < 1) return { process() {} };
  const delay = moved
    ? createParameter(delayMs, SHORTEST, LONGEST, moved, sampleRate / 1000)
    : createParameter(still, 1, still, undefined);
  const line = new DelayLine(delay.still ?? (LONGEST / 1000) * sampleRate, frames, BLOCK);
  return {
    process(left, right, start, end) {
      const delays = delay.block(start, end);
      const { values, mask, longest, next } = line;
      line.write(right, end - start);
      for (let i = 0; i < end - start; i++) {
        const l = left[i]!;
        const r = right[i]!;
        const late = interpolate(values, mask, next + i, Math.min(delays[i]!, longest));
        if (width <= 1) {
          const mid = (l + r) / 2;
          left[i] = mid + (l - mid) * width;
          right[i] = mid + (late - mid) * width;
        } else right[i] = late + (late - r) * (width - 1);
      }
    },
  };
}
