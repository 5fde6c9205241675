/** Values per sample of what moves a parameter, made a block at a time. */
import { BLOCK } from './process.ts';

export interface Curve {
  /**
   * The values of the samples `[start, end)`, at most a block, from index 0; valid until the next call. A call starts no
   * earlier than the block in which the one before it ended.
   */
  block(start: number, end: number): Float64Array;
  /** The value of one sample, under the same rule. */
  at(i: number): number;
}

/** Writes the values of the block of samples that starts at `start`; calls come in order and leave no block out. */
export type CurveFill = (out: Float64Array, start: number) => void;

/** A curve whose values follow from one another: blocks are made in order, those that nobody asks for too. */
export function createCurve(fill: CurveFill): Curve {
  const current = new Float64Array(BLOCK);
  const straddling = new Float64Array(BLOCK);
  let from = -BLOCK;
  const seek = (i: number) => {
    while (i >= from + BLOCK) {
      from += BLOCK;
      fill(current, from);
    }
  };
  return {
    block(start, end) {
      seek(start);
      if (start === from) return current;
      const edge = Math.min(end, from + BLOCK);
      straddling.set(current.subarray(start - from, edge - from));
      if (edge < end) {
        seek(edge);
        straddling.set(current.subarray(0, end - edge), edge - start);
      }
      return straddling;
    },
    at(i) {
      seek(i);
      return current[i - from]!;
    },
  };
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
