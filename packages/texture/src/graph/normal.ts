/** Normal maps from heights: a 3 x 3 Sobel operator across the borders, green pointing up the picture. */
import { normalRows } from './normal-rows.ts';
import type { BandOperation } from './types.ts';

export const normalFromHeight: BandOperation<'normal_from_height'> = {
  random: ['input'],
  bands: ({ strength, flip_y }, { width, height }) => {
    const settings = { strengthX: strength, strengthY: flip_y ? -strength : strength, sobel: true };
    let write: ReturnType<typeof normalRows> | undefined;
    return (out, [heights], { y, rows, stride }) => {
      write ??= normalRows(heights!, width, height, settings);
      for (let row = 0; row < rows; row++) write(out, row * width, stride, y + row);
      out.fill(1, 3 * stride, 3 * stride + rows * width);
    };
  },
};
