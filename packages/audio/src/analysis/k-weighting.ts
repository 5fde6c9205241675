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

/** Below this, what a filter remembers is nothing: numbers too small for their format would be slow. */
const NOTHING = 1e-30;

/**
 * Both stages, in direct form I, over the runs of two channels in order. Two at a time, since each sample has to wait for
 * the one before it: 5 ns for both, where one alone takes 4.
 */
export class KWeighting {
  /** Sums of the squares of what came out for the last run. */
  left = 0;
  right = 0;
  /** b0 b1 b2 a1 a2 of the shelf, a1 a2 of the high-pass, whose others are 1, −2 and 1. */
  private readonly coefficients: Float64Array;
  /** Of each channel the last two samples of the input and of the outputs of both. */
  private readonly state = new Float64Array(12);

  constructor(sampleRate: number) {
    const [shelf, highPass] = kWeighting(sampleRate);
    this.coefficients = Float64Array.of(shelf.b0, shelf.b1, shelf.b2, shelf.a1, shelf.a2, highPass.a1, highPass.a2);
  }

  /** Filters the samples `[from, to)`. */
  run(left: Float64Array, right: Float64Array, from: number, to: number): void {
    const { coefficients: k, state: s } = this;
    const [b0, b1, b2, a1, a2] = [k[0]!, k[1]!, k[2]!, k[3]!, k[4]!];
    const [c1, c2] = [k[5]!, k[6]!];
    let [x1, x2, y1, y2, z1, z2] = [s[0]!, s[1]!, s[2]!, s[3]!, s[4]!, s[5]!];
    let [u1, u2, v1, v2, w1, w2] = [s[6]!, s[7]!, s[8]!, s[9]!, s[10]!, s[11]!];
    let sum = 0;
    let sumRight = 0;
    for (let i = from; i < to; i++) {
      const x0 = left[i]!;
      const u0 = right[i]!;
      // What the last output takes part in comes last: nothing else has to wait for it.
      const y0 = b0 * x0 + b1 * x1 + b2 * x2 - a2 * y2 - a1 * y1;
      const v0 = b0 * u0 + b1 * u1 + b2 * u2 - a2 * v2 - a1 * v1;
      const z0 = y0 - 2 * y1 + y2 - c2 * z2 - c1 * z1;
      const w0 = v0 - 2 * v1 + v2 - c2 * w2 - c1 * w1;
      sum += z0 * z0;
      sumRight += w0 * w0;
      x2 = x1;
      x1 = x0;
      y2 = y1;
      y1 = y0;
      z2 = z1;
      z1 = z0;
      u2 = u1;
      u1 = u0;
      v2 = v1;
      v1 = v0;
      w2 = w1;
      w1 = w0;
    }
    s.set([x1, x2, y1, y2, z1, z2, u1, u2, v1, v2, w1, w2]);
    for (let i = 0; i < s.length; i++) if (Math.abs(s[i]!) < NOTHING) s[i] = 0;
    this.left = sum;
    this.right = sumRight;
  }
}
