/** Phase accumulators in turns: the phases of a block, wrapped into [0, 1), and how far a sample reaches. */

import type { Glide } from './glide.ts';
import { BLOCK } from './process.ts';
import { within } from './within.ts';

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
  /** The phase of the next sample, and how far one sample of a constant step goes, wrapped. */
  readonly #state: Float64Array;

  /** `start` is the phase of sample 0 in turns, of any size. */
  constructor(step: Step, start = 0) {
    this.#step = step;
    this.#state = Float64Array.of(wrap(start), typeof step === 'number' ? wrap(step) : 0);
    if (typeof step === 'number') this.widths.fill(Math.min(Math.abs(step), WIDEST));
  }

  /** Computes phases and widths of the samples `[start, end)`. */
  advance(start: number, end: number): void {
    const count = end - start;
    if (typeof this.#step === 'number') goOn(this.phases, count, this.#state);
    else {
      this.#step(this.widths, start, end);
      this.#state[0] = follow(this.phases, this.widths, count, this.#state[0]!);
    }
  }
}

function goOn(phases: Float64Array, count: number, state: Float64Array): void {
  let x = state[0]!;
  const advance = state[1]!;
  for (let k = 0; k < count; k++) {
    phases[k] = x;
    x += advance;
    if (x >= 1) x -= 1;
  }
  state[0] = x;
}

/**
 * Replaces steps by edge widths on the way, from a phase on, and returns the next one. Nothing but that stands behind the
 * loop: what is first met there throws away the code that the engine made during it, with V8 13.6 in every block anew.
 */
function follow(phases: Float64Array, widths: Float64Array, count: number, phase: number): number {
  let x = phase;
  for (let k = 0; k < count; k++) {
    phases[k] = x;
    const advance = widths[k]!;
    x += advance;
    if (x >= 1 || x < 0) {
      x -= Math.floor(x);
      // A tiny negative number rounds up to 1.
      if (x >= 1) x = 0;
    }
    widths[k] = within(Math.abs(advance), 0, WIDEST);
  }
  return x;
}

/** Into [0, 1). */
function wrap(turns: number): number {
  const x = turns - Math.floor(turns);
  return x < 1 ? x : 0;
}
