/** A parameter that a post-effect LFO may move. */
import { BLOCK } from '../dsp/process.ts';

/** The values of the samples `[start, end)`, of at most a block, from index 0; valid until the next call. */
export type Parameter = (start: number, end: number) => Float64Array;

/** `base`, or `base` plus the offset of each sample, kept within `low` and `high`, times `unit`. */
export function createParameter(
  base: number,
  low: number,
  high: number,
  offset: Float64Array | undefined,
  unit = 1,
): Parameter {
  const block = new Float64Array(BLOCK);
  if (offset === undefined) {
    block.fill(Math.min(Math.max(base, low), high) * unit);
    return () => block;
  }
  return (start, end) => {
    for (let i = start; i < end; i++) block[i - start] = Math.min(Math.max(base + offset[i]!, low), high) * unit;
    return block;
  };
}
