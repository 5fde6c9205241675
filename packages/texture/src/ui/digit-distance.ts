/** How far every pixel of a cell is from a character: the one thing that text, outline and glow are drawn from. */

import { hypot, polyline } from '../draw/distance.ts';
import { glyphOf } from '../font/glyphs.ts';
import { DIGIT_STROKES, FIELD, HALF_STROKE } from './digit-strokes.ts';

/** Signed distances in pixels, row by row. */
export interface DistanceField {
  readonly width: number;
  readonly height: number;
  readonly distance: Float64Array;
}

/** A smooth character of `glyphWidth` × `glyphHeight` pixels with a rim around it: Euclidean, negative inside. */
export function strokeField(character: string, glyphWidth: number, glyphHeight: number, rim: number): DistanceField {
  const width = glyphWidth + 2 * rim;
  const height = glyphHeight + 2 * rim;
  const distance = new Float64Array(width * height);
  const scaleX = glyphWidth / FIELD.width;
  const scaleY = glyphHeight / FIELD.height;
  const half = HALF_STROKE * Math.min(scaleX, scaleY);
  const lines = DIGIT_STROKES[character]!.map((line) =>
    Float64Array.from(line, (value, i) => rim + value * (i % 2 === 0 ? scaleX : scaleY)),
  );
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let d = Infinity;
      for (const line of lines) d = Math.min(d, polyline(x + 0.5, y + 0.5, line));
      distance[y * width + x] = d - half;
    }
  }
  return { width, height, distance };
}

/** Which pixels of the cell a 5 × 7 character covers, scaled by nearest neighbour. */
export function pixelMask(character: string, glyphWidth: number, glyphHeight: number, rim: number): Uint8Array {
  const rows = glyphOf('5x7', character.charCodeAt(0));
  const width = glyphWidth + 2 * rim;
  const mask = new Uint8Array(width * (glyphHeight + 2 * rim));
  for (let y = 0; y < glyphHeight; y++) {
    const row = Math.floor((y * 7) / glyphHeight) * 5;
    for (let x = 0; x < glyphWidth; x++) {
      mask[(y + rim) * width + x + rim] = rows[row + Math.floor((x * 5) / glyphWidth)]!;
    }
  }
  return mask;
}

/** Whether a lit pixel lies within `reach` pixels in both directions, of every pixel: a square dilation, separable. */
export function dilated(mask: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const across = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    spread(mask, across, y * width, 1, width, reach);
  }
  const both = new Uint8Array(mask.length);
  for (let x = 0; x < width; x++) {
    spread(across, both, x, width, height, reach);
  }
  return both;
}

/** One line of a dilation: what is lit stays lit for `reach` more steps, both ways. */
function spread(from: Uint8Array, to: Uint8Array, start: number, step: number, count: number, reach: number): void {
  let left = -1;
  for (let i = 0, at = start; i < count; i++, at += step) {
    left = from[at] ? reach : left - 1;
    if (left >= 0) to[at] = 1;
  }
  left = -1;
  for (let i = count - 1, at = start + (count - 1) * step; i >= 0; i--, at -= step) {
    left = from[at] ? reach : left - 1;
    if (left >= 0) to[at] = 1;
  }
}

/**
 * The distance of every pixel to the nearest lit one, by two passes of an 8-neighbour sweep that carries the nearest
 * pixel along (P.-E. Danielsson, "Euclidean distance mapping", 1980): exact but for rare pixels, where it is a fraction
 * of a pixel too large. `Infinity` where nothing is lit.
 */
export function distanceTo(mask: Uint8Array, width: number, height: number): Float64Array {
  const dx = new Float64Array(mask.length);
  const dy = new Float64Array(mask.length).fill(Infinity);
  for (let i = 0; i < mask.length; i++) if (mask[i]) dy[i] = 0;
  const look = (at: number, x: number, y: number, ox: number, oy: number) => {
    if (x + ox < 0 || x + ox >= width || y + oy < 0 || y + oy >= height) return;
    const from = at + oy * width + ox;
    const nx = dx[from]! + ox;
    const ny = dy[from]! + oy;
    if (nx * nx + ny * ny < dx[at]! * dx[at]! + dy[at]! * dy[at]!) {
      dx[at] = nx;
      dy[at] = ny;
    }
  };
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      for (let ox = -1; ox <= 1; ox++) look(at, x, y, ox, -1);
      look(at, x, y, -1, 0);
    }
    for (let x = width - 1; x >= 0; x--) look(y * width + x, x, y, 1, 0);
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      const at = y * width + x;
      for (let ox = -1; ox <= 1; ox++) look(at, x, y, ox, 1);
      look(at, x, y, 1, 0);
    }
    for (let x = 0; x < width; x++) look(y * width + x, x, y, -1, 0);
  }
  return dx.map((value, i) => hypot(value, dy[i]!));
}
