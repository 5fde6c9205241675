/** An 8-bit RGBA picture with straight alpha, transparent black at first, and solid rectangles on it. */
import { BackendError } from '@speccade/spec';

export interface Surface {
  readonly width: number;
  readonly height: number;
  /** Rows from the top, four bytes a pixel. */
  readonly data: Uint8Array;
}

/** A gigabyte of pixels: more than any budget allows, and about what a JavaScript engine gives in one piece. */
const MAX_PIXELS = 0x1000_0000;

/** Throws `BackendError` (TEXTURE_002) for sizes that no engine has the memory for. */
export function createSurface(width: number, height: number): Surface {
  if (width * height > MAX_PIXELS) {
    throw new BackendError([
      {
        code: 'TEXTURE_002',
        severity: 'error',
        path: 'recipe.params',
        message: `a picture of ${width} x ${height} pixels is too large to be made in memory`,
        expected: `at most ${MAX_PIXELS} pixels`,
        found: String(width * height),
      },
    ]);
  }
  return { width, height, data: new Uint8Array(width * height * 4) };
}

/** A channel of 0 to 1 as a byte: clamped, rounded to the nearest, ties up; NaN is 0. */
export function toByte(value: number): number {
  if (!(value > 0)) return 0;
  return value >= 1 ? 255 : Math.round(value * 255);
}

/** A colour of four channels as one little-endian word. */
export function packColor([r, g, b, a]: readonly [number, number, number, number]): number {
  return (toByte(r) | (toByte(g) << 8) | (toByte(b) << 16) | (toByte(a) << 24)) >>> 0;
}

/** Sets a pixel to a packed colour. */
export function setPixel({ data, width }: Surface, x: number, y: number, color: number): void {
  const at = (y * width + x) * 4;
  data[at] = color;
  data[at + 1] = color >>> 8;
  data[at + 2] = color >>> 16;
  data[at + 3] = color >>> 24;
}

/** Overwrites a rectangle, as far as it lies on the surface. */
export function fillRect(s: Surface, x: number, y: number, width: number, height: number, color: number): void {
  const left = Math.max(0, x);
  const right = Math.min(s.width, x + width);
  const top = Math.max(0, y);
  const bottom = Math.min(s.height, y + height);
  if (left >= right || top >= bottom) return;
  for (let column = left; column < right; column++) setPixel(s, column, top, color);
  const first = (top * s.width + left) * 4;
  const end = (top * s.width + right) * 4;
  for (let row = top + 1; row < bottom; row++) s.data.copyWithin((row * s.width + left) * 4, first, end);
}

/** Lays a colour over a rectangle that lies on the surface: Porter and Duff's "over" with straight alpha. */
export function blendRect(
  s: Surface,
  x: number,
  y: number,
  width: number,
  height: number,
  [r, g, b, a]: readonly [number, number, number, number],
): void {
  const { data } = s;
  for (let row = y; row < y + height; row++) {
    for (let at = (row * s.width + x) * 4, end = at + width * 4; at < end; at += 4) {
      const below = (data[at + 3]! / 255) * (1 - a);
      const alpha = a + below;
      const share = alpha > 0 ? a / alpha : 0;
      data[at] = toByte(r * share + (data[at]! / 255) * (1 - share));
      data[at + 1] = toByte(g * share + (data[at + 1]! / 255) * (1 - share));
      data[at + 2] = toByte(b * share + (data[at + 2]! / 255) * (1 - share));
      data[at + 3] = toByte(alpha);
    }
  }
}
