/** True peaks of two channels, after ITU-R BS.1770. */
import { peakOf } from '../dsp/peak.ts';
import { BLOCK } from '../dsp/process.ts';
import { MAX_GAIN, peaksBetween, TAPS } from '../dsp/true-peak-filter.ts';
import type { Detector } from './lookahead.ts';

/** Samples from one to the level of what lies around it. */
const DELAY = 6;
/** Samples that are skipped or measured together. */
const STEP = 64;

/**
 * The largest magnitude from the sample before to the one after a sample, {@link DELAY} samples late, of both channels.
 * Where no point can lie above `floor`, some level that is not above it either: 2 ns per sample instead of 35.
 */
export function createTruePeak(floor: number): Detector {
  const lines = [new Float64Array(TAPS - 1 + BLOCK), new Float64Array(TAPS - 1 + BLOCK)] as const;
  const between = new Float64Array(STEP);
  let last = 0;
  return {
    delay: DELAY,
    measure(left, right, at, levels, count) {
      lines[0].set(left.subarray(at, at + count), TAPS - 1);
      lines[1].set(right.subarray(at, at + count), TAPS - 1);
      levels.fill(0, 0, count);
      for (const line of lines) {
        for (let start = 0; start < count; start += STEP) {
          const length = Math.min(STEP, count - start);
          const x = line.subarray(start, start + length + TAPS - 1);
          if (peakOf(x) * MAX_GAIN <= floor) continue;
          peaksBetween(x, between, length);
          for (let i = 0; i < length; i++) {
            const sample = Math.max(Math.abs(x[i + TAPS - 1 - DELAY]!), Math.abs(x[i + TAPS - DELAY]!));
            levels[start + i] = Math.max(levels[start + i]!, between[i]!, sample);
          }
        }
        line.copyWithin(0, count, count + TAPS - 1);
      }
      for (let i = 0; i < count; i++) {
        const level = levels[i]!;
        levels[i] = Math.max(last, level);
        last = level;
      }
    },
  };
}
