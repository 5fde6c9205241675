/** Normal maps from heights: a 3 x 3 Sobel operator across the borders, green pointing up the picture. */
import type { BandOperation } from './types.ts';

export const normalFromHeight: BandOperation<'normal_from_height'> = {
  random: ['input'],
  bands: ({ strength, flip_y }, { width, height }) => {
    const sign = flip_y ? -1 : 1;
    return (out, inputs, { y, rows, stride }) => {
      for (let row = 0; row < rows; row++) {
        const here = y + row;
        const above = ((here + height - 1) % height) * width;
        const below = ((here + 1) % height) * width;
        normalRow(out, row * width, stride, inputs[0]!, above, here * width, below, width, strength, sign);
      }
      out.fill(1, 3 * stride, 3 * stride + rows * width);
    };
  },
};

function normalRow(
  out: Float64Array,
  at: number,
  stride: number,
  h: Float64Array,
  above: number,
  here: number,
  below: number,
  width: number,
  strength: number,
  sign: number,
): void {
  for (let x = 0; x < width; x++) {
    const left = x === 0 ? width - 1 : x - 1;
    const right = x === width - 1 ? 0 : x + 1;
    const tl = h[above + left]!;
    const tr = h[above + right]!;
    const bl = h[below + left]!;
    const br = h[below + right]!;
    const gx = strength * (tr + 2 * h[here + right]! + br - (tl + 2 * h[here + left]! + bl));
    const gy = sign * strength * (bl + 2 * h[below + x]! + br - (tl + 2 * h[above + x]! + tr));
    const length = Math.sqrt(gx * gx + gy * gy + 1);
    out[at + x] = (-gx / length + 1) / 2;
    out[at + x + stride] = (gy / length + 1) / 2;
    out[at + x + 2 * stride] = (1 / length + 1) / 2;
  }
}
