/**
 * Runs a memoryless curve at a multiple of the sample rate, so that the harmonics it makes do not fold back.
 *
 * The same linear-phase filter, a sinc in a Kaiser window of 48 samples, interpolates before the curve and decimates
 * after it: flat to 0.1 dB up to 0.4 of the sample rate, at least 75 dB down from 0.515 of it on. Method: R. E.
 * Crochiere and L. R. Rabiner, "Multirate Digital Signal Processing", chapter 4 (polyphase structures).
 */
import { sin } from '@speccade/numerics';
import { BLOCK } from './process.ts';

/** Samples that the filter reaches to either side. */
export const REACH = 24;
/** Samples by which the output of {@link Oversampler} is late: once the reach on the way up and once on the way down. */
export const LATENCY = 2 * REACH;
/** Shape of the window: 80 dB. */
const BETA = 7.857;
/** The filter's -6 dB point, cycles per sample. */
const CUTOFF = 0.46;

/** Changes `count` samples at the higher rate in place; `drives` has one value for each. */
export type Shaping = (x: Float64Array, drives: Float64Array, count: number) => void;

export class Oversampler {
  readonly #factor: number;
  /** `[phase][tap]`, the newest sample's tap first. */
  readonly #taps: Float64Array;
  /** The last `LATENCY` samples and the block. */
  readonly #input = new Float64Array(LATENCY + BLOCK);
  /** What came out of the curve: the last `LATENCY` · factor samples and the block. */
  readonly #shaped: Float64Array;
  readonly #raised: Float64Array;

  /** `factor` is the ratio of the rates, at least 2. */
  constructor(factor: number) {
    this.#factor = factor;
    this.#taps = polyphase(factor);
    this.#shaped = new Float64Array((LATENCY + BLOCK) * factor);
    this.#raised = new Float64Array(BLOCK * factor);
  }

  /**
   * Takes the next `count` samples from `x[at]` on, at most a block, and writes as many to `out`: those that stood
   * {@link LATENCY} samples before them. `drives` has `count` · factor values, for the times {@link REACH} samples before.
   */
  process(x: Float64Array, at: number, out: Float64Array, drives: Float64Array, count: number, shape: Shaping): void {
    const factor = this.#factor;
    const input = this.#input;
    const shaped = this.#shaped;
    const raised = this.#raised;
    input.set(x.subarray(at, at + count), LATENCY);
    raise(input, this.#taps, factor, raised, count);
    input.copyWithin(0, count, count + LATENCY);
    shape(raised, drives, count * factor);
    shaped.set(raised.subarray(0, count * factor), LATENCY * factor);
    lower(shaped, this.#taps, factor, out, count);
    shaped.copyWithin(0, count * factor, (count + LATENCY) * factor);
  }
}

function raise(input: Float64Array, taps: Float64Array, factor: number, out: Float64Array, count: number): void {
  const length = LATENCY + 1;
  for (let phase = 0; phase < factor; phase++) {
    const first = phase * length;
    for (let n = 0; n < count; n++) {
      const newest = LATENCY + n;
      let sum = 0;
      for (let j = 0; j < length; j++) sum += taps[first + j]! * input[newest - j]!;
      out[n * factor + phase] = sum;
    }
  }
}

/** The same taps as on the way up, one sample of the lower rate at a time; their gain is `factor`, taken out here. */
function lower(shaped: Float64Array, taps: Float64Array, factor: number, out: Float64Array, count: number): void {
  const length = LATENCY + 1;
  for (let n = 0; n < count; n++) {
    const newest = (LATENCY + n) * factor;
    let sum = 0;
    for (let phase = 0; phase < factor; phase++) {
      const first = phase * length;
      // The last tap of all phases but the first is 0, and what it would read may lie before the array.
      const last = phase === 0 ? length : LATENCY;
      for (let j = 0; j < last; j++) sum += taps[first + j]! * shaped[newest - j * factor - phase]!;
    }
    out[n] = sum / factor;
  }
}

/** The filter by phases, each padded to the same length. Taps sum to 1 in every phase but for the stop band's residue. */
function polyphase(factor: number): Float64Array {
  const length = LATENCY + 1;
  const taps = new Float64Array(factor * length);
  const middle = REACH * factor;
  for (let m = 0; m <= 2 * middle; m++) {
    const t = (m - middle) / factor;
    const sinc = t === 0 ? 2 * CUTOFF : sin(2 * Math.PI * CUTOFF * t) / (Math.PI * t);
    const edge = t / REACH;
    const value = (sinc * besselI0(BETA * Math.sqrt(1 - edge * edge))) / besselI0(BETA);
    taps[(m % factor) * length + Math.floor(m / factor)] = value;
  }
  return taps;
}

/** The modified Bessel function of order 0 by its series, which has converged after 40 terms below 20. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k <= 40; k++) {
    term *= (x / (2 * k)) * (x / (2 * k));
    sum += term;
  }
  return sum;
}
