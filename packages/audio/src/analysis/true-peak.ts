/** True peak: the largest magnitude of the sound between its samples, ITU-R BS.1770-4 annex 2. */
import { MAX_GAIN, peaksBetween, TAPS } from '../dsp/true-peak-filter.ts';
import { peakOf } from './level.ts';

/** Points that are measured or skipped together. */
const BLOCK = 64;
const between = new Float64Array(BLOCK);
/** What they depend on, the last sample first. */
const around = new Float64Array(BLOCK + TAPS - 1);

/**
 * Largest magnitude at four times the rate, and of the samples themselves: the filter's points lie between them. Outside
 * of the sound is silence. 48 multiplications for each sample of the loud parts; blocks too quiet to matter are skipped.
 */
export function truePeak(x: Float64Array): number {
  let peak = peakOf(x);
  if (peak === 0) return 0;
  for (let start = 1 - TAPS; start < x.length; start += BLOCK) {
    for (let i = 0; i < around.length; i++) {
      const at = start + around.length - 1 - i;
      around[i] = at >= 0 && at < x.length ? x[at]! : 0;
    }
    if (peakOf(around) * MAX_GAIN <= peak) continue;
    peaksBetween(around, between, BLOCK);
    peak = Math.max(peak, peakOf(between));
  }
  return peak;
}
