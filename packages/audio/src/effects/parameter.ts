/** A parameter that a post-effect LFO may move. */
import type { Curve } from '../dsp/curve.ts';
import { BLOCK } from '../dsp/process.ts';
import { within } from '../dsp/within.ts';

export interface Parameter {
  /** The value of every sample, if nothing moves it. */
  readonly still: number | undefined;
  /** The values of the samples `[start, end)`, of at most a block, from index 0; valid until the next call. */
  block(start: number, end: number): Float64Array;
}

/** `base`, or `base` plus the offset of each sample, kept within `low` and `high`, times `unit`. */
export function createParameter(
  base: number,
  low: number,
  high: number,
  offset: (() => Curve) | undefined,
  unit = 1,
): Parameter {
  const block = new Float64Array(BLOCK);
  if (offset === undefined) {
    const still = Math.min(Math.max(base, low), high) * unit;
    block.fill(still);
    return { still, block: () => block };
  }
  const curve = offset();
  const range = Float64Array.of(base, low, high, unit);
  return {
    still: undefined,
    block(start, end) {
      const offsets = curve.block(start, end);
      const middle = range[0]!;
      const lowest = range[1]!;
      const highest = range[2]!;
      const scale = range[3]!;
      for (let i = 0; i < end - start; i++) {
        block[i] = within(middle + offsets[i]!, lowest, highest) * scale;
      }
      return block;
    },
  };
}
