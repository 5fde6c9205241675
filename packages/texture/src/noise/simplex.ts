/** Simplex noise in two dimensions (K. Perlin, 2001; S. Gustavson, "Simplex noise demystified", 2005). */

import type { LatticeNoise } from '../wasm/noise-rows.ts';
import { type NoiseField, reach } from './field.ts';
import { cellOf, FARTHEST } from './lattice.ts';

const F = 0.3660254037844386;
const G = 0.21132486540518713;
const GX = /* @__PURE__ */ Float64Array.of(1, -1, 1, -1, 1, -1, 1, -1, 0, 0, 0, 0);
const GY = /* @__PURE__ */ Float64Array.of(1, 1, -1, -1, 0, 0, 0, 0, 1, -1, 1, -1);

/** About -1 to 1. */
export class SimplexField implements NoiseField {
  readonly lattice: LatticeNoise & { readonly permutation: Uint8Array };
  /** Gradient of each entry of the permutation. */
  private readonly gradients: Uint8Array;
  private readonly x = new Float64Array(1);
  private readonly value = new Float64Array(1);

  constructor(permutation: Uint8Array) {
    // Skewing adds 0.37 (x + y).
    this.lattice = { kind: 'simplex', permutation, farthest: FARTHEST / 4 };
    this.gradients = permutation.map((entry) => entry % 12);
  }

  /**
   * Noise at a point, for what is not taken row by row: a row of one. The other way round, rows of points by a function of
   * their own, rows took twice as long. Coordinates between +-2^28.
   */
  at(x: number, y: number): number {
    const { x: place, value } = this;
    place[0] = x;
    value[0] = 0;
    addSimplexRow(value, 0, 1, place, 1, y, 1, this.lattice.permutation, this.gradients);
    return value[0]!;
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
    const { farthest, permutation } = this.lattice;
    if (!(reach(xs, count, frequency) < farthest && Math.abs(y) < farthest)) return;
    addSimplexRow(out, at, count, xs, frequency, y, amplitude, permutation, this.gradients);
  }
}

function addSimplexRow(
  out: Float64Array,
  at: number,
  count: number,
  xs: Float64Array,
  frequency: number,
  y: number,
  amplitude: number,
  p: Uint8Array,
  gradients: Uint8Array,
): void {
  for (let k = 0; k < count; k++) {
    const x = xs[k]! * frequency;
    const s = (x + y) * F;
    const i = cellOf(x + s);
    const j = cellOf(y + s);
    const t = (i + j) * G;
    const x0 = x - (i - t);
    const y0 = y - (j - t);
    const i1 = x0 > y0 ? 1 : 0;
    const x1 = x0 - i1 + G;
    const y1 = y0 - (1 - i1) + G;
    const x2 = x0 - 1 + 2 * G;
    const y2 = y0 - 1 + 2 * G;
    const a = i & 255;
    const b = j & 255;
    let sum = 0;
    const k0 = 0.5 - x0 * x0 - y0 * y0;
    if (k0 >= 0) {
      const g = gradients[a + p[b]!]!;
      const q = k0 * k0;
      sum += q * q * (GX[g]! * x0 + GY[g]! * y0);
    }
    const k1 = 0.5 - x1 * x1 - y1 * y1;
    if (k1 >= 0) {
      const g = gradients[a + i1 + p[b + 1 - i1]!]!;
      const q = k1 * k1;
      sum += q * q * (GX[g]! * x1 + GY[g]! * y1);
    }
    const k2 = 0.5 - x2 * x2 - y2 * y2;
    if (k2 >= 0) {
      const g = gradients[a + 1 + p[b + 1]!]!;
      const q = k2 * k2;
      sum += q * q * (GX[g]! * x2 + GY[g]! * y2);
    }
    out[at + k] = out[at + k]! + 70 * sum * amplitude;
  }
}
