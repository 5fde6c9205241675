/**
 * A delay line that is read between its samples by third-order Lagrange interpolation (T. Laakso et al., "Splitting the
 * unit delay", IEEE SPM 13(1), 1996). The error of its delay is below 0.003 samples up to a tenth of the sample rate.
 */
export class FractionalDelay {
  readonly #line: Float64Array;
  readonly #mask: number;
  #next = 0;
  #nearest = 1;
  #a = 1;
  #b = 0;
  #c = 0;
  #d = 0;

  /** `longest` is the longest delay that is set, in samples. */
  constructor(longest: number) {
    this.#line = ringOf(Math.max(longest + 4, 8));
    this.#mask = this.#line.length - 1;
  }

  /** Sets the delay in samples, at least 1. */
  set delay(samples: number) {
    this.#nearest = Math.max(Math.floor(samples) - 1, 1);
    const f = samples - this.#nearest - 1;
    this.#a = (-f * (f - 1) * (f - 2)) / 6;
    this.#b = ((f + 1) * (f - 1) * (f - 2)) / 2;
    this.#c = (-(f + 1) * f * (f - 2)) / 2;
    this.#d = ((f + 1) * f * (f - 1)) / 6;
  }

  write(value: number): void {
    this.#line[this.#next] = value;
    this.#next = (this.#next + 1) & this.#mask;
  }

  /** What will have been written one delay before the next write. */
  read(): number {
    const line = this.#line;
    const mask = this.#mask;
    const at = this.#next - this.#nearest;
    return (
      this.#a * line[at & mask]! +
      this.#b * line[(at - 1) & mask]! +
      this.#c * line[(at - 2) & mask]! +
      this.#d * line[(at - 3) & mask]!
    );
  }
}

/** Zeros, as many as the power of two from `atLeast` up: an index is wrapped by the length less 1 as a mask. */
export function ringOf(atLeast: number): Float64Array {
  let size = 1;
  while (size < atLeast) size *= 2;
  return new Float64Array(size);
}
