/**
 * Sparse Gabor convolution noise with a direction (A. Lagae et al., 2009), on cells that repeat. Its waves run along one
 * axis, or within some degrees of it; divided by three standard deviations of the sum, so that few pixels are cut off.
 */
import { cos, exp, sin } from '@speccade/numerics';
import { cellUnit, modulo } from './cell-hash.ts';
import { CellRows } from './cell-rows.ts';
import type { PeriodicRow } from './periodic-lattice.ts';

const IMPULSES = 4;
/** x, y, the wave's cosine and sine times its angular frequency, phase, sign. */
const PER_IMPULSE = 6;
const PER_CELL = IMPULSES * PER_IMPULSE;
/** Kernels are exp(-pi SHARPNESS r^2): 0.2 % at the distance of one cell, where they are cut off. */
const SHARPNESS = 2;
/** The integral of the squared kernel is 1 / (4 SHARPNESS). */
const GAIN = 1 / (3 * Math.sqrt(IMPULSES / (4 * SHARPNESS)));

/**
 * @param frequency cycles per cell
 * @param angle degrees from the x axis towards y, across the waves
 * @param spread how far the direction of each impulse may be turned, degrees
 */
export function periodicGabor(
  columns: number,
  rows: number,
  seed: number,
  frequency: number,
  angle: number,
  spread: number,
): PeriodicRow {
  const cells = new CellRows(PER_CELL, (row, at, cx, cy) => {
    const i = modulo(cx, columns);
    const j = modulo(cy, rows);
    for (let m = 0; m < IMPULSES; m++) {
      const to = at + m * PER_IMPULSE;
      const unit = (stream: number) => cellUnit(seed, i, j, 8 * m + stream);
      const direction = ((angle + spread * (2 * unit(3) - 1)) / 180) * Math.PI;
      row[to] = cx + unit(1);
      row[to + 1] = cy + unit(2);
      row[to + 2] = 2 * Math.PI * frequency * cos(direction);
      row[to + 3] = 2 * Math.PI * frequency * sin(direction);
      row[to + 4] = 2 * Math.PI * unit(4);
      row[to + 5] = unit(5) < 0.5 ? -1 : 1;
    }
  });
  return (out, width, y) => {
    cells.moveTo(Math.floor(y), -1, columns);
    const [a, b, c] = cells.rows as [Float64Array, Float64Array, Float64Array];
    for (let k = 0; k < width; k++) {
      const x = (k * columns) / width;
      const from = (x | 0) * PER_CELL;
      out[k] = GAIN * (sumOf(a, from, x, y) + sumOf(b, from, x, y) + sumOf(c, from, x, y));
    }
  };
}

function sumOf(row: Float64Array, from: number, x: number, y: number): number {
  let sum = 0;
  for (let m = from; m < from + 3 * PER_CELL; m += PER_IMPULSE) {
    const dx = x - row[m]!;
    const dy = y - row[m + 1]!;
    const r = dx * dx + dy * dy;
    if (r < 1) {
      const wave = cos(dx * row[m + 2]! + dy * row[m + 3]! + row[m + 4]!);
      sum += row[m + 5]! * exp(-Math.PI * SHARPNESS * r) * wave;
    }
  }
  return sum;
}
