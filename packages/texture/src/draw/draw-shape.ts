/** Draws a named figure into a rectangle of a surface, antialiased. */
import type { Shape } from '@speccade/spec/kinds/atlas';
import { coverage } from './distance.ts';
import { FIGURES } from './shape-figures.ts';
import type { Surface } from './surface.ts';

/**
 * Overwrites the rectangle: the figure, stretched to it, in the packed colour, its alpha falling off over about one pixel
 * at the edge. Pixels outside of the figure keep the colour at alpha 0, so that filtering does not darken its edge.
 */
export function drawShape(
  s: Surface,
  shape: Shape,
  color: number,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const figure = FIGURES[shape];
  const { data } = s;
  const alpha = color >>> 24;
  // Distances are in halves of the rectangle; the shorter side decides how many pixels one is.
  const pixels = Math.min(width, height) / 2;
  for (let row = 0; row < height; row++) {
    const v = (2 * row + 1) / height - 1;
    for (let column = 0; column < width; column++) {
      const u = (2 * column + 1) / width - 1;
      const at = ((y + row) * s.width + x + column) * 4;
      data[at] = color;
      data[at + 1] = color >>> 8;
      data[at + 2] = color >>> 16;
      data[at + 3] = Math.round(alpha * coverage(figure(u, v) * pixels));
    }
  }
}
