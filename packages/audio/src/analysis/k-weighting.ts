/**
 * K-weighting of ITU-R BS.1770-4, annex 1: a shelf for the head and a high-pass.
 *
 * The standard prints coefficients for 48 kHz only. The same analogue filters are mapped to every other rate, with the
 * parameters that give the standard's digits at 48 kHz (as libebur128 and pyloudnorm do it).
 */
import { dbToGain, pow, tan } from '@speccade/numerics';

export interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

const SHELF = { frequency: 1681.974450955533, gainDb: 3.999843853973347, q: 0.7071752369554196 };
const SHELF_BEND = 0.4996667741545416;
const HIGH_PASS = { frequency: 38.13547087602444, q: 0.5003270373238773 };

/** Below this rate, in Hz, the shelf has no room. */
export const MIN_SAMPLE_RATE = 4000;

/** The two stages in order. */
export function kWeighting(sampleRate: number): readonly [shelf: Biquad, highPass: Biquad] {
  return [shelf(sampleRate), highPass(sampleRate)];
}

function shelf(sampleRate: number): Biquad {
  const k = tan((Math.PI * SHELF.frequency) / sampleRate);
  const high = dbToGain(SHELF.gainDb);
  const band = pow(high, SHELF_BEND);
  const damping = k / SHELF.q;
  const a0 = 1 + damping + k * k;
  return {
    b0: (high + band * damping + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - band * damping + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - damping + k * k) / a0,
  };
}

function highPass(sampleRate: number): Biquad {
  const k = tan((Math.PI * HIGH_PASS.frequency) / sampleRate);
  const damping = k / HIGH_PASS.q;
  const a0 = 1 + damping + k * k;
  // The standard leaves the numerator as it is; its constant of -0.691 makes up for the gain.
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - damping + k * k) / a0 };
}
