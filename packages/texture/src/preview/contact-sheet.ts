/**
 * A contact sheet: pictures side by side in cells of one size, each with its name below, transparent parts over a
 * checkerboard. A picture that repeats is also shown two by two, so that a seam can be seen.
 */
import { encodeSmallestPng } from '@speccade/png';
import type { Picture } from '../analysis/read-png.ts';
import { createSurface, type Surface } from '../draw/surface.ts';
import { CAPTION_HEIGHT, caption } from './caption.ts';
import { fitInto } from './resize.ts';

export interface SheetItem {
  /** Printable ASCII; other characters are blank. */
  readonly name: string;
  readonly picture: Picture;
  /** Shown two by two. */
  readonly tiled?: boolean;
  /** Shown without its alpha: the fourth channel is data and no coverage. */
  readonly opaque?: boolean;
}

export interface SheetOptions {
  /** Width and height of a cell's picture in pixels, 256 by default. */
  readonly cell?: number;
  /** Cells in a row, by default as many as make the sheet about square. */
  readonly columns?: number;
}

const GAP = 8;
const BACKGROUND = 32;
const CHECKER = [72, 96] as const;
const CHECKER_SIZE = 8;

/**
 * The sheet as a PNG file. Throws `RangeError` for no items and for a cell or columns that are no integers from 1, and
 * `BackendError` (TEXTURE_002) for a sheet that is too large.
 */
export function contactSheet(items: readonly SheetItem[], options: SheetOptions = {}): Uint8Array {
  const { cell = 256, columns = Math.ceil(Math.sqrt(items.length)) } = options;
  if (items.length === 0) throw new RangeError('items must not be empty');
  if (!Number.isInteger(cell) || cell < 1) throw new RangeError('cell must be an integer from 1');
  if (!Number.isInteger(columns) || columns < 1) throw new RangeError('columns must be an integer from 1');
  const across = Math.min(columns, items.length);
  const stepX = cell + GAP;
  const stepY = cell + CAPTION_HEIGHT + 2 * GAP;
  const sheet = createSurface(GAP + across * stepX, GAP + Math.ceil(items.length / across) * stepY);
  for (let at = 0; at < sheet.data.length; at++) sheet.data[at] = (at & 3) === 3 ? 255 : BACKGROUND;
  for (const [i, { name, picture: given, tiled, opaque }] of items.entries()) {
    const picture = opaque ? withoutAlpha(given) : given;
    const left = GAP + (i % across) * stepX;
    const top = GAP + Math.floor(i / across) * stepY;
    const shown = tiled ? twoByTwo(fitInto(picture, Math.max(1, cell >> 1))) : fitInto(picture, cell);
    place(sheet, shown, left + ((cell - shown.width) >> 1), top + ((cell - shown.height) >> 1));
    caption(sheet, name, left, top + cell + (GAP >> 1), cell);
  }
  const { width, height, data } = sheet;
  return encodeSmallestPng({ width, height, colorType: 'rgba', data });
}

function withoutAlpha(picture: Picture): Picture {
  if (picture.channels !== 4) return picture;
  const data = picture.data.slice();
  for (let at = 3; at < data.length; at += 4) data[at] = picture.white;
  return { ...picture, data };
}

function twoByTwo({ width, height, data }: Surface): Surface {
  const out = createSurface(2 * width, 2 * height);
  for (let y = 0; y < 2 * height; y++) {
    const row = data.subarray(4 * (y % height) * width, 4 * ((y % height) + 1) * width);
    out.data.set(row, 8 * y * width);
    out.data.set(row, 8 * y * width + 4 * width);
  }
  return out;
}

function place(sheet: Surface, picture: Surface, left: number, top: number): void {
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const from = 4 * (y * picture.width + x);
      const to = 4 * ((top + y) * sheet.width + left + x);
      const alpha = picture.data[from + 3]! / 255;
      const behind = CHECKER[((x / CHECKER_SIZE) ^ (y / CHECKER_SIZE)) & 1]!;
      for (let c = 0; c < 3; c++) {
        sheet.data[to + c] = Math.round(picture.data[from + c]! * alpha + behind * (1 - alpha));
      }
    }
  }
}
