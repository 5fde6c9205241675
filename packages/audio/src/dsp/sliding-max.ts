/**
 * The largest of the last `window` values of a stream, values before its start being 0. A queue of falling values
 * (D. Lemire, "Streaming maximum-minimum filter", 2006): constant time per value on average, whatever the window.
 */
export class SlidingMax {
  readonly #window: number;
  readonly #values: Float64Array;
  readonly #times: Float64Array;
  readonly #mask: number;
  #head = 0;
  #tail = 0;
  #now = 0;

  constructor(window: number) {
    this.#window = window;
    let size = 2;
    while (size < window + 1) size *= 2;
    this.#values = new Float64Array(size);
    this.#times = new Float64Array(size);
    this.#mask = size - 1;
  }

  push(value: number): number {
    const values = this.#values;
    const mask = this.#mask;
    let tail = this.#tail;
    let head = this.#head;
    while (tail !== head && values[(tail - 1) & mask]! <= value) tail = (tail - 1) & mask;
    values[tail] = value;
    this.#times[tail] = this.#now;
    this.#tail = (tail + 1) & mask;
    if (this.#times[head]! <= this.#now - this.#window) head = (head + 1) & mask;
    this.#head = head;
    this.#now++;
    return values[head]!;
  }
}
