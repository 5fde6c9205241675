/**
 * Limiting that knows what comes: the gain is down as soon as a peak enters the window, stays down until the peak has
 * left it, then recovers. Constant time per sample, however long the window.
 *
 * Letting the gain fall along a line over the window was tried against ringing: true peaks, as BS.1770 reads them, stay
 * within 0.001 dB of the ceiling without it and 0.024 dB with it, on white noise.
 */
import { BLOCK, inBlocks } from '../dsp/process.ts';
import { SlidingMax } from '../dsp/sliding-max.ts';
import { smoothing } from '../dsp/smoothing.ts';
import type { StereoProcess } from './types.ts';

/** A level of the two channels per sample; that of a sample may be told `delay` samples later. */
export interface Detector {
  readonly delay: number;
  /** Writes the levels for the next `count` samples, at most a block, which stand at `at`, to `levels[0..count)`. */
  measure(left: Float64Array, right: Float64Array, at: number, levels: Float64Array, count: number): void;
}

export interface LimiterSetup {
  /** Level above which the gain goes down. */
  readonly threshold: number;
  /** Gain of everything. */
  readonly gain: number;
  readonly releaseMs: number;
  /** Samples by which the gain is down before a peak. */
  readonly window: number;
  readonly sampleRate: number;
  readonly detector: Detector;
}

export const samplePeak: Detector = {
  delay: 0,
  measure(left, right, at, levels, count) {
    for (let i = 0; i < count; i++) levels[i] = Math.max(Math.abs(left[at + i]!), Math.abs(right[at + i]!));
  },
};

export function createLimiter(setup: LimiterSetup): StereoProcess {
  const { threshold, gain: scale, detector } = setup;
  const release = smoothing(setup.releaseMs, setup.sampleRate);
  const law = Float64Array.of(threshold, release, 1 - release);
  const state = Float64Array.of(1);
  const loudest = new SlidingMax(setup.window + 1);
  const lookahead = setup.window + detector.delay;
  const gains = new Float64Array(BLOCK);
  const advance = (left: Float64Array, right: Float64Array, at: number, count: number) => {
    detector.measure(left, right, at, gains, count);
    loudest.run(gains, count);
    computeGains(gains, law, state, count);
  };
  return {
    lookahead,
    process(left, right, start, end) {
      const count = end - start;
      if (start === 0) inBlocks(lookahead, (from, to) => advance(left, right, from, to - from));
      advance(left, right, lookahead, count);
      for (let i = 0; i < count; i++) {
        const gain = gains[i]!;
        left[i] = left[i]! * gain * scale;
        right[i] = right[i]! * gain * scale;
      }
    },
  };
}

/** Replaces levels by gains. `law` are the threshold, the share of the gain that stays and the share that is new. */
function computeGains(x: Float64Array, law: Float64Array, state: Float64Array, count: number): void {
  const threshold = law[0]!;
  const stays = law[1]!;
  const enters = law[2]!;
  let gain = state[0]!;
  for (let i = 0; i < count; i++) {
    const level = x[i]!;
    const target = level > threshold ? threshold / level : 1;
    gain = target < gain ? target : stays * gain + enters * target;
    x[i] = gain;
  }
  state[0] = gain;
}
