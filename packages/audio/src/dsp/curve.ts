/** Values per sample of what moves a parameter, made a block at a time. */
import { BLOCK, inBlocks } from './process.ts';

export interface Curve {
  /**
   * The values of the samples `[start, end)`, at most a block, from index 0; valid until the next call. A call starts no
   * earlier than the block in which the one before it ended.
   */
  block(start: number, end: number): Float64Array;
  /** The value of one sample, under the same rule. */
  at(i: number): number;
}

/** A curve whose values follow from one another: blocks are made in order, those that nobody asks for too. */
export abstract class SequentialCurve implements Curve {
  readonly #current = new Float64Array(BLOCK);
  readonly #straddling = new Float64Array(BLOCK);
  #from = -BLOCK;

  /** Writes the values of the block of samples that starts at `start`; calls come in order and leave no block out. */
  protected abstract fill(out: Float64Array, start: number): void;

  block(start: number, end: number): Float64Array {
    this.#seek(start);
    if (start === this.#from) return this.#current;
    const edge = Math.min(end, this.#from + BLOCK);
    this.#straddling.set(this.#current.subarray(start - this.#from, edge - this.#from));
    if (edge < end) {
      this.#seek(edge);
      this.#straddling.set(this.#current.subarray(0, end - edge), edge - start);
    }
    return this.#straddling;
  }

  at(i: number): number {
    this.#seek(i);
    return this.#current[i - this.#from]!;
  }

  #seek(i: number): void {
    while (i >= this.#from + BLOCK) {
      this.#from += BLOCK;
      this.fill(this.#current, this.#from);
    }
  }
}

/** The first `count` values of a curve, made at once; any part of them can be asked for. */
export function storedCurve(curve: Curve, count: number): Curve {
  const values = new Float64Array(count);
  inBlocks(count, (start, end) => values.set(curve.block(start, end).subarray(0, end - start), start));
  return { block: (start, end) => values.subarray(start, end), at: (i) => values[i]! };
}

/** The curve with each value replaced. */
export function mapCurve(curve: Curve, change: (value: number) => number): Curve {
  const block = new Float64Array(BLOCK);
  return {
    block(start, end) {
      const values = curve.block(start, end);
      for (let k = 0; k < end - start; k++) block[k] = change(values[k]!);
      return block;
    },
    at: (i) => change(curve.at(i)),
  };
}

/** The product of two curves. */
export function multiplyCurves(a: Curve, b: Curve): Curve {
  const block = new Float64Array(BLOCK);
  return {
    block(start, end) {
      const x = a.block(start, end);
      const y = b.block(start, end);
      for (let k = 0; k < end - start; k++) block[k] = x[k]! * y[k]!;
      return block;
    },
    at: (i) => a.at(i) * b.at(i),
  };
}

/** The curve from its sample `by` on, or from `−by` zeros before its start. */
export function shiftCurve(curve: Curve, by: number): Curve {
  if (by === 0) return curve;
  const block = new Float64Array(BLOCK);
  return {
    block(start, end) {
      const first = Math.min(Math.max(-by - start, 0), end - start);
      block.fill(0, 0, first);
      if (start + first < end)
        block.set(curve.block(start + first + by, end + by).subarray(0, end - start - first), first);
      return block;
    },
    at: (i) => (i + by < 0 ? 0 : curve.at(i + by)),
  };
}
