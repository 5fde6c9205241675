// biome-ignore-all lint/complexity/useMathMinMax: comparisons are several times as fast here as Math.min, which must mind NaN and -0
/** Cellular noise (S. Worley, "A cellular texture basis function", 1996): the distance to the nearest of one point per cell. */

import { Pcg32 } from '@speccade/numerics';
import type { LatticeNoise } from '../wasm/noise-rows.ts';
import { CellRows, type FillCell } from './cell-rows.ts';
import { type Period, seedOfCell } from './cell-seed.ts';
import { type NoiseField, reach } from './field.ts';
import { cellOf, FARTHEST } from './lattice.ts';

/** Cells of a row at most; beyond it a row is done in pieces. */
const MOST_CELLS = 1 << 14;
/** Cells from one pixel to the next from which on each pixel has cells of its own. */
const FAR = 3;

/** -1 at the points, 1 at a distance of one cell, at most about 1.2. */
export class WorleyField implements NoiseField {
  readonly lattice: LatticeNoise;
  private readonly cells: CellRows;
  private readonly fill: FillCell;
  private readonly point = new Float64Array(2);

  /** @param period cells after which the points repeat */
  constructor(seed: number, period?: Period) {
    this.lattice = { kind: 'worley', seed, period, farthest: FARTHEST };
    const rng = new Pcg32(0);
    this.fill = (cells, at, cx, cy) => {
      rng.reseed(seedOfCell(seed, cx, cy, period));
      cells[at] = cx + 0.5 + (rng.nextF64() - 0.5);
      cells[at + 1] = cy + 0.5 + (rng.nextF64() - 0.5);
    };
    this.cells = new CellRows(2, this.fill);
  }

  addRow(
    out: Float64Array,
    at: number,
    count: number,
    xs: Float64Array,
    frequency: number,
    y: number,
    amplitude: number,
  ): void {
    if (!(reach(xs, count, frequency) < FARTHEST && Math.abs(y) < FARTHEST)) return;
    const { cells } = this;
    const cy = cellOf(y);
    if (count > 1 && Math.abs((xs[1]! - xs[0]!) * frequency) >= FAR) {
      this.addFarPixels(out, at, count, xs, frequency, y, amplitude);
      return;
    }
    for (let k = 0; k < count; ) {
      const start = cellOf(xs[k]! * frequency);
      let end = k;
      while (end < count && Math.abs(cellOf(xs[end]! * frequency) - start) < MOST_CELLS) end++;
      const stop = cellOf(xs[end - 1]! * frequency);
      cells.moveTo(cy, Math.min(start, stop) - 1, Math.max(start, stop) + 1);
      const [above, here, below] = cells.rows as [Float64Array, Float64Array, Float64Array];
      addWorleyRow(out, at, k, end, xs, frequency, y, amplitude, cells.first, above, here, below);
      k = end;
    }
  }

  /** Makes cells around each pixel only as long as one could have the nearest point. */
  private addFarPixels(
    out: Float64Array,
    at: number,
    count: number,
    xs: Float64Array,
    frequency: number,
    y: number,
    amplitude: number,
  ): void {
    const { fill, point } = this;
    const cy = cellOf(y);
    for (let k = 0; k < count; k++) {
      const x = xs[k]! * frequency;
      const cx = cellOf(x);
      let least = Number.POSITIVE_INFINITY;
      for (let c = 0; c < 9; c++) {
        const i = cx + NEAR_X[c]!;
        const j = cy + NEAR_Y[c]!;
        // Points may lie on the far border of their cell, but no further; rounding keeps the order of distances.
        const nearX = x < i ? i : x > i + 1 ? i + 1 : x;
        const nearY = y < j ? j : y > j + 1 ? j + 1 : y;
        if (square(nearX - x) + square(nearY - y) >= least) continue;
        fill(point, 0, i, j);
        const d = square(point[0]! - x) + square(point[1]! - y);
        least = d < least ? d : least;
      }
      out[at + k] = out[at + k]! + (2 * Math.sqrt(least) - 1) * amplitude;
    }
  }
}

/** The cell of a pixel and those around it, sides before corners. */
const NEAR_X = [0, -1, 1, 0, 0, -1, 1, -1, 1];
const NEAR_Y = [0, 0, 0, -1, 1, -1, -1, 1, 1];

function addWorleyRow(
  out: Float64Array,
  at: number,
  from: number,
  to: number,
  xs: Float64Array,
  frequency: number,
  y: number,
  amplitude: number,
  first: number,
  above: Float64Array,
  here: Float64Array,
  below: Float64Array,
): void {
  let cell = Number.NaN;
  let [x0, x1, x2, x3, x4, x5, x6, x7, x8] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [y0, y1, y2, y3, y4, y5, y6, y7, y8] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = from; k < to; k++) {
    const x = xs[k]! * frequency;
    const i = x >= 0 ? x | 0 : (x | 0) - 1;
    if (i !== cell) {
      cell = i;
      const c = 2 * (i - 1 - first);
      x0 = above[c]!;
      x1 = above[c + 2]!;
      x2 = above[c + 4]!;
      x3 = here[c]!;
      x4 = here[c + 2]!;
      x5 = here[c + 4]!;
      x6 = below[c]!;
      x7 = below[c + 2]!;
      x8 = below[c + 4]!;
      // The square of the vertical distance is the same for all pixels of the row.
      y0 = square(above[c + 1]! - y);
      y1 = square(above[c + 3]! - y);
      y2 = square(above[c + 5]! - y);
      y3 = square(here[c + 1]! - y);
      y4 = square(here[c + 3]! - y);
      y5 = square(here[c + 5]! - y);
      y6 = square(below[c + 1]! - y);
      y7 = square(below[c + 3]! - y);
      y8 = square(below[c + 5]! - y);
    }
    let least = (x0 - x) * (x0 - x) + y0;
    const d1 = (x1 - x) * (x1 - x) + y1;
    least = d1 < least ? d1 : least;
    const d2 = (x2 - x) * (x2 - x) + y2;
    least = d2 < least ? d2 : least;
    const d3 = (x3 - x) * (x3 - x) + y3;
    least = d3 < least ? d3 : least;
    const d4 = (x4 - x) * (x4 - x) + y4;
    least = d4 < least ? d4 : least;
    const d5 = (x5 - x) * (x5 - x) + y5;
    least = d5 < least ? d5 : least;
    const d6 = (x6 - x) * (x6 - x) + y6;
    least = d6 < least ? d6 : least;
    const d7 = (x7 - x) * (x7 - x) + y7;
    least = d7 < least ? d7 : least;
    const d8 = (x8 - x) * (x8 - x) + y8;
    least = d8 < least ? d8 : least;
    out[at + k] = out[at + k]! + (2 * Math.sqrt(least) - 1) * amplitude;
  }
}

function square(x: number): number {
  return x * x;
}
