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

/** Both stages, in direct form I, over the runs of one channel in order: 4 ns per sample. */
export class KWeighting {
  /** b0 b1 b2 a1 a2 of both. */
  private readonly coefficients: Float64Array;
  /** The last two samples of the input and of the outputs of both. */
  private readonly state = new Float64Array(6);

  constructor(sampleRate: number) {
    this.coefficients = Float64Array.from(
      kWeighting(sampleRate).flatMap(({ b0, b1, b2, a1, a2 }) => [b0, b1, b2, a1, a2]),
    );
  }

  /** Sum of the squares of what comes out for the samples `[from, to)`. */
  energy(x: Float64Array, from: number, to: number): number {
    const { coefficients, state } = this;
    const [b0, b1, b2, a1, a2] = [
      coefficients[0]!,
      coefficients[1]!,
      coefficients[2]!,
      coefficients[3]!,
      coefficients[4]!,
    ];
    const [d0, d1, d2, c1, c2] = [
      coefficients[5]!,
      coefficients[6]!,
      coefficients[7]!,
      coefficients[8]!,
      coefficients[9]!,
    ];
    let [x1, x2, y1, y2, z1, z2] = [state[0]!, state[1]!, state[2]!, state[3]!, state[4]!, state[5]!];
    let sum = 0;
    for (let i = from; i < to; i++) {
      const x0 = x[i]!;
      // What the last output takes part in comes last: nothing else has to wait for it.
      const y0 = b0 * x0 + b1 * x1 + b2 * x2 - a2 * y2 - a1 * y1;
      const z0 = d0 * y0 + d1 * y1 + d2 * y2 - c2 * z2 - c1 * z1;
      sum += z0 * z0;
      x2 = x1;
      x1 = x0;
      y2 = y1;
      y1 = y0;
      z2 = z1;
      z1 = z0;
    }
    const rest = Math.abs(y1) + Math.abs(y2) + Math.abs(z1) + Math.abs(z2);
    if (rest < NOTHING) y1 = y2 = z1 = z2 = 0;
    state.set([x1, x2, y1, y2, z1, z2]);
    return sum;
  }
}
