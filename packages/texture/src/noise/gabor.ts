/**
 * Sparse convolution noise with Gabor kernels (A. Lagae et al., "Procedural noise using sparse Gabor convolution", 2009),
 * three impulses per cell. The direction of each impulse is random, so that the noise has none.
 */
import { cos, exp, sin, tanh } from '@speccade/numerics';
import { CellRows } from './cell-rows.ts';
import { type NoiseField, reach } from './field.ts';
import { cellOf, FARTHEST } from './lattice.ts';
import { finalizeHigh, multiply } from './split-mix.ts';

const FREQUENCY = 0.9;
const SIGMA = 1.2;
const IMPULSES = 3;
/** Position, cosine and sine of the direction, phase, sign. */
const PER_IMPULSE = 6;
const PER_CELL = IMPULSES * PER_IMPULSE;
const TWO_PI = 2 * Math.PI;
const FALLOFF = -Math.PI * SIGMA * SIGMA;
const MOST_CELLS = 1 << 12;

/** About -0.75 to 0.75. */
export class GaborField implements NoiseField {
  private readonly cells: CellRows;
  private readonly sums = new Float64Array(2);

  constructor(seed: number) {
    const word = new Int32Array(2);
    this.cells = new CellRows(PER_CELL, (cells, at, cx, cy) => fillCell(cells, at, cx, cy, seed, word));
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
    const { cells, sums } = this;
    const cy = cellOf(y);
    for (let k = 0; k < count; ) {
      const start = cellOf(xs[k]! * frequency);
      let end = k;
      while (end < count && Math.abs(cellOf(xs[end]! * frequency) - start) < MOST_CELLS) end++;
      const stop = cellOf(xs[end - 1]! * frequency);
      cells.moveTo(cy, Math.min(start, stop) - 1, Math.max(start, stop) + 1);
      for (; k < end; k++) {
        const x = xs[k]! * frequency;
        const from = (cellOf(x) - 1 - cells.first) * PER_CELL;
        sums.fill(0);
        for (let j = 0; j < 3; j++) addImpulses(sums, cells.rows[j]!, from, from + 3 * PER_CELL, x, y);
        const weight = sums[1]!;
        const value = weight <= 2.220446049250313e-16 ? 0 : tanh(sums[0]! / Math.max(weight, 1e-9));
        out[at + k] = out[at + k]! + value * amplitude;
      }
    }
  }
}

function addImpulses(sums: Float64Array, row: Float64Array, from: number, to: number, x: number, y: number): void {
  let sum = sums[0]!;
  let weight = sums[1]!;
  for (let m = from; m < to; m += PER_IMPULSE) {
    const dx = x - row[m]!;
    const dy = y - row[m + 1]!;
    const r = dx * dx + dy * dy;
    if (r > 4) continue;
    const e = exp(FALLOFF * r);
    sum += row[m + 5]! * e * cos(TWO_PI * FREQUENCY * (dx * row[m + 2]! + dy * row[m + 3]!) + row[m + 4]!);
    weight += e;
  }
  sums[0] = sum;
  sums[1] = weight;
}

function fillCell(cells: Float64Array, at: number, cx: number, cy: number, seed: number, word: Int32Array): void {
  for (let m = 0; m < IMPULSES; m++) {
    const to = at + m * PER_IMPULSE;
    const stream = 8 * m + 1;
    cells[to] = cx + unit(hash(word, seed, cx, cy, stream));
    cells[to + 1] = cy + unit(hash(word, seed, cx, cy, stream + 1));
    const angle = TWO_PI * unit(hash(word, seed, cx, cy, stream + 2));
    cells[to + 2] = cos(angle);
    cells[to + 3] = sin(angle);
    cells[to + 4] = TWO_PI * unit(hash(word, seed, cx, cy, stream + 3));
    cells[to + 5] = hash(word, seed, cx, cy, stream + 4) % 2 === 0 ? 1 : -1;
  }
}

function unit(u: number): number {
  return u / 4294967295;
}

function hash(word: Int32Array, seed: number, cx: number, cy: number, stream: number): number {
  // 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F and 0x165667B19E3779F9, after XXH64.
  word[0] = cx;
  word[1] = cx < 0 ? -1 : 0;
  multiply(word, 0x9e3779b1, 0x85ebca87);
  let low = word[0]! ^ seed;
  let high = word[1]!;
  word[0] = cy;
  word[1] = cy < 0 ? -1 : 0;
  multiply(word, 0xc2b2ae3d, 0x27d4eb4f);
  low ^= word[0]!;
  high ^= word[1]!;
  word[0] = stream;
  word[1] = 0;
  multiply(word, 0x165667b1, 0x9e3779f9);
  word[0] = word[0]! ^ low;
  word[1] = word[1]! ^ high;
  return finalizeHigh(word);
}
