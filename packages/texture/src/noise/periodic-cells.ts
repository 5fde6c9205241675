/** Noise from points in cells that repeat: distances (S. Worley, 1996), cells, their borders. */
import { cellUnit, modulo } from './cell-hash.ts';
import { CellRows } from './cell-rows.ts';
import type { PeriodicRow } from './periodic-lattice.ts';

export type Metric = 'euclidean' | 'manhattan' | 'chebyshev';
export type Feature = 'f1' | 'f2' | 'f2_minus_f1';

/** x, y and a random value of each point. */
const SIZE = 3;
const METRICS: readonly Metric[] = ['euclidean', 'manhattan', 'chebyshev'];

function pointCells(columns: number, rows: number, seed: number, jitter: number, reach: number): CellRows {
  return new CellRows(
    SIZE,
    (cells, at, cx, cy) => {
      const i = modulo(cx, columns);
      const j = modulo(cy, rows);
      cells[at] = cx + 0.5 + (cellUnit(seed, i, j, 1) - 0.5) * jitter;
      cells[at + 1] = cy + 0.5 + (cellUnit(seed, i, j, 2) - 0.5) * jitter;
      cells[at + 2] = cellUnit(seed, i, j, 3);
    },
    reach,
  );
}

/** Distance to the nearest point in cells, twice it less 1. */
export function periodicWorley(
  columns: number,
  rows: number,
  seed: number,
  jitter: number,
  metric: Metric,
  feature: Feature,
): PeriodicRow {
  // Second points, and points by other distances, may lie two cells away.
  const reach = feature === 'f1' && metric === 'euclidean' ? 1 : 2;
  const cells = pointCells(columns, rows, seed, jitter, reach);
  const nearest = new Float64Array(2);
  const code = METRICS.indexOf(metric);
  return (out, width, y) => {
    cells.moveTo(Math.floor(y), -reach, columns - 1 + reach);
    for (let k = 0; k < width; k++) {
      nearestTwo(nearest, cells.rows, (k * columns) / width, y, code, reach);
      const [f1, f2] = [nearest[0]!, nearest[1]!];
      out[k] = 2 * (feature === 'f1' ? f1 : feature === 'f2' ? f2 : f2 - f1) - 1;
    }
  };
}

/** Distances to the two nearest points. `rows` begin with cell -reach. */
function nearestTwo(
  out: Float64Array,
  rows: readonly Float64Array[],
  x: number,
  y: number,
  metric: number,
  reach: number,
): void {
  const from = (x | 0) * SIZE;
  const to = from + (2 * reach + 1) * SIZE;
  let f1 = Number.POSITIVE_INFINITY;
  let f2 = Number.POSITIVE_INFINITY;
  for (let j = 0; j < rows.length; j++) {
    const row = rows[j]!;
    for (let at = from; at < to; at += SIZE) {
      const d = distance(row[at]! - x, row[at + 1]! - y, metric);
      if (d < f1) {
        f2 = f1;
        f1 = d;
      } else if (d < f2) f2 = d;
    }
  }
  // Squares until here, which have the same order.
  out[0] = metric === 0 ? Math.sqrt(f1) : f1;
  out[1] = metric === 0 ? Math.sqrt(f2) : f2;
}

function distance(dx: number, dy: number, metric: number): number {
  if (metric === 0) return dx * dx + dy * dy;
  const [a, b] = [Math.abs(dx), Math.abs(dy)];
  return metric === 1 ? a + b : Math.max(a, b);
}

/** The random value of the nearest point's cell: one tone per cell, 0 to 1. */
export function voronoiCells(columns: number, rows: number, seed: number, jitter: number, metric: Metric): PeriodicRow {
  const cells = pointCells(columns, rows, seed, jitter, 1);
  const code = METRICS.indexOf(metric);
  return (out, width, y) => {
    cells.moveTo(Math.floor(y), -1, columns);
    for (let k = 0; k < width; k++) {
      const x = (k * columns) / width;
      const from = (x | 0) * SIZE;
      let least = Number.POSITIVE_INFINITY;
      for (const row of cells.rows) {
        for (let at = from; at < from + 3 * SIZE; at += SIZE) {
          const d = distance(row[at]! - x, row[at + 1]! - y, code);
          if (d < least) {
            least = d;
            out[k] = row[at + 2]!;
          }
        }
      }
    }
  };
}

/**
 * Distance to the nearest border between two cells, in cells: by the perpendicular bisectors (I. Quilez, "Voronoi
 * borders", 2012) where distances are Euclidean, otherwise half of what the two nearest points are apart in distance.
 */
export function voronoiEdges(columns: number, rows: number, seed: number, jitter: number, metric: Metric): PeriodicRow {
  const reach = 2;
  const cells = pointCells(columns, rows, seed, jitter, reach);
  const code = METRICS.indexOf(metric);
  const nearest = new Float64Array(2);
  return (out, width, y) => {
    cells.moveTo(Math.floor(y), -reach, columns - 1 + reach);
    for (let k = 0; k < width; k++) {
      const x = (k * columns) / width;
      if (code === 0) out[k] = borderDistance(cells.rows, x, y, reach);
      else {
        nearestTwo(nearest, cells.rows, x, y, code, reach);
        out[k] = (nearest[1]! - nearest[0]!) / 2;
      }
    }
  };
}

function borderDistance(rows: readonly Float64Array[], x: number, y: number, reach: number): number {
  const from = (x | 0) * SIZE;
  const to = from + (2 * reach + 1) * SIZE;
  let least = Number.POSITIVE_INFINITY;
  let nx = 0;
  let ny = 0;
  for (let j = 0; j < rows.length; j++) {
    const row = rows[j]!;
    for (let at = from; at < to; at += SIZE) {
      const dx = row[at]! - x;
      const dy = row[at + 1]! - y;
      const d = dx * dx + dy * dy;
      if (d < least) {
        least = d;
        nx = dx;
        ny = dy;
      }
    }
  }
  let border = Number.POSITIVE_INFINITY;
  for (let j = 0; j < rows.length; j++) {
    const row = rows[j]!;
    for (let at = from; at < to; at += SIZE) {
      const dx = row[at]! - x;
      const dy = row[at + 1]! - y;
      const ax = dx - nx;
      const ay = dy - ny;
      const apart = Math.sqrt(ax * ax + ay * ay);
      if (apart < 1e-9) continue;
      const d = ((nx + dx) * ax + (ny + dy) * ay) / (2 * apart);
      if (d < border) border = d;
    }
  }
  return border;
}
