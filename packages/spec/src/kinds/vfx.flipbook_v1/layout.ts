/** The grid of a flipbook: row by row, from the top left. */
import { type Cell, cellOf } from '../atlas/cell.ts';
import type { FlipbookParams } from './params.ts';

export interface FlipbookGrid {
  readonly cell: Cell;
  readonly columns: number;
  readonly rows: number;
}

/** How many frames fit side by side and below one another; 0 where not even one does. */
export function flipbookGrid({ resolution, frame_size, padding, mip_levels }: FlipbookParams): FlipbookGrid {
  const cell = cellOf(frame_size[0], frame_size[1], padding, mip_levels);
  return {
    cell,
    columns: Math.floor(resolution[0] / cell.width),
    rows: Math.floor(resolution[1] / cell.height),
  };
}
