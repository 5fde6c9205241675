/** Pictures at the size of a cell: smaller ones grow by whole factors, larger ones are averaged. */
import type { Picture } from '../analysis/read-png.ts';
import { createSurface, type Surface } from '../draw/surface.ts';

/** The picture as 8-bit RGBA, at most `size` pixels wide and high, in its own proportions. */
export function fitInto(picture: Picture, size: number): Surface {
  const { width, height } = picture;
  const largest = Math.max(width, height);
  if (largest <= size) return enlarged(picture, Math.max(1, Math.floor(size / largest)));
  const out = createSurface(
    Math.max(1, Math.round((width * size) / largest)),
    Math.max(1, Math.round((height * size) / largest)),
  );
  const levels = new Float64Array(4);
  for (let y = 0; y < out.height; y++) {
    const [top, bottom] = span(y, out.height, height);
    for (let x = 0; x < out.width; x++) {
      const [left, right] = span(x, out.width, width);
      average(picture, left, top, right, bottom, levels);
      const at = 4 * (y * out.width + x);
      for (let c = 0; c < 4; c++) out.data[at + c] = Math.round(levels[c]!);
    }
  }
  return out;
}

function span(at: number, cells: number, pixels: number): [from: number, to: number] {
  const from = Math.floor((at * pixels) / cells);
  return [from, Math.max(from + 1, Math.floor(((at + 1) * pixels) / cells))];
}

function enlarged(picture: Picture, factor: number): Surface {
  const out = createSurface(picture.width * factor, picture.height * factor);
  const levels = new Float64Array(4);
  for (let y = 0; y < out.height; y++) {
    for (let x = 0; x < out.width; x++) {
      levelsOf(picture, Math.floor(x / factor), Math.floor(y / factor), levels);
      out.data.set(levels, 4 * (y * out.width + x));
    }
  }
  return out;
}

/** Writes the mean of a rectangle to `out`; colours count by their alpha. */
function average(picture: Picture, left: number, top: number, right: number, bottom: number, out: Float64Array): void {
  const levels = new Float64Array(4);
  let [r, g, b, a] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      levelsOf(picture, x, y, levels);
      const alpha = levels[3]!;
      r += levels[0]! * alpha;
      g += levels[1]! * alpha;
      b += levels[2]! * alpha;
      a += alpha;
    }
  }
  const weight = a > 0 ? a : 1;
  out[0] = r / weight;
  out[1] = g / weight;
  out[2] = b / weight;
  out[3] = a / ((right - left) * (bottom - top));
}

/** Writes red, green, blue and alpha of a pixel, 0 to 255, to `out`. */
function levelsOf({ data, channels, white, width }: Picture, x: number, y: number, out: Float64Array): void {
  const at = (y * width + x) * channels;
  const scale = 255 / white;
  const gray = channels < 3;
  out[0] = data[at]! * scale;
  out[1] = data[at + (gray ? 0 : 1)]! * scale;
  out[2] = data[at + (gray ? 0 : 2)]! * scale;
  out[3] = channels === 2 ? data[at + 1]! * scale : channels === 4 ? data[at + 3]! * scale : 255;
}
