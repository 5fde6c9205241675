/** What follows from heights beside normals: ambient occlusion and curvature. One gray unit is eight pixels high, as there. */
import type { BandOperation } from './types.ts';

const UNIT_HEIGHT = 8;
const DIRECTIONS = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

/**
 * 1 less the mean sine of the horizon's elevation in eight directions (after L. Bavoil et al., "Image-space horizon-based
 * ambient occlusion", 2008), across the borders. `strength` multiplies the heights.
 */
export const ambientOcclusion: BandOperation<'ambient_occlusion'> = {
  random: ['input'],
  bands: ({ radius, strength }, { width, height }) => {
    const best = new Float64Array(width);
    return (out, inputs, { y, rows }) => {
      for (let row = 0; row < rows; row++) {
        const at = row * width;
        out.fill(0, at, at + width);
        for (const [dx, dy] of DIRECTIONS) {
          best.fill(0);
          for (let r = 1; r <= radius; r++) {
            const length = r * Math.sqrt(dx * dx + dy * dy);
            const line = (((y + row + dy * r) % height) + height) % height;
            raise(best, inputs[0]!, (y + row) * width, line * width, dx * r, (strength * UNIT_HEIGHT) / length);
          }
          for (let x = 0; x < width; x++) out[at + x] = out[at + x]! + best[x]! / Math.sqrt(1 + best[x]! * best[x]!);
        }
        for (let x = 0; x < width; x++) out[at + x] = 1 - out[at + x]! / DIRECTIONS.length;
      }
    };
  },
};

function raise(best: Float64Array, h: Float64Array, here: number, there: number, dx: number, scale: number): void {
  const width = best.length;
  let from = ((dx % width) + width) % width;
  for (let x = 0; x < width; x++) {
    const slope = (h[there + from]! - h[here + x]!) * scale;
    if (slope > best[x]!) best[x] = slope;
    from = from + 1 === width ? 0 : from + 1;
  }
}

/** 0.5 on planes, more on ridges, less in grooves: the height above the mean of the eight neighbours. */
export const curvature: BandOperation<'curvature'> = {
  random: ['input'],
  bands:
    ({ strength }, { width, height }) =>
    (out, inputs, { y, rows }) => {
      const h = inputs[0]!;
      for (let row = 0, k = 0; row < rows; row++) {
        const here = (y + row) * width;
        const above = ((y + row + height - 1) % height) * width;
        const below = ((y + row + 1) % height) * width;
        for (let x = 0; x < width; x++, k++) {
          const left = x === 0 ? width - 1 : x - 1;
          const right = x === width - 1 ? 0 : x + 1;
          const sum =
            h[above + left]! +
            h[above + x]! +
            h[above + right]! +
            h[here + left]! +
            h[here + right]! +
            h[below + left]! +
            h[below + x]! +
            h[below + right]!;
          out[k] = 0.5 + (strength * UNIT_HEIGHT * (h[here + x]! - sum / 8)) / 2;
        }
      }
    },
};
