import { type LatticeNoise, NoiseRows } from '../wasm/noise-rows.ts';

/** A function of the plane that is evaluated row by row. */
export interface NoiseField {
  /**
   * Adds `amplitude` times the noise at (xs[k] frequency, y) to out[at + k], k < count. `y` is a lattice coordinate
   * already; xs ascend or descend.
   */
  addRow(
    out: Float64Array,
    at: number,
    count: number,
    xs: Float64Array,
    frequency: number,
    y: number,
    amplitude: number,
  ): void;
  /** What the kernel has to know to do the same. */
  readonly lattice?: LatticeNoise;
}

/** Writes the noise of row y, one value per column, to out[at] and on. */
export type RowOfColumns = (out: Float64Array, at: number, y: number) => void;

/** Octaves of a field, all with the same origin, divided by the sum of their weights. */
export class Fbm {
  private readonly frequencies: Float64Array;
  private readonly amplitudes: Float64Array;
  private readonly field: NoiseField;
  private readonly sum: number;

  constructor(field: NoiseField, octaves: number, persistence: number, lacunarity: number) {
    this.field = field;
    this.frequencies = new Float64Array(octaves);
    this.amplitudes = new Float64Array(octaves);
    let sum = 0;
    for (let k = 0, frequency = 1, amplitude = 1; k < octaves; k++) {
      this.frequencies[k] = frequency;
      this.amplitudes[k] = amplitude;
      sum += amplitude;
      frequency *= lacunarity;
      amplitude *= persistence;
    }
    this.sum = sum;
  }

  /** out[at + k] = noise at (xs[k], y). */
  row(out: Float64Array, at: number, count: number, xs: Float64Array, y: number): void {
    out.fill(0, at, at + count);
    const { frequencies, amplitudes, field } = this;
    for (let k = 0; k < frequencies.length; k++) {
      const frequency = frequencies[k]!;
      // An octave without weight would only turn an overflow into NaN.
      if (amplitudes[k] !== 0) field.addRow(out, at, count, xs, frequency, y * frequency, amplitudes[k]!);
    }
    divideRow(out, at, count, this.sum);
  }

  /** {@link row} for the rows of a picture; with `unit` from 0 to 1 instead of from -1. `xs` must not change. */
  over(xs: Float64Array, unit = false): RowOfColumns {
    const { field, sum } = this;
    const { lattice } = field;
    const rows = lattice && NoiseRows.over(lattice, xs, this.octavesWithin(xs, lattice.farthest), sum, unit);
    if (rows) return (out, at, y) => rows.write(out, at, y);
    return (out, at, y) => {
      this.row(out, at, xs.length, xs, y);
      if (unit) for (let k = at; k < at + xs.length; k++) out[k] = (out[k]! + 1) / 2;
    };
  }

  /** Frequency and amplitude of each octave that has a weight and keeps to the lattice. */
  private octavesWithin(xs: Float64Array, farthest: number): Float64Array {
    const { frequencies, amplitudes } = this;
    const counts = (_: number, k: number) => amplitudes[k] !== 0 && reach(xs, xs.length, frequencies[k]!) < farthest;
    return Float64Array.from([...frequencies.keys()].filter(counts).flatMap((k) => [frequencies[k]!, amplitudes[k]!]));
  }
}

/** The largest coordinate of a row, without its sign. */
export function reach(xs: Float64Array, count: number, frequency: number): number {
  return Math.max(Math.abs(xs[0]! * frequency), Math.abs(xs[count - 1]! * frequency));
}

function divideRow(out: Float64Array, at: number, count: number, by: number): void {
  if (by === 1) return;
  for (let k = at; k < at + count; k++) out[k] = out[k]! / by;
}
