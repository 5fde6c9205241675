/**
 * Limiting that knows what comes: the gain is down as soon as a peak enters the window, stays down until the peak has
 * left it, then recovers. Constant time per sample, however long the window.
 *
 * Letting the gain fall along a line over the window was tried against ringing: true peaks, as BS.1770 reads them, stay
 * within 0.001 dB of the ceiling without it and 0.024 dB with it, on white noise.
 */
import { SlidingMax } from '../dsp/sliding-max.ts';
import { smoothing } from '../dsp/smoothing.ts';
import type { StereoProcess } from './types.ts';

/** A level of the two channels per sample; that of a sample may be told `delay` calls later. */
export interface Detector {
  readonly delay: number;
  /** Takes the next sample of both channels. */
  next(left: number, right: number): number;
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
  next: (left, right) => Math.max(Math.abs(left), Math.abs(right)),
};

export function createLimiter(setup: LimiterSetup): StereoProcess {
  const { threshold, gain: scale, detector } = setup;
  const release = smoothing(setup.releaseMs, setup.sampleRate);
  const loudest = new SlidingMax(setup.window + 1);
  const lookahead = setup.window + detector.delay;
  let gain = 1;
  const advance = (left: number, right: number) => {
    const level = loudest.push(detector.next(left, right));
    const target = level > threshold ? threshold / level : 1;
    gain = target < gain ? target : release * gain + (1 - release) * target;
  };
  return {
    lookahead,
    process(left, right, start, end) {
      if (start === 0) for (let n = 0; n < lookahead; n++) advance(left[n]!, right[n]!);
      for (let i = 0; i < end - start; i++) {
        advance(left[i + lookahead]!, right[i + lookahead]!);
        left[i] = left[i]! * gain * scale;
        right[i] = right[i]! * gain * scale;
      }
    },
  };
}
