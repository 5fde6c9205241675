/**
 * Second-order sections in direct form I, from zero state. A section that stands still costs 9 flops per sample
 * (about 400 M samples/s on one core); a moving one computes its coefficients for every sample and keeps its state.
 */
import type { Glide } from '../dsp/glide.ts';
import { BLOCK, type Process } from '../dsp/process.ts';
import { settle } from '../dsp/settle.ts';
import { cosTurns, sinTurns } from '../dsp/sine.ts';
import { type CutoffLimits, cutoffOf } from './cutoff.ts';
import { type Coefficients, clampQ, type Design, designAt } from './rbj.ts';
import type { FilterContext } from './types.ts';

/**
 * The last two inputs and outputs, kept in an array between blocks and in locals within one. They and the coefficients
 * are read by index: destructuring an array makes them boxed numbers, and the loop three times as slow.
 */
function save(state: Float64Array, x1: number, x2: number, y1: number, y2: number): void {
  state[0] = x1;
  state[1] = x2;
  state[2] = y1;
  state[3] = y2;
  settle(state);
}

/** A section with constant coefficients `b0 b1 b2 a1 a2`. */
export function staticBiquad(coefficients: Coefficients): Process {
  const state = new Float64Array(4);
  return {
    process(x, start, end) {
      const b0 = coefficients[0]!;
      const b1 = coefficients[1]!;
      const b2 = coefficients[2]!;
      const a1 = coefficients[3]!;
      const a2 = coefficients[4]!;
      let x1 = state[0]!;
      let x2 = state[1]!;
      let y1 = state[2]!;
      let y2 = state[3]!;
      const count = end - start;
      for (let i = 0; i < count; i++) {
        const x0 = x[i]!;
        // y1 last: its product is the only one that has to wait for the sample before.
        const y0 = b0 * x0 + b1 * x1 + b2 * x2 - a2 * y2 - a1 * y1;
        x2 = x1;
        x1 = x0;
        y2 = y1;
        y1 = y0;
        x[i] = y0;
      }
      save(state, x1, x2, y1, y2);
    },
  };
}

/** A section whose frequency, in Hz, moves. */
export function movingBiquad(
  design: Design,
  frequency: Glide,
  sampleRate: number,
  q: number,
  loudest: number,
): Process {
  const k = new Float64Array(5);
  const block = new Float64Array(BLOCK);
  const state = new Float64Array(4);
  return {
    process(x, start, end) {
      let x1 = state[0]!;
      let x2 = state[1]!;
      let y1 = state[2]!;
      let y2 = state[3]!;
      frequency(block, start, end);
      for (let i = 0; i < end - start; i++) {
        const turns = block[i]! / sampleRate;
        design(cosTurns(turns), sinTurns(turns), q, k);
        const x0 = x[i]!;
        let y0 = k[0]! * x0 + k[1]! * x1 + k[2]! * x2 - k[4]! * y2 - k[3]! * y1;
        if (Math.abs(y0) > loudest) y0 = y1 = 0;
        x2 = x1;
        x1 = x0;
        y2 = y1;
        y1 = y0;
        x[i] = y0;
      }
      save(state, x1, x2, y1, y2);
    },
  };
}

/** A section of the design that stands still, sweeps or is modulated, as filter and context say. */
export function createBiquad(
  design: Design,
  frequency: number,
  frequencyEnd: number | null | undefined,
  resonance: number,
  context: FilterContext,
  limits: CutoffLimits,
): Process {
  const cutoff = cutoffOf(frequency, frequencyEnd, context, limits);
  const q = clampQ(resonance);
  return typeof cutoff === 'number'
    ? staticBiquad(designAt(design, cutoff, context.sampleRate, q))
    : movingBiquad(design, cutoff, context.sampleRate, q, limits.loudest);
}
