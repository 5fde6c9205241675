/**
 * Two-dimensional simplex noise (K. Perlin, "Noise hardware", 2001; S. Gustavson, "Simplex noise demystified", 2005) with
 * a permutation that the seed decides. Roughly -1 to 1.
 */
import { Pcg32 } from '@speccade/numerics';

const SKEW = 0.3660254037844386;
const UNSKEW = 0.21132486540518713;
/** x and y of twelve gradients. */
const GRADIENTS = new Int8Array([1, 1, -1, 1, 1, -1, -1, -1, 1, 0, -1, 0, 1, 0, -1, 0, 0, 1, 0, -1, 0, 1, 0, -1]);

/** A shuffled table of 0 to 255, twice. */
export function permutation(seed: number): Uint8Array {
  const table = new Uint8Array(512);
  const rng = new Pcg32(seed);
  for (let i = 0; i < 256; i++) table[i] = i;
  for (let i = 255; i > 0; i--) {
    const j = rng.usizeInclusive(0, i);
    const moved = table[i]!;
    table[i] = table[j]!;
    table[j] = moved;
  }
  table.copyWithin(256, 0, 256);
  return table;
}

/** Noise at (x, y). Whole negative coordinates belong to the cell below theirs, which published results depend on. */
export function simplex(table: Uint8Array, x: number, y: number): number {
  const s = (x + y) * SKEW;
  const i = cellOf(x + s);
  const j = cellOf(y + s);
  const t = (i + j) * UNSKEW;
  const x0 = x - (i - t);
  const y0 = y - (j - t);
  const i1 = x0 > y0 ? 1 : 0;
  const j1 = 1 - i1;
  const ii = i & 255;
  const jj = j & 255;
  const first = corner(table[ii + table[jj]!]!, x0, y0);
  const middle = corner(table[ii + i1 + table[jj + j1]!]!, x0 - i1 + UNSKEW, y0 - j1 + UNSKEW);
  const last = corner(table[ii + 1 + table[jj + 1]!]!, x0 - 1 + 2 * UNSKEW, y0 - 1 + 2 * UNSKEW);
  return 70 * (first + middle + last);
}

function corner(hash: number, dx: number, dy: number): number {
  const k = 0.5 - dx * dx - dy * dy;
  if (k < 0) return 0;
  const g = (hash % 12) * 2;
  const k2 = k * k;
  return k2 * k2 * (GRADIENTS[g]! * dx + GRADIENTS[g + 1]! * dy);
}

function cellOf(x: number): number {
  return x >= 0 ? Math.trunc(x) : Math.trunc(x) - 1;
}

/** Four octaves, each of twice the frequency and half the weight of the one before. */
export function fractal(table: Uint8Array, x: number, y: number): number {
  let sum = 0;
  let weights = 0;
  let frequency = 1;
  let weight = 1;
  for (let octave = 0; octave < 4; octave++) {
    sum += simplex(table, x * frequency, y * frequency) * weight;
    weights += weight;
    weight *= 0.5;
    frequency *= 2;
  }
  return sum / weights;
}
