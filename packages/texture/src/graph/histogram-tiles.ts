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
    const deviates = borrow();
    gaussianize(inputs[0]!, sorted, deviates, gaussian);
    giveBack(deviates);
    const inverse = inverseTable(sorted);
    const [nx, ny] = node.tiles;
    const shiftsX = latticeShifts(seed, nx, ny, 1, width);
    const shiftsY = latticeShifts(seed, nx, ny, 2, height);
    const out = borrow();
    for (let y = 0; y < height; y++) mixRow(out, y, width, height, nx, ny, gaussian, shiftsX, shiftsY, inverse);
    giveBack(sorted);
    giveBack(gaussian);
    return out;
  },
};

/** Shifts below `size` of the corners (i, j) of the grid, i <= nx, j <= ny, those on the last lines as on the first. */
function latticeShifts(seed: number, nx: number, ny: number, stream: number, size: number): Int32Array {
  const shifts = new Int32Array((nx + 1) * (ny + 1));
  for (let j = 0, k = 0; j <= ny; j++) {
    for (let i = 0; i <= nx; i++, k++) shifts[k] = cellHash(seed, modulo(i, nx), modulo(j, ny), stream) % size;
  }
  return shifts;
}

function mixRow(
  out: Float64Array,
  y: number,
  width: number,
  height: number,
  nx: number,
  ny: number,
  gaussian: Float64Array,
  shiftsX: Int32Array,
  shiftsY: Int32Array,
  inverse: Float64Array,
): void {
  const v = (y * ny) / height;
  const j = Math.floor(v);
  const fv = v - j;
  const at = y * width;
  for (let x = 0; x < width; x++) {
    const u = (x * nx) / width;
    const i = Math.floor(u);
    const fu = u - i;
    // The corner that only this of the cell's two triangles has.
    const far = fu + fv > 1 ? 1 : 0;
    const w0 = far ? fu + fv - 1 : 1 - fu - fv;
    const w1 = far ? 1 - fv : fu;
    const w2 = far ? 1 - fu : fv;
    const corner = j * (nx + 1) + i;
    const first = corner + far * (nx + 2);
    const g0 = shifted(gaussian, x + shiftsX[first]!, y + shiftsY[first]!, width, height);
    const g1 = shifted(gaussian, x + shiftsX[corner + 1]!, y + shiftsY[corner + 1]!, width, height);
    const g2 = shifted(gaussian, x + shiftsX[corner + nx + 1]!, y + shiftsY[corner + nx + 1]!, width, height);
    const sum = w0 * g0 + w1 * g1 + w2 * g2;
    out[at + x] = lookUp(inverse, sum / Math.sqrt(w0 * w0 + w1 * w1 + w2 * w2));
  }
}

/** The value at a place that may lie up to one picture to the right and below. */
function shifted(values: Float64Array, x: number, y: number, width: number, height: number): number {
  return values[(y < height ? y : y - height) * width + (x < width ? x : x - width)]!;
}

/**
 * The normal deviate with the same share of pixels below; equal values get that of the middle of their ranks. It is
 * computed once for each value that occurs, and found by the rank of its first pixel.
 */
function gaussianize(values: Float64Array, sorted: Float64Array, deviates: Float64Array, out: Float64Array): void {
  const n = sorted.length;
  for (let from = 0, to = 0; from < n; from = to) {
    const value = sorted[from]!;
    while (to < n && sorted[to]! <= value) to++;
    // What is no number comes last; nothing is below it or equal.
    if (to === from) break;
    deviates[from] = normalQuantile((from + to) / (2 * n));
  }
  for (let k = 0; k < n; k++) {
    const value = values[k]!;
    out[k] = Number.isNaN(value) ? normalQuantile(0) : deviates[below(sorted, value)]!;
  }
}

/** How many sorted values are below `value`. */
function below(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < value) from = middle + 1;
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
