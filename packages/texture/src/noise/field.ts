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
  /** The same for rows over columns that stay; `undefined` where there is nothing to prepare. */
  columns?(xs: Float64Array, frequency: number): ColumnNoise | undefined;
}

/** A field over the columns of a picture. */
export interface ColumnNoise {
  /** Adds `amplitude` times the noise of row `y`, a lattice coordinate, to out[at] and on. */
  addRow(out: Float64Array, at: number, y: number, amplitude: number): void;
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

  /** {@link row} for the rows of a picture. `xs` must not change. */
  over(xs: Float64Array): RowOfColumns {
    const { frequencies, amplitudes, field, sum } = this;
    const columns = Array.from(frequencies, (frequency) => field.columns?.(xs, frequency));
    if (columns.includes(undefined)) return (out, at, y) => this.row(out, at, xs.length, xs, y);
    return (out, at, y) => {
      out.fill(0, at, at + xs.length);
      for (let k = 0; k < columns.length; k++) {
        if (amplitudes[k] !== 0) columns[k]!.addRow(out, at, y * frequencies[k]!, amplitudes[k]!);
      }
      divideRow(out, at, xs.length, sum);
    };
  }
}

function divideRow(out: Float64Array, at: number, count: number, by: number): void {
  if (by === 1) return;
  for (let k = at; k < at + count; k++) out[k] = out[k]! / by;
}
