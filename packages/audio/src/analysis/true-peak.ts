/** True peak: the largest magnitude of the sound between its samples, ITU-R BS.1770-4 annex 2. */
import { peakOf } from './level.ts';

const TAPS = 12;

// The interpolator of the standard, order 48 for 4 phases. Phases 2 and 3 are phases 1 and 0 from behind.
const PHASE_0 = Float64Array.of(
  0.001708984375,
  0.010986328125,
  -0.0196533203125,
  0.033203125,
  -0.0594482421875,
  0.1373291015625,
  0.97216796875,
  -0.102294921875,
  0.047607421875,
  -0.026611328125,
  0.014892578125,
  -0.00830078125,
);
const PHASE_1 = Float64Array.of(
  -0.0291748046875,
  0.029296875,
  -0.0517578125,
  0.089111328125,
  -0.16650390625,
  0.465087890625,
  0.77978515625,
  -0.2003173828125,
  0.1015625,
  -0.0582275390625,
  0.0330810546875,
  -0.0189208984375,
);

/** Sum of the magnitudes of a phase's taps, the larger of both, rounded up: no result exceeds this times its inputs. */
const MAX_GAIN = 2.03;
const BLOCK = 64;

/**
 * Largest magnitude at four times the rate, and of the samples themselves: the filter's points lie between them. Outside
 * of the sound is silence. 48 multiplications for each sample of the loud parts; blocks too quiet to matter are skipped.
 */
export function truePeak(x: Float64Array): number {
  let peak = peakOf(x);
  if (peak === 0) return 0;
  const padded = new Float64Array(BLOCK + 2 * TAPS);
  for (let start = 0; start < x.length + TAPS; start += BLOCK) {
    let loudest = 0;
    for (let i = 0; i < padded.length; i++) {
      const sample = x[start - TAPS + i] ?? 0;
      padded[i] = sample;
      loudest = Math.max(loudest, Math.abs(sample));
    }
    if (loudest * MAX_GAIN > peak) peak = Math.max(peak, blockPeak(padded));
  }
  return peak;
}

function blockPeak(x: Float64Array): number {
  let peak = 0;
  for (let i = 0; i < BLOCK + TAPS; i++) {
    let p0 = 0;
    let p1 = 0;
    let p2 = 0;
    let p3 = 0;
    for (let t = 0; t < TAPS; t++) {
      const sample = x[i + t]!;
      p0 += PHASE_0[t]! * sample;
      p1 += PHASE_1[t]! * sample;
      p2 += PHASE_1[TAPS - 1 - t]! * sample;
      p3 += PHASE_0[TAPS - 1 - t]! * sample;
    }
    peak = Math.max(peak, Math.abs(p0), Math.abs(p1), Math.abs(p2), Math.abs(p3));
  }
  return peak;
}
