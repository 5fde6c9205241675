/**
 * Wang tiles with coloured corners (A. Lagae and P. Dutre, "An alternative for Wang tiles", 2006). Every corner of the
 * grid has a colour, every colour a patch of the input; a tile is mixed from the patches of its four corners. Along a
 * shared edge only the two corners on it matter, so that tiles fit wherever their corners do, also across the borders.
 * Mixing keeps the contrast: deviations from the mean are divided by the length of the weights.
 */
import { cellHash, modulo } from '../noise/cell-hash.ts';
import type { BandOperation } from './types.ts';

export const cornerTiles: BandOperation<'corner_tiles'> = {
  random: ['input'],
  bands(node, { width, height, seed }) {
    const [nx, ny] = node.tiles;
    const columns = tilePositions(width, nx, node.blend_width);
    const lines = tilePositions(height, ny, node.blend_width);
    const patches = Array.from({ length: node.colors }, (_, color) => [
      patchCentre(cellHash(seed, color, 0, 1), width, Math.ceil(width / nx)),
      patchCentre(cellHash(seed, color, 0, 2), height, Math.ceil(height / ny)),
    ]).flat();
    const colorAt = (i: number, j: number) => 2 * (cellHash(seed, modulo(i, nx), modulo(j, ny), 0) % node.colors);
    let mean: number | undefined;
    return (out, inputs, { y, rows }) => {
      const input = inputs[0]!;
      mean ??= meanOf(input);
      for (let row = 0; row < rows; row++) {
        const v = y + row;
        const j = lines.tile[v]!;
        const wy = lines.weight[v]!;
        for (let x = 0; x < width; x++) {
          const i = columns.tile[x]!;
          const wx = columns.weight[x]!;
          let sum = 0;
          let squares = 0;
          for (let corner = 0; corner < 4; corner++) {
            const right = corner & 1;
            const below = corner >> 1;
            const weight = (right ? wx : 1 - wx) * (below ? wy : 1 - wy);
            if (weight === 0) continue;
            const color = colorAt(i + right, j + below);
            const sx = modulo(patches[color]! + x - columns.start[i + right]!, width);
            const sy = modulo(patches[color + 1]! + v - lines.start[j + below]!, height);
            sum += weight * (input[sy * width + sx]! - mean);
            squares += weight * weight;
          }
          out[row * width + x] = mean + sum / Math.sqrt(squares);
        }
      }
    };
  },
};

interface Positions {
  /** First pixel of each tile, and of the one after the last. */
  readonly start: Int32Array;
  /** Tile of each pixel, and the weight of its farther corner. */
  readonly tile: Int32Array;
  readonly weight: Float64Array;
}

function tilePositions(n: number, tiles: number, blend: number): Positions {
  const start = Int32Array.from({ length: tiles + 1 }, (_, k) => Math.floor((k * n) / tiles));
  const tile = new Int32Array(n);
  const weight = new Float64Array(n);
  for (let k = 0; k < tiles; k++) {
    const size = start[k + 1]! - start[k]!;
    for (let i = start[k]!; i < start[k + 1]!; i++) {
      const t = blend === 0 ? ((i - start[k]!) / size < 0.5 ? 0 : 1) : ((i - start[k]!) / size - 0.5) / blend + 0.5;
      const clamped = Math.min(Math.max(t, 0), 1);
      tile[i] = k;
      weight[i] = clamped * clamped * (3 - 2 * clamped);
    }
  }
  return { start, tile, weight };
}

/** A place whose surroundings of one tile do not cross the border of the input, where there is one. */
function patchCentre(random: number, n: number, reach: number): number {
  const room = n - 2 * reach;
  return room > 0 ? reach + (random % room) : random % n;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]!;
  return sum / values.length;
}
