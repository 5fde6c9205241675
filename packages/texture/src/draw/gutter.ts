/** Gutters: pixels around a piece of an atlas that repeat its edge, so that filtering does not bring in its neighbour. */
import type { Surface } from './surface.ts';

/**
 * Repeats the edge pixels of the rectangle to its left, top, right and bottom by so many pixels, corners included, as far
 * as the surface goes. The rectangle must lie on the surface; an empty one has no edge and is left alone.
 */
export function replicateEdges(
  s: Surface,
  x: number,
  y: number,
  width: number,
  height: number,
  left: number,
  top: number = left,
  right: number = left,
  bottom: number = left,
): void {
  if (width <= 0 || height <= 0) return;
  const { data } = s;
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  const from = Math.max(0, x - left);
  const to = Math.min(s.width, x + width + right);
  for (let row = y; row < y + height; row++) {
    const start = row * s.width;
    words.fill(words[start + x]!, start + from, start + x);
    words.fill(words[start + x + width - 1]!, start + x + width, start + to);
  }
  const upper = y * s.width;
  for (let row = Math.max(0, y - top); row < y; row++) {
    words.copyWithin(row * s.width + from, upper + from, upper + to);
  }
  const lower = (y + height - 1) * s.width;
  for (let row = y + height; row < Math.min(s.height, y + height + bottom); row++) {
    words.copyWithin(row * s.width + from, lower + from, lower + to);
  }
}
