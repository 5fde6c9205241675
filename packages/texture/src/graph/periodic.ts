/** Noise and cells whose pattern closes at the borders of the picture. */
import type { NodeOf } from '@speccade/spec/kinds/texture';
import { periodicWorley, voronoiCells, voronoiEdges } from '../noise/periodic-cells.ts';
import { periodicGabor } from '../noise/periodic-gabor.ts';
import { type PeriodicRow, periodicPerlin, periodicValue } from '../noise/periodic-lattice.ts';
import type { BandOperation } from './types.ts';

/** From octave to octave, so that they have no common origin. */
const SEED_STEP = 0x9e3779b9;

function basisOf(node: NodeOf<'periodic_noise'>, columns: number, rows: number, seed: number): PeriodicRow {
  switch (node.basis) {
    case 'perlin':
      return periodicPerlin(columns, rows, seed);
    case 'value':
      return periodicValue(columns, rows, seed);
    case 'worley':
      return periodicWorley(columns, rows, seed, node.jitter, node.metric, node.feature);
    case 'gabor':
      return periodicGabor(columns, rows, seed, node.frequency, node.angle, node.spread);
  }
}

export const periodicNoise: BandOperation<'periodic_noise'> = {
  bands(node, { width, height, seed }) {
    const octaves: { row: PeriodicRow; rows: number; weight: number }[] = [];
    let sum = 0;
    let [columns, rows] = node.cells;
    for (let k = 0, weight = 1; k < node.octaves && weight > 0; k++, weight *= node.persistence) {
      octaves.push({ row: basisOf(node, columns, rows, (seed + Math.imul(k, SEED_STEP)) >>> 0), rows, weight });
      sum += weight;
      columns *= node.lacunarity;
      rows *= node.lacunarity;
    }
    const line = new Float64Array(width);
    const fractal = node.fractal === 'fbm' ? 0 : node.fractal === 'ridged' ? 1 : 2;
    return (out, _inputs, band) => {
      for (let row = 0; row < band.rows; row++) {
        const at = row * width;
        out.fill(0, at, at + width);
        for (const octave of octaves) {
          octave.row(line, width, ((band.y + row) * octave.rows) / height);
          addOctave(out, at, line, octave.weight / sum, fractal);
        }
      }
    };
  },
};

/** Adds an octave to values that are 0 to 1 in the end. */
function addOctave(out: Float64Array, at: number, line: Float64Array, weight: number, fractal: number): void {
  for (let x = 0; x < line.length; x++) {
    const n = line[x]!;
    const value = fractal === 0 ? (n + 1) / 2 : fractal === 1 ? 1 - Math.abs(n) : Math.abs(n);
    out[at + x] = out[at + x]! + weight * value;
  }
}

export const voronoi: BandOperation<'voronoi'> = {
  bands({ cells: [columns, rows], jitter, metric, output }, { width, height, seed }) {
    const make = output === 'cell' ? voronoiCells : voronoiEdges;
    const fill = make(columns, rows, seed, jitter, metric);
    const line = new Float64Array(width);
    return (out, _inputs, band) => {
      for (let row = 0; row < band.rows; row++) {
        fill(line, width, ((band.y + row) * rows) / height);
        out.set(line, row * width);
      }
    };
  },
};
