/**
 * The noises of materials and terrains on a lattice that closes at the borders of the picture, for recipes that ask for
 * it. Simplex noise, whose lattice does not close, gives way to Perlin noise.
 */

import { modulo } from './cell-hash.ts';
import type { Period } from './cell-seed.ts';
import { Fbm, type NoiseField } from './field.ts';
import { cellOf, fade, permutation } from './lattice.ts';
import { GX, GY, PerlinField } from './perlin.ts';
import { SimplexField } from './simplex.ts';
import { WorleyField } from './worley.ts';

/** The whole number of cells next to what a scale (cells per pixel) gives for `pixels`. */
export function wholeCells(scale: number, pixels: number): number {
  return Math.min(Math.max(Math.round(Math.abs(scale) * pixels), 1), 0x10000);
}

export function perlinFbm(seed: number, octaves: number, persistence: number, period: Period): Fbm {
  const p = permutation(seed);
  const field = period ? new PeriodicPerlinField(p, period[0], period[1]) : new PerlinField(p);
  return new Fbm(field, octaves, persistence, 2);
}

export function simplexFbm(seed: number, octaves: number, persistence: number, period: Period): Fbm {
  if (period) return perlinFbm(seed, octaves, persistence, period);
  return new Fbm(new SimplexField(permutation(seed)), octaves, persistence, 2);
}

export function worleyRows(seed: number, period: Period): Fbm {
  return new Fbm(new WorleyField(seed, period), 1, 1, 1);
}

/** {@link PerlinField} with a period. Frequencies must be whole numbers. */
class PeriodicPerlinField implements NoiseField {
  private readonly p: Uint8Array;
  private readonly period: readonly [columns: number, rows: number];

  constructor(p: Uint8Array, columns: number, rows: number) {
    this.p = p;
    this.period = [columns, rows];
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
    const { p } = this;
    const columns = this.period[0] * frequency;
    const rows = this.period[1] * frequency;
    const j = cellOf(y);
    const fy = y - j;
    const v = fade(fy);
    const b0 = p[modulo(j, rows) & 255]!;
    const b1 = p[modulo(j + 1, rows) & 255]!;
    for (let k = 0; k < count; k++) {
      const x = xs[k]! * frequency;
      const i = cellOf(x);
      const fx = x - i;
      const u = fade(fx);
      const a0 = modulo(i, columns) & 255;
      const a1 = modulo(i + 1, columns) & 255;
      const n00 = dot(p[a0 + b0]! & 7, fx, fy);
      const n10 = dot(p[a1 + b0]! & 7, fx - 1, fy);
      const n01 = dot(p[a0 + b1]! & 7, fx, fy - 1);
      const n11 = dot(p[a1 + b1]! & 7, fx - 1, fy - 1);
      const top = n00 + u * (n10 - n00);
      const bottom = n01 + u * (n11 - n01);
      out[at + k] = out[at + k]! + (top + v * (bottom - top)) * amplitude;
    }
  }
}

function dot(gradient: number, x: number, y: number): number {
  return GX[gradient]! * x + GY[gradient]! * y;
}
