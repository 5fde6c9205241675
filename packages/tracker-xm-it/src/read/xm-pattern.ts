import type { Cell, Pattern } from '../song/model.ts';
import type { ByteReader } from './byte-reader.ts';
import { type CellBudget, within } from './limits.ts';
import { ModuleError } from './module-error.ts';

const HEADER_SIZE = 9;
const PACKED = 0x80;
const ALL_FIVE = 0x1f;

/** A pattern, named by its index. Cells of zeros are none. */
export function readXmPattern(
  from: ByteReader,
  index: number,
  channels: number,
  mostRows: number,
  budget: CellBudget,
): Pattern {
  const start = from.at;
  const headerSize = within('the size of a pattern header', from.u32(), HEADER_SIZE);
  from.u8(); // packing type
  const rows = within('the number of rows', from.u16(), 1, mostRows);
  const size = from.u16();
  from.take(start + headerSize - from.at);
  const end = from.at + size;
  const cells = new Map<number, Cell>();
  // A pattern without data is empty.
  for (let key = 0; size > 0 && key < rows * channels; key++) {
    const cell = readCell(from);
    if (from.at > end) throw new ModuleError(`the module is damaged: pattern ${index} is longer than its size`);
    if (cell === undefined) continue;
    budget.take();
    cells.set(key, cell);
  }
  from.take(end - from.at);
  return { name: String(index), rows, cells };
}

function readCell(from: ByteReader): Cell | undefined {
  const first = from.u8();
  const flags = first & PACKED ? first & ALL_FIVE : ALL_FIVE;
  const note = first & PACKED ? (flags & 1 ? from.u8() : 0) : first;
  const instrument = flags & 2 ? from.u8() : 0;
  const volume = flags & 4 ? from.u8() : 0;
  const effect = flags & 8 ? from.u8() : 0;
  const param = flags & 16 ? from.u8() : 0;
  if ((note | instrument | volume | effect | param) === 0) return undefined;
  const cell: Cell = {};
  if (note) cell.note = note;
  if (instrument) cell.instrument = instrument;
  if (volume) cell.volume = volume;
  if (effect || param) Object.assign(cell, { effect, param });
  return cell;
}
