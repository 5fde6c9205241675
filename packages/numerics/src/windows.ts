/**
 * Cosine-sum windows. `periodic` windows (the default) are for spectral analysis and overlap-add: the sample after the
 * last would equal the first; `symmetric` ones are for filter design: first and last sample are equal.
 *
 * Source of the coefficients: F. J. Harris, "On the use of windows for harmonic analysis with the discrete Fourier
 * transform", Proc. IEEE 66 (1978).
 */

import { cos } from './trig.ts';

export type WindowSymmetry = 'periodic' | 'symmetric';

const TWO_PI = 6.283185307179586;

/** sum of (-1)^j a_j cos(2 pi j i / period) */
function fill(
  target: number | Float64Array,
  symmetry: WindowSymmetry,
  a0: number,
  a1: number,
  a2: number,
  a3: number,
): Float64Array {
  if (typeof target === 'number' && !(Number.isInteger(target) && target >= 0)) {
    throw new RangeError(`window length must be a non-negative integer, got ${target}`);
  }
  const out = typeof target === 'number' ? new Float64Array(target) : target;
  const length = out.length;
  const period = symmetry === 'symmetric' ? length - 1 : length;
  if (length === 1) return out.fill(1);
  for (let i = 0; i < length; i++) {
    // Folding makes both halves equal to the last bit.
    const angle = (TWO_PI * Math.min(i, period - i)) / period;
    out[i] = a0 - a1 * cos(angle) + (a2 === 0 ? 0 : a2 * cos(2 * angle)) - (a3 === 0 ? 0 : a3 * cos(3 * angle));
  }
  return out;
}

/**
 * Hann (raised cosine): 0.5 - 0.5 cos.
 *
 * @param target length of a new array, or the array to fill
 */
export function hann(target: number | Float64Array, symmetry: WindowSymmetry = 'periodic'): Float64Array {
  return fill(target, symmetry, 0.5, 0.5, 0, 0);
}

/** Hamming: 0.54 - 0.46 cos. Parameters as for `hann`. */
export function hamming(target: number | Float64Array, symmetry: WindowSymmetry = 'periodic'): Float64Array {
  return fill(target, symmetry, 0.54, 0.46, 0, 0);
}

/** Blackman: 0.42 - 0.5 cos + 0.08 cos 2. Parameters as for `hann`. */
export function blackman(target: number | Float64Array, symmetry: WindowSymmetry = 'periodic'): Float64Array {
  return fill(target, symmetry, 0.42, 0.5, 0.08, 0);
}

/** Blackman-Harris, four terms, side lobes below -92 dB. Parameters as for `hann`. */
export function blackmanHarris(target: number | Float64Array, symmetry: WindowSymmetry = 'periodic'): Float64Array {
  return fill(target, symmetry, 0.35875, 0.48829, 0.14128, 0.01168);
}
