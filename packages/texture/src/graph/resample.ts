/** Operations that move pixels by any fraction of one: bilinear between four, or nearest. Pictures repeat beyond borders. */
import { cos, sin } from '@speccade/numerics';
import { wrap } from './sampled.ts';
import type { BandOperation } from './types.ts';

function sample(input: Float64Array, width: number, height: number, x: number, y: number, bilinear: boolean): number {
  if (!bilinear) return input[wrap(Math.round(y), height) * width + wrap(Math.round(x), width)]!;
  const fx = x - Math.floor(x);
  const fy = y - Math.floor(y);
  const x0 = wrap(Math.floor(x), width);
  const y0 = wrap(Math.floor(y), height) * width;
  const x1 = x0 + 1 === width ? 0 : x0 + 1;
  const y1 = y0 + width === width * height ? 0 : y0 + width;
  const top = input[y0 + x0]! + (fx > 0 ? fx * (input[y0 + x1]! - input[y0 + x0]!) : 0);
  const bottom = input[y1 + x0]! + (fx > 0 ? fx * (input[y1 + x1]! - input[y1 + x0]!) : 0);
  return top + (fy > 0 ? fy * (bottom - top) : 0);
}

/** Moves by (2 x - 1, 2 y - 1) times the strength; a map that is left out does not move. */
export const warp2d: BandOperation<'warp_2d'> = {
  random: ['input'],
  bands: ({ strength, sampling }, { width, height }) => {
    const bilinear = sampling === 'bilinear';
    return (out, inputs, { y, rows }) => {
      const [input, dx, dy] = inputs as [Float64Array, Float64Array | undefined, Float64Array | undefined];
      for (let row = 0, k = 0; row < rows; row++) {
        for (let x = 0; x < width; x++, k++) {
          const sx = dx ? x + (dx[k]! - 0.5) * 2 * strength : x;
          const sy = dy ? y + row + (dy[k]! - 0.5) * 2 * strength : y + row;
          out[k] = sample(input, width, height, sx, sy, bilinear);
        }
      }
    };
  },
};

/** Turns, scales and shifts about the middle; a scale above 1 shrinks the pattern, as in `uv_scale`. */
export const transform: BandOperation<'transform'> = {
  random: ['input'],
  bands: ({ scale, angle, offset, sampling }, { width, height }) => {
    const radians = (angle / 180) * Math.PI;
    // Quarter turns are exact, so that they move whole pixels.
    const quarter = angle % 90 === 0 ? wrap(angle / 90, 4) : -1;
    const c = quarter >= 0 ? [1, 0, -1, 0][quarter]! : cos(radians);
    const s = quarter >= 0 ? [0, 1, 0, -1][quarter]! : sin(radians);
    const bilinear = sampling === 'bilinear';
    return (out, inputs, { y, rows }) => {
      for (let row = 0, k = 0; row < rows; row++) {
        const dy = y + row - height / 2;
        for (let x = 0; x < width; x++, k++) {
          const dx = x - width / 2;
          const sx = (dx * c - dy * s) * scale[0] + width / 2 + offset[0] * width;
          const sy = (dx * s + dy * c) * scale[1] + height / 2 + offset[1] * height;
          out[k] = sample(inputs[0]!, width, height, sx, sy, bilinear);
        }
      }
    };
  },
};
