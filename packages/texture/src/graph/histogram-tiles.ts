/**
 * Stochastic tiling that keeps the histogram (E. Heitz and F. Neyret, "High-performance by-example noise using a
 * histogram-preserving blending operator", 2018). Values are made Gaussian by rank, three randomly shifted copies are
 * mixed over the triangles of a grid with their variance kept, and the result is taken back to the values of the input.
 */
import { cellHash, modulo } from '../noise/cell-hash.ts';
import { normalQuantile, normalShare } from './gaussian.ts';
import type { WholeOperation } from './types.ts';

/** Beyond it lies one pixel in 10^9. */
const FARTHEST = 6;
const STEPS = 1 << 14;

export const histogramTiles: WholeOperation<'histogram_tiles'> = {
  whole(node, { width, height, seed, borrow, giveBack }, inputs) {
    const sorted = borrow();
    sorted.set(inputs[0]!);
    sorted.sort();
    const gaussian = borrow();
    gaussianize(inputs[0]!, sorted, gaussian);
    const inverse = inverseTable(sorted);
    const [nx, ny] = node.tiles;
    const shiftX = (i: number, j: number) => cellHash(seed, modulo(i, nx), modulo(j, ny), 1) % width;
    const shiftY = (i: number, j: number) => cellHash(seed, modulo(i, nx), modulo(j, ny), 2) % height;
    const out = borrow();
    for (let y = 0, k = 0; y < height; y++) {
      const v = (y * ny) / height;
      const j = Math.floor(v);
      const fv = v - j;
      for (let x = 0; x < width; x++, k++) {
        const u = (x * nx) / width;
        const i = Math.floor(u);
        const fu = u - i;
        // The corner that only this of the cell's two triangles has.
        const far = fu + fv > 1 ? 1 : 0;
        const w0 = far ? fu + fv - 1 : 1 - fu - fv;
        const w1 = far ? 1 - fv : fu;
        const w2 = far ? 1 - fu : fv;
        const at = (ci: number, cj: number) =>
          gaussian[modulo(y + shiftY(ci, cj), height) * width + modulo(x + shiftX(ci, cj), width)]!;
        const sum = w0 * at(i + far, j + far) + w1 * at(i + 1, j) + w2 * at(i, j + 1);
        out[k] = lookUp(inverse, sum / Math.sqrt(w0 * w0 + w1 * w1 + w2 * w2));
      }
    }
    giveBack(sorted);
    giveBack(gaussian);
    return out;
  },
};

/** The normal deviate with the same share of pixels below; equal values get that of the middle of their ranks. */
function gaussianize(values: Float64Array, sorted: Float64Array, out: Float64Array): void {
  const n = sorted.length;
  for (let k = 0; k < n; k++) {
    const value = values[k]!;
    const share = (bound(sorted, value, false) + bound(sorted, value, true)) / (2 * n);
    out[k] = normalQuantile(share);
  }
}

/** How many sorted values are below `value`, or not above it. */
function bound(sorted: Float64Array, value: number, inclusive: boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (inclusive ? sorted[middle]! <= value : sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Values at STEPS + 1 deviates from -FARTHEST to FARTHEST. */
function inverseTable(sorted: Float64Array): Float64Array {
  const table = new Float64Array(STEPS + 1);
  for (let k = 0; k <= STEPS; k++) {
    const share = normalShare(((2 * k) / STEPS - 1) * FARTHEST) * sorted.length - 0.5;
    const at = Math.min(Math.max(share, 0), sorted.length - 1);
    const i = Math.floor(at);
    const next = Math.min(i + 1, sorted.length - 1);
    table[k] = sorted[i]! + (at - i) * (sorted[next]! - sorted[i]!);
  }
  return table;
}

function lookUp(table: Float64Array, deviate: number): number {
  const at = Math.min(Math.max((deviate / FARTHEST + 1) / 2, 0), 1) * STEPS;
  const i = Math.min(Math.floor(at), STEPS - 1);
  return table[i]! + (at - i) * (table[i + 1]! - table[i]!);
}
