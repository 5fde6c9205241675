/** Rows of noise by the kernel. */
import { Arena } from './arena.ts';
import { SLACK } from './kernel.ts';

/** Noise on the lattice that {@link NoiseRows} computes. */
export interface LatticeNoise {
  readonly kind: 'perlin' | 'simplex' | 'worley';
  /** Coordinates beyond it have no noise. */
  readonly farthest: number;
  /** For Perlin and simplex noise. */
  readonly permutation?: Uint8Array;
  /** For Worley noise: where the points come from, and the cells after which they repeat. */
  readonly seed?: number;
  readonly period?: readonly [columns: number, rows: number] | undefined;
}

/** Bytes of a permutation and of its entries modulo 12. */
const TABLES = 1024;
const KINDS = { perlin: 0, simplex: 1, worley: 2 } as const;

/** Cells from the first column to the last that the kernel has room for in Worley noise. */
const MOST_CELLS = 8000;
/** Cells from one column to the next from which on it needs none; a little more than in `worley.ts`. */
const FAR = 3.01;

/** Whether the kernel can do it: the cells of Worley noise lie in a table, unless columns are far apart. */
function fits(noise: LatticeNoise, xs: Float64Array, octaves: Float64Array): boolean {
  if (noise.kind !== 'worley' || xs.length < 2) return true;
  const width = Math.abs(xs[xs.length - 1]! - xs[0]!);
  const step = Math.abs(xs[1]! - xs[0]!);
  return octaves.every((frequency, k) => {
    const scale = Math.abs(frequency);
    return k % 2 === 1 || width * scale < MOST_CELLS || step * scale > FAR;
  });
}

/** Rows of octaves of noise over columns that stay. */
export class NoiseRows {
  private readonly noise: LatticeNoise;
  private readonly xs: Float64Array;
  private readonly octaves: Float64Array;
  private readonly sum: number;
  private readonly unit: boolean;
  private readonly arena: Arena;
  private readonly size: number;
  private from = 0;
  private era = -1;
  private row = new Float64Array(0);

  /**
   * @param octaves frequency and amplitude of each, in turn
   * @param sum what the result is divided by
   * @param unit whether it is then brought from -1 ... 1 to 0 ... 1
   * @returns undefined where there is no kernel
   */
  static over(
    noise: LatticeNoise,
    xs: Float64Array,
    octaves: Float64Array,
    sum: number,
    unit: boolean,
  ): NoiseRows | undefined {
    // Bytes for a column of an octave, all that is prepared with it.
    const prepared = noise.kind === 'perlin' ? 10 * octaves.length * (xs.length + SLACK) : 0;
    const size = TABLES + octaves.byteLength + 2 * (xs.byteLength + SLACK) + prepared;
    const arena = fits(noise, xs, octaves) ? Arena.for(size) : undefined;
    return arena && new NoiseRows(noise, xs, octaves, sum, unit, arena, size);
  }

  private constructor(
    noise: LatticeNoise,
    xs: Float64Array,
    octaves: Float64Array,
    sum: number,
    unit: boolean,
    arena: Arena,
    size: number,
  ) {
    this.noise = noise;
    this.xs = xs;
    this.octaves = octaves;
    this.sum = sum;
    this.unit = unit;
    this.arena = arena;
    this.size = size;
  }

  /** Writes the noise of row y, one value per column, to out[at] and on. */
  write(out: Float64Array, at: number, y: number): void {
    const { arena, noise, octaves, xs } = this;
    if (this.era !== arena.era) this.place();
    const { kind, farthest, seed = 0, period: [cellColumns, cellRows] = [0, 0] } = noise;
    const table = this.from + TABLES;
    const row = this.row.byteOffset;
    const columns = row + xs.byteLength + SLACK;
    arena.kernel.writeNoise(
      KINDS[kind],
      row,
      columns,
      xs.length,
      y,
      table,
      octaves.length / 2,
      farthest,
      this.sum,
      this.unit ? 1 : 0,
      this.from,
      seed,
      cellColumns,
      cellRows,
    );
    out.set(this.row, at);
  }

  /** Writes what rows have in common: permutation, octaves, room for a row, columns. */
  private place(): void {
    const { arena, noise, octaves, xs } = this;
    const { kernel } = arena;
    const { permutation = new Uint8Array(0) } = noise;
    this.from = arena.take(this.size);
    this.era = arena.era;
    const { buffer } = kernel.memory;
    const tables = new Uint8Array(buffer, this.from, TABLES);
    tables.set(permutation);
    tables.set(
      permutation.map((entry) => entry % 12),
      TABLES / 2,
    );
    const table = this.from + TABLES;
    new Float64Array(buffer, table, octaves.length).set(octaves);
    this.row = new Float64Array(buffer, table + octaves.byteLength, xs.length);
    const columns = this.row.byteOffset + xs.byteLength + SLACK;
    if (noise.kind === 'perlin') {
      this.row.set(xs);
      kernel.prepareOctaves(columns, this.row.byteOffset, xs.length, table, octaves.length / 2);
    } else new Float64Array(buffer, columns, xs.length).set(xs);
  }
}
