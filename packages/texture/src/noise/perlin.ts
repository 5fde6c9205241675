/**
 * Gradient noise (K. Perlin, "Improving noise", 2002) with eight gradients that are not normalised. A row is walked cell by
 * cell: what belongs to the four corners is looked up once for all the pixels between them.
 */
import type { NoiseField } from './field.ts';
import { cellOf, FARTHEST, fade } from './lattice.ts';
import { PerlinColumns } from './perlin-columns.ts';

export const GX = /* @__PURE__ */ Float64Array.of(1, -1, 0, 0, 1, -1, 1, -1);
export const GY = /* @__PURE__ */ Float64Array.of(0, 0, 1, -1, 1, 1, -1, -1);

/** Exactly 0 at lattice points; about -0.99 to 0.99, with a period of 256 cells. */
export class PerlinField implements NoiseField {
  private readonly p: Uint8Array;
  /** Gradients of the entries of the permutation. */
  private readonly gx: Float64Array;
  private readonly gy: Float64Array;

  constructor(permutation: Uint8Array) {
    this.p = permutation;
    this.gx = new Float64Array(permutation.length);
    this.gy = new Float64Array(permutation.length);
    for (let k = 0; k < permutation.length; k++) {
      this.gx[k] = GX[permutation[k]! & 7]!;
      this.gy[k] = GY[permutation[k]! & 7]!;
    }
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
    addPerlinRow(out, at, count, xs, frequency, y, amplitude, this.p);
  }

  columns(xs: Float64Array, frequency: number): PerlinColumns | undefined {
    const { p, gx, gy } = this;
    return reach(xs, xs.length, frequency) < FARTHEST ? new PerlinColumns(p, gx, gy, xs, frequency) : undefined;
  }
}

/** The largest coordinate of a row, without its sign. */
export function reach(xs: Float64Array, count: number, frequency: number): number {
  return Math.max(Math.abs(xs[0]! * frequency), Math.abs(xs[count - 1]! * frequency));
}

function addPerlinRow(
  out: Float64Array,
  at: number,
  count: number,
  xs: Float64Array,
  frequency: number,
  y: number,
  amplitude: number,
  p: Uint8Array,
): void {
  const j = cellOf(y);
  const fy = y - j;
  const fy1 = fy - 1;
  const v = fade(fy);
  const b0 = p[j & 255]!;
  const b1 = p[(j + 1) & 255]!;
  let x = xs[0]! * frequency;
  for (let k = 0; k < count; ) {
    const i = x >= 0 ? x | 0 : (x | 0) - 1;
    const a0 = i & 255;
    const a1 = (i + 1) & 255;
    const h00 = p[a0 + b0]! & 7;
    const h10 = p[a1 + b0]! & 7;
    const h01 = p[a0 + b1]! & 7;
    const h11 = p[a1 + b1]! & 7;
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
      const fx1 = fx - 1;
      const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
      const n00 = g00 * fx + c00;
      const n01 = g01 * fx + c01;
      const top = n00 + u * (g10 * fx1 + c10 - n00);
      const bottom = n01 + u * (g11 * fx1 + c11 - n01);
      out[at + k] = out[at + k]! + (top + v * (bottom - top)) * amplitude;
      k++;
      if (k === count) return;
      x = xs[k]! * frequency;
    } while ((x >= 0 ? x | 0 : (x | 0) - 1) === i);
  }
}
