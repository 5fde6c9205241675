/** XM patterns: rows × channels packed cells (XM 1.04, pattern format). */
import type { Cell, Pattern } from '../song/model.ts';

/** A cell begins with this bit and a flag for each of its five bytes that follows. */
const PACKED = 0x80;
export const PATTERN_HEADER_SIZE = 9;

/** Zero means nothing in every field, so zeros are left out. */
export function packPattern({ rows, cells }: Pattern, channels: number): Uint8Array {
  const bytes: number[] = [];
  for (let key = 0; key < rows * channels; key++) packCell(cells.get(key), bytes);
  return Uint8Array.from(bytes);
}

function packCell(cell: Cell | undefined, bytes: number[]): void {
  const at = bytes.length;
  bytes.push(PACKED);
  if (cell === undefined) return;
  const { note, instrument, volume, effect, param } = cell;
  [note, instrument, volume, effect, param].forEach((value, bit) => {
    if (value === undefined || value === 0) return;
    bytes[at]! |= 1 << bit;
    bytes.push(value);
  });
}
