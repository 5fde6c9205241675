/** Phase accumulators in turns: the phases of a block, wrapped into [0, 1), and how far a sample reaches. */

import type { Glide } from './glide.ts';
import { BLOCK } from './process.ts';

/** Phase step in turns per sample: constant, or one per sample. */
export type Step = number | Glide;

/** Widest band-limited edge, half a cycle. */
const WIDEST = 0.5;

export class Phasor {
  /** Phases of the block that {@link advance} went through last, in [0, 1). */
  readonly phases = new Float64Array(BLOCK);
  /** Phase steps of that block as edge widths: without sign, at most half a turn. */
  readonly widths = new Float64Array(BLOCK);
  readonly #step: Step;
  #phase: number;

  /** `start` is the phase of sample 0 in turns, of any size. */
  constructor(step: Step, start = 0) {
    this.#step = step;
    this.#phase = wrap(start);
    if (typeof step === 'number') this.widths.fill(Math.min(Math.abs(step), WIDEST));
  }

  /** Computes phases and widths of the samples `[start, end)`. */
  advance(start: number, end: number): void {
    const { phases, widths } = this;
    const step = this.#step;
    const n = end - start;
    let x = this.#phase;
    if (typeof step === 'number') {
      const advance = wrap(step);
      for (let k = 0; k < n; k++) {
        phases[k] = x;
        x += advance;
        if (x >= 1) x -= 1;
      }
    } else {
      step(widths, start, end);
      for (let k = 0; k < n; k++) {
        phases[k] = x;
        const advance = widths[k]!;
        x = wrap(x + advance);
        widths[k] = Math.min(Math.abs(advance), WIDEST);
      }
    }
    this.#phase = x;
  }
}

/** Into [0, 1). */
function wrap(turns: number): number {
  const x = turns - Math.floor(turns);
  // A tiny negative number rounds up to 1.
  return x < 1 ? x : 0;
}
