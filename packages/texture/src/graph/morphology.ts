// biome-ignore-all lint/complexity/useMathMinMax: comparisons are several times as fast here as Math.max, which must mind NaN and -0
/**
 * Smallest and largest value of a square around each pixel, across the borders, in time that does not grow with the
 * square (M. van Herk, 1992; J. Gil and M. Werman, 1993): blocks as long as the window, prefix extremes from both ends.
 */
import type { WholeOperation } from './types.ts';

export const erode: WholeOperation<'erode'> = {
  whole: ({ radius }, context, inputs) => extremes(inputs[0]!, context, radius, -1),
};

export const dilate: WholeOperation<'dilate'> = {
  whole: ({ radius }, context, inputs) => extremes(inputs[0]!, context, radius, 1),
};

interface Canvas {
  readonly width: number;
  readonly height: number;
  borrow(): Float64Array;
  giveBack(buffer: Float64Array): void;
}

/** Minima are maxima of the negated values, exactly. */
function extremes(
  input: Float64Array,
  { width, height, borrow, giveBack }: Canvas,
  radius: number,
  sign: 1 | -1,
): Float64Array {
  const rows = borrow();
  const line = new Line(width, radius);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) line.values[x] = sign * input[y * width + x]!;
    line.maxima();
    rows.set(line.out, y * width);
  }
  const out = borrow();
  const column = new Line(height, radius);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) column.values[y] = rows[y * width + x]!;
    column.maxima();
    for (let y = 0; y < height; y++) out[y * width + x] = sign * column.out[y]!;
  }
  giveBack(rows);
  return out;
}

class Line {
  readonly values: Float64Array;
  readonly out: Float64Array;
  private readonly padded: Float64Array;
  private readonly left: Float64Array;
  private readonly right: Float64Array;
  private readonly radius: number;
  private readonly everything: boolean;

  constructor(n: number, radius: number) {
    this.everything = 2 * radius + 1 >= n;
    this.radius = this.everything ? 0 : radius;
    this.values = new Float64Array(n);
    this.out = new Float64Array(n);
    const window = 2 * this.radius + 1;
    const length = Math.ceil((n + 2 * this.radius) / window) * window;
    this.padded = new Float64Array(length);
    this.left = new Float64Array(length);
    this.right = new Float64Array(length);
  }

  /** out[i] = the largest of values[i - radius] ... values[i + radius], around the end. */
  maxima(): void {
    const { values, out, padded, radius } = this;
    const n = values.length;
    if (this.everything) {
      out.fill(largest(values));
      return;
    }
    padded.fill(Number.NEGATIVE_INFINITY);
    padded.set(values, radius);
    padded.set(values.subarray(n - radius), 0);
    padded.set(values.subarray(0, radius), radius + n);
    slidingMaxima(padded, this.left, this.right, out, 2 * radius + 1);
  }
}

function largest(values: Float64Array): number {
  let most = values[0]!;
  for (let i = 1; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}

function slidingMaxima(
  v: Float64Array,
  left: Float64Array,
  right: Float64Array,
  out: Float64Array,
  window: number,
): void {
  for (let from = 0; from < v.length; from += window) {
    let most = v[from]!;
    for (let i = from; i < from + window; i++) {
      most = v[i]! > most ? v[i]! : most;
      left[i] = most;
    }
    most = v[from + window - 1]!;
    for (let i = from + window - 1; i >= from; i--) {
      most = v[i]! > most ? v[i]! : most;
      right[i] = most;
    }
  }
  for (let i = 0; i < out.length; i++) {
    const a = right[i]!;
    const b = left[i + window - 1]!;
    out[i] = a > b ? a : b;
  }
}
