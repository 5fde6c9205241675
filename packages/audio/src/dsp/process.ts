/** Samples that one call of {@link Voice.render} or {@link Process.process} handles at most. */
export const BLOCK = 1024;

/** A stage that changes a signal in place. Calls come in order and without gaps; state is kept between them. */
export interface Process {
  /** Changes the samples `[start, end)` of `x`. */
  process(x: Float64Array, start: number, end: number): void;
}

/** Calls `run` for consecutive ranges of at most {@link BLOCK} samples up to `length`. */
export function inBlocks(length: number, run: (start: number, end: number) => void): void {
  for (let start = 0; start < length; start += BLOCK) run(start, Math.min(start + BLOCK, length));
}
