/** Rows of normals of a picture of heights, across its borders. */
import { NormalRows, type NormalSettings } from '../wasm/normal-rows.ts';

/** Writes red, green and blue of row y, 0 to 1, to out[at] and on, each `stride` after the last. */
export type WriteNormals = (out: Float64Array, at: number, stride: number, y: number) => void;

export function normalRows(
  heights: Float64Array,
  width: number,
  height: number,
  settings: NormalSettings,
): WriteNormals {
  const rows = NormalRows.of(heights, width, height, settings);
  return rows ? (out, at, stride, y) => rows.write(out, at, stride, y) : plainRows(heights, width, height, settings);
}

/** {@link normalRows} without WebAssembly. */
export function plainRows(
  heights: Float64Array,
  width: number,
  height: number,
  { strengthX, strengthY, sobel }: NormalSettings,
): WriteNormals {
  return (out, at, stride, y) => {
    const above = ((y + height - 1) % height) * width;
    const below = ((y + 1) % height) * width;
    normalRow(out, at, stride, heights, above, y * width, below, width, strengthX, strengthY, sobel);
  };
}

function normalRow(
  out: Float64Array,
  at: number,
  stride: number,
  h: Float64Array,
  above: number,
  here: number,
  below: number,
  width: number,
  strengthX: number,
  strengthY: number,
  sobel: boolean,
): void {
  for (let x = 0; x < width; x++) {
    const left = x === 0 ? width - 1 : x - 1;
    const right = x === width - 1 ? 0 : x + 1;
    let dx = h[here + right]! - h[here + left]!;
    let dy = h[below + x]! - h[above + x]!;
    if (sobel) {
      const tl = h[above + left]!;
      const tr = h[above + right]!;
      const bl = h[below + left]!;
      const br = h[below + right]!;
      dx = tr + 2 * h[here + right]! + br - (tl + 2 * h[here + left]! + bl);
      dy = bl + 2 * h[below + x]! + br - (tl + 2 * h[above + x]! + tr);
    }
    const gx = strengthX * dx;
    const gy = strengthY * dy;
    const length = Math.sqrt(gx * gx + gy * gy + 1);
    out[at + x] = (-gx / length + 1) / 2;
    out[at + x + stride] = (gy / length + 1) / 2;
    out[at + x + 2 * stride] = (1 / length + 1) / 2;
  }
}
