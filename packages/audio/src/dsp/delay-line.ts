/**
 * A delay line that is read between its samples by linear interpolation; what was never written is 0. Its parts are
 * open: loops keep them in locals and read with {@link interpolate}, twice as fast as by a method per sample.
 */
export class DelayLine {
  readonly values: Float64Array;
  /** A place in `values` is a count of samples, cut to these bits. */
  readonly mask: number;
  /** In samples; longer delays act as this one. */
  readonly longest: number;
  /** The place that will be written next. */
  next = 0;

  /**
   * `longest` is the longest delay in samples that is read, at most `ahead` samples after the value it is counted from
   * was written. A line is never longer than the `frames` that pass it.
   */
  constructor(longest: number, frames: number, ahead = 0) {
    this.longest = Math.min(Math.ceil(longest), frames) + 1;
    let size = 4;
    while (size < this.longest + 2 + ahead) size *= 2;
    this.values = new Float64Array(size);
    this.mask = size - 1;
  }

  /** Writes `x[0..count)`. */
  write(x: Float64Array, count: number): void {
    const { values, mask, next } = this;
    for (let i = 0; i < count; i++) values[(next + i) & mask] = x[i]!;
    this.next = (next + count) & mask;
  }
}

/** What lies `delay` samples, at least 0 and at most the `longest` of a line, before the value at the place `newest`. */
export function interpolate(values: Float64Array, mask: number, newest: number, delay: number): number {
  const whole = delay | 0;
  const f = delay - whole;
  const at = newest - whole;
  return (1 - f) * values[at & mask]! + f * values[(at - 1) & mask]!;
}
