/** True peak: the largest magnitude of the sound between its samples, ITU-R BS.1770-4 annex 2. */
import { TAPS } from '../dsp/true-peak-filter.ts';
import { largestBetween } from '../dsp/true-peak-search.ts';
import { peakOf } from './level.ts';

/** Samples of silence on either side that points depend on. */
const EDGE = TAPS - 1;

/**
 * Largest magnitude at four times the rate, and of the samples themselves: the filter's points lie between them. Outside
 * of the sound is silence.
 */
export function truePeak(x: Float64Array): number {
  return truePeakOver(x, peakOf(x));
}

/** The same for callers that know the peak of the samples. */
export function truePeakOver(x: Float64Array, peak: number): number {
  if (peak === 0) return 0;
  const near = Math.min(x.length, EDGE);
  const first = new Float64Array(2 * EDGE);
  first.set(x.subarray(0, near), EDGE);
  const last = new Float64Array(near + EDGE);
  last.set(x.subarray(x.length - near));
  return largestBetween(x, largestBetween(last, largestBetween(first, peak)));
}
