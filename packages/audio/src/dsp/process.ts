/**
 * Samples that one call handles at most. Signals pass through everything in blocks that start at multiples of it, so
 * that what a stage does afresh at the start of a block gives the same bits whoever asks for the signal.
 */
export const BLOCK = 1024;

/** A stage that changes a signal in place. Calls come in order and without gaps; state is kept between them. */
export interface Process {
  /** Changes the samples `[start, end)` of the signal, which stand in `x[0..end − start)`. */
  process(x: Float64Array, start: number, end: number): void;
}

/** Calls `run` for consecutive ranges of at most {@link BLOCK} samples up to `length`. */
export function inBlocks(length: number, run: (start: number, end: number) => void): void {
  for (let start = 0; start < length; start += BLOCK) run(start, Math.min(start + BLOCK, length));
}
