/** Walls and tilings: heights of bricks and hexagons above the gaps between them, which are 0. */
import { cellUnit, modulo } from '../noise/cell-hash.ts';
import type { BandOperation } from './types.ts';

const HALF_SQRT_3 = Math.sqrt(3) / 2;

export const bricks: BandOperation<'bricks'> = {
  bands(node, { width, height, seed }) {
    const { columns, rows, row_offset, variation } = node;
    const brickWidth = width / columns;
    const brickHeight = height / rows;
    const gap = (node.mortar * brickHeight) / 2;
    const bevel = Math.max(node.bevel * brickHeight, 1e-9);
    return (out, _inputs, band) => {
      for (let row = 0, k = 0; row < band.rows; row++) {
        const v = (band.y + row + 0.5) / brickHeight;
        const j = Math.floor(v);
        const ly = (v - j) * brickHeight;
        const shift = j % 2 === 0 ? 0 : row_offset;
        for (let x = 0; x < width; x++, k++) {
          const u = (x + 0.5) / brickWidth + shift;
          const i = Math.floor(u);
          const lx = (u - i) * brickWidth;
          const inside = Math.min(lx, brickWidth - lx, ly, brickHeight - ly) - gap;
          const tone = variation === 0 ? 1 : 1 - variation * cellUnit(seed, modulo(i, columns), j, 0);
          out[k] = inside <= 0 ? 0 : Math.min(inside / bevel, 1) * tone;
        }
      }
    };
  },
};

export const hexagons: BandOperation<'hexagons'> = {
  bands(node, { width, height, seed }) {
    const { columns, rows, variation } = node;
    const edge = 1 - node.gap;
    const bevel = Math.max(node.bevel, 1e-9);
    return (out, _inputs, band) => {
      for (let row = 0, k = 0; row < band.rows; row++) {
        const v = ((band.y + row + 0.5) * rows) / height;
        for (let x = 0; x < width; x++, k++) {
          const u = ((x + 0.5) * columns) / width;
          let least = Number.POSITIVE_INFINITY;
          let [ci, cj] = [0, 0];
          // Every second row of centres is half a hexagon to the right.
          for (let j = Math.floor(v) - 1; j <= Math.floor(v) + 1; j++) {
            const shift = modulo(j, 2) === 0 ? 0.5 : 1;
            const i = Math.floor(u - shift + 0.5);
            const dx = Math.abs(u - shift - i);
            const dy = Math.abs(v - 0.5 - j) * HALF_SQRT_3;
            const m = 2 * Math.max(dx, 0.5 * dx + HALF_SQRT_3 * dy);
            if (m < least) {
              least = m;
              ci = i;
              cj = j;
            }
          }
          const rise = (edge - least) / bevel;
          const tone = variation === 0 ? 1 : 1 - variation * cellUnit(seed, modulo(ci, columns), modulo(cj, rows), 0);
          out[k] = rise <= 0 ? 0 : Math.min(rise, 1) * tone;
        }
      }
    };
  },
};
