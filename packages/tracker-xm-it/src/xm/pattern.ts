/** XM patterns: rows × channels packed cells (XM 1.04, pattern format). */
import type { Cell, Pattern } from '../song/model.ts';

/** A cell begins with this bit and a flag for each of its five bytes that follows. */
const PACKED = 0x80;
const LARGEST_CELL = 6;
export const PATTERN_HEADER_SIZE = 9;

/** Zero means nothing in every field, so zeros are left out. */
export function packPattern({ rows, cells }: Pattern, channels: number): Uint8Array {
  const count = rows * channels;
  const bytes = new Uint8Array(count + cells.size * (LARGEST_CELL - 1));
  let end = 0;
  for (let key = 0; key < count; key++) end = packCell(cells.get(key), bytes, end);
  return bytes.slice(0, end);
}

/** Writes a cell to `at`; what comes next stands at the result. */
function packCell(cell: Cell | undefined, bytes: Uint8Array, at: number): number {
  let flags = PACKED;
  let next = at + 1;
  if (cell !== undefined) {
    if (cell.note) {
      flags |= 1;
      bytes[next++] = cell.note;
    }
    if (cell.instrument) {
      flags |= 2;
      bytes[next++] = cell.instrument;
    }
    if (cell.volume) {
      flags |= 4;
      bytes[next++] = cell.volume;
    }
    if (cell.effect) {
      flags |= 8;
      bytes[next++] = cell.effect;
    }
    if (cell.param) {
      flags |= 16;
      bytes[next++] = cell.param;
    }
  }
  bytes[at] = flags;
  return next;
}
