import type { Cell, Pattern } from '../song/model.ts';
import type { ByteReader } from './byte-reader.ts';
import { CellBudget, MOST_ROWS, within } from './limits.ts';
import { ModuleError } from './module-error.ts';

const MOST_CHANNELS = 64;
/** Rows of a pattern that is not in the file. */
const EMPTY_ROWS = 64;

interface Unpacked {
  readonly rows: number;
  /** One above the highest channel that is named. */
  readonly channels: number;
  /** By `row * 64 + channel`. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** The patterns of a file by their places: those that stand at one place are read once. */
export class ItPatterns {
  readonly #from: ByteReader;
  readonly #budget = new CellBudget();
  readonly #known = new Map<number, Unpacked>();

  constructor(from: ByteReader) {
    this.#from = from;
  }

  channelsAt(offset: number): number {
    return this.#at(offset).channels;
  }

  patternAt(offset: number, index: number, channels: number): Pattern {
    const { rows, cells } = this.#at(offset);
    const name = String(index);
    if (channels === MOST_CHANNELS) return { name, rows, cells: cells as Map<number, Cell> };
    const place = (key: number) => Math.floor(key / MOST_CHANNELS) * channels + (key % MOST_CHANNELS);
    return { name, rows, cells: new Map([...cells].map(([key, cell]) => [place(key), cell])) };
  }

  #at(offset: number): Unpacked {
    let found = this.#known.get(offset);
    if (found === undefined) this.#known.set(offset, (found = unpack(this.#from, offset, this.#budget)));
    return found;
  }
}

function unpack(from: ByteReader, offset: number, budget: CellBudget): Unpacked {
  const cells = new Map<number, Cell>();
  if (offset === 0) return { rows: EMPTY_ROWS, channels: 0, cells };
  from.at = offset;
  const size = from.u16();
  const rows = within('the number of rows', from.u16(), 1, MOST_ROWS);
  from.u32(); // reserved
  const end = from.at + size;
  const memory = Array.from({ length: MOST_CHANNELS }, (): Memory => ({ mask: 0, cell: {} }));
  let channels = 0;
  for (let row = 0; row < rows; row++) {
    for (let head = from.u8(); head !== 0; head = from.u8()) {
      const channel = ((head & 0x7f) - 1) & (MOST_CHANNELS - 1);
      const last = memory[channel]!;
      if (head & 0x80) last.mask = from.u8();
      channels = Math.max(channels, channel + 1);
      budget.take();
      cells.set(row * MOST_CHANNELS + channel, readCell(from, last));
    }
    if (from.at > end) throw new ModuleError('the module is damaged: a pattern is longer than its size');
  }
  from.take(end - from.at);
  return { rows, channels, cells };
}

/** What a channel had last. */
interface Memory {
  mask: number;
  readonly cell: Cell;
}

/** The low bits of the mask bring values, the high ones repeat those of before. Note 0, volume 0 and a command 0 are cells. */
function readCell(from: ByteReader, { mask, cell: last }: Memory): Cell {
  if (mask & 1) last.note = from.u8();
  if (mask & 2) last.instrument = from.u8();
  if (mask & 4) last.volume = from.u8();
  if (mask & 8) {
    last.effect = from.u8();
    last.param = from.u8();
  }
  const cell: Cell = {};
  if (mask & 0x11 && last.note !== undefined) cell.note = last.note;
  if (mask & 0x22 && last.instrument) cell.instrument = last.instrument;
  if (mask & 0x44 && last.volume !== undefined) cell.volume = last.volume;
  if (mask & 0x88 && last.effect !== undefined) {
    cell.effect = last.effect;
    cell.param = last.param;
  }
  return cell;
}
