/** A delay line that is read between its samples by linear interpolation; what was never written is 0. */
export class DelayLine {
  readonly #line: Float64Array;
  readonly #mask: number;
  readonly #longest: number;
  #next = 0;

  /** `longest` delay in samples; longer ones act as this one. A line is never longer than the `frames` that pass it. */
  constructor(longest: number, frames: number) {
    this.#longest = Math.min(Math.ceil(longest), frames) + 1;
    let size = 4;
    while (size < this.#longest + 2) size *= 2;
    this.#line = new Float64Array(size);
    this.#mask = size - 1;
  }

  write(value: number): void {
    this.#line[this.#next] = value;
    this.#next = (this.#next + 1) & this.#mask;
  }

  /** What lies `delay` samples, at least 1, before the value that will be written next. */
  read(delay: number): number {
    return this.readWritten(Math.max(delay, 1) - 1);
  }

  /** What lies `delay` samples, at least 0, before the value that was written last. */
  readWritten(delay: number): number {
    const d = Math.min(Math.max(delay, 0), this.#longest);
    const whole = Math.floor(d);
    const f = d - whole;
    const at = this.#next - 1 - whole;
    return (1 - f) * this.#line[at & this.#mask]! + f * this.#line[(at - 1) & this.#mask]!;
  }
}
