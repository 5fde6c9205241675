/** A signal to which pieces are added ahead of where it is read, as long as the farthest of them. */
export class OverlapBuffer {
  #ring = new Float64Array(4096);
  /** Position of the next sample that is read. */
  #next = 0;

  /** Adds `gain` times `piece[0..count)` from the position `at`, which is not yet read. */
  add(at: number, piece: Float64Array, count: number, gain: number): void {
    const reach = at + count - this.#next;
    if (reach > this.#ring.length) this.#grow(reach);
    const ring = this.#ring;
    const mask = ring.length - 1;
    for (let k = 0; k < count; k++) {
      const place = (at + k) & mask;
      ring[place] = ring[place]! + piece[k]! * gain;
    }
  }

  /** Moves the next `count` samples to `out`. */
  take(out: Float64Array, count: number): void {
    const ring = this.#ring;
    const mask = ring.length - 1;
    for (let k = 0; k < count; k++) {
      const place = (this.#next + k) & mask;
      out[k] = ring[place]!;
      ring[place] = 0;
    }
    this.#next += count;
  }

  #grow(reach: number): void {
    const old = this.#ring;
    let size = old.length;
    while (size < reach) size *= 2;
    this.#ring = new Float64Array(size);
    for (let k = 0; k < old.length; k++) {
      this.#ring[(this.#next + k) & (size - 1)] = old[(this.#next + k) & (old.length - 1)]!;
    }
  }
}
