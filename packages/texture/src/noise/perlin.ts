/**
 * Gradient noise (K. Perlin, "Improving noise", 2002) with eight gradients that are not normalised. A row is walked cell by
 * cell: what belongs to the four corners is looked up once for all the pixels between them.
 */

import type { LatticeNoise } from '../wasm/noise-rows.ts';
import { type NoiseField, reach } from './field.ts';
import { cellOf, FARTHEST, fade } from './lattice.ts';

export const GX = /* @__PURE__ */ Float64Array.of(1, -1, 0, 0, 1, -1, 1, -1);
export const GY = /* @__PURE__ */ Float64Array.of(0, 0, 1, -1, 1, 1, -1, -1);

/** Exactly 0 at lattice points; about -0.99 to 0.99, with a period of 256 cells. */
export class PerlinField implements NoiseField {
  readonly lattice: LatticeNoise & { readonly permutation: Uint8Array };

  constructor(permutation: Uint8Array) {
    this.lattice = { kind: 'perlin', permutation, farthest: FARTHEST };
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
    addPerlinRow(out, at, count, xs, frequency, y, amplitude, this.lattice.permutation);
  }
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
