/**
 * Gradient and value noise on a lattice that closes after a whole number of cells (K. Perlin, "An image synthesizer",
 * 1985): one sample per pixel, the same contrast everywhere. Rows are walked cell by cell.
 */
import { cos, sin } from '@speccade/numerics';
import { cellHash, modulo } from './cell-hash.ts';

/** Writes noise of -1 to 1 at (x columns / width, y) for x < width to `out`; y counts cells. */
export type PeriodicRow = (out: Float64Array, width: number, y: number) => void;

const DIRECTIONS = 64;
/** Unit gradients reach sqrt(1/2) in the middle of a cell. */
const GAIN = Math.SQRT2;

const [GX, GY] = /* @__PURE__ */ (() => {
  const x = new Float64Array(DIRECTIONS);
  const y = new Float64Array(DIRECTIONS);
  for (let k = 0; k < DIRECTIONS; k++) {
    const angle = (2 * Math.PI * (k + 0.5)) / DIRECTIONS;
    x[k] = GAIN * cos(angle);
    y[k] = GAIN * sin(angle);
  }
  return [x, y] as const;
})();

export function periodicPerlin(columns: number, rows: number, seed: number): PeriodicRow {
  const lines = new LatticeLines(columns, rows, seed);
  return (out, width, y) => {
    const j = Math.floor(y);
    const [top, bottom] = lines.at(j);
    perlinRow(out, width, columns, y - j, top, bottom);
  };
}

export function periodicValue(columns: number, rows: number, seed: number): PeriodicRow {
  const lines = new LatticeLines(columns, rows, seed);
  return (out, width, y) => {
    const j = Math.floor(y);
    const [top, bottom] = lines.at(j);
    valueRow(out, width, columns, y - j, top, bottom);
  };
}

/** Hashes of the lattice points of two neighbouring lines, the first point again at the end. */
class LatticeLines {
  private readonly columns: number;
  private readonly rows: number;
  private readonly seed: number;
  private line = Number.NaN;
  private pair: [Uint32Array, Uint32Array];

  constructor(columns: number, rows: number, seed: number) {
    this.columns = columns;
    this.rows = rows;
    this.seed = seed;
    this.pair = [new Uint32Array(columns + 1), new Uint32Array(columns + 1)];
  }

  at(j: number): [Uint32Array, Uint32Array] {
    if (this.line === j) return this.pair;
    const [top, bottom] = this.pair;
    if (this.line === j - 1) this.pair = [bottom, top];
    else this.fill(this.pair[0], j);
    this.fill(this.pair[1], j + 1);
    this.line = j;
    return this.pair;
  }

  private fill(line: Uint32Array, j: number): void {
    const cy = modulo(j, this.rows);
    for (let i = 0; i < this.columns; i++) line[i] = cellHash(this.seed, i, cy, 0);
    line[this.columns] = line[0]!;
  }
}

function perlinRow(
  out: Float64Array,
  width: number,
  columns: number,
  fy: number,
  top: Uint32Array,
  bottom: Uint32Array,
): void {
  const fy1 = fy - 1;
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  for (let k = 0; k < width; ) {
    let x = (k * columns) / width;
    const i = x | 0;
    const h00 = top[i]! >>> 26;
    const h10 = top[i + 1]! >>> 26;
    const h01 = bottom[i]! >>> 26;
    const h11 = bottom[i + 1]! >>> 26;
    const g00 = GX[h00]!;
    const g10 = GX[h10]!;
    const g01 = GX[h01]!;
    const g11 = GX[h11]!;
    const c00 = GY[h00]! * fy;
    const c10 = GY[h10]! * fy;
    const c01 = GY[h01]! * fy1;
    const c11 = GY[h11]! * fy1;
    do {
      const fx = x - i;
      const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
      const n00 = g00 * fx + c00;
      const n01 = g01 * fx + c01;
      const upper = n00 + u * (g10 * (fx - 1) + c10 - n00);
      const lower = n01 + u * (g11 * (fx - 1) + c11 - n01);
      out[k] = upper + v * (lower - upper);
      k++;
      x = (k * columns) / width;
    } while (k < width && (x | 0) === i);
  }
}

function valueRow(
  out: Float64Array,
  width: number,
  columns: number,
  fy: number,
  top: Uint32Array,
  bottom: Uint32Array,
): void {
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  for (let k = 0; k < width; k++) {
    const x = (k * columns) / width;
    const i = x | 0;
    const fx = x - i;
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const upper = top[i]! + u * (top[i + 1]! - top[i]!);
    const lower = bottom[i]! + u * (bottom[i + 1]! - bottom[i]!);
    out[k] = (upper + v * (lower - upper)) / 2147483648 - 1;
  }
}
