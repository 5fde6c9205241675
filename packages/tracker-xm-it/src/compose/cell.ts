/** Cells, and maps from places in a pattern to cells. */

/** One event. What is absent is left open: another cell may fill it in. */
export interface Cell {
  /** A note name or word; a number for MIDI 0 to 11, which have no name without a minus sign. */
  readonly note?: string | number;
  /** From 0. */
  readonly inst?: number;
  /** 0 to 64. */
  readonly vol?: number;
  readonly effect?: number;
  readonly param?: number;
  readonly effect_name?: string;
  readonly effect_xy?: readonly [number, number];
}

/** Fields in the order in which they are compared and written. */
export const CELL_FIELDS = ['note', 'inst', 'vol', 'effect', 'param', 'effect_name', 'effect_xy'] as const;
export type CellField = (typeof CELL_FIELDS)[number];

/** Channels are bytes; 256 of them to a row make one number of a place. */
const CHANNELS = 256;

/**
 * Cells by row and channel. Rows may be negative. Visited in ascending (row, channel); what is set in that order, as
 * most of it is, needs no sorting.
 */
export class CellMap {
  private readonly cells = new Map<number, Cell>();
  private keys: number[] = [];
  private sorted = true;

  get size(): number {
    return this.cells.size;
  }

  get(row: number, channel: number): Cell | undefined {
    return this.cells.get(row * CHANNELS + channel);
  }

  set(row: number, channel: number, cell: Cell): void {
    const key = row * CHANNELS + channel;
    if (!this.cells.has(key)) {
      if (this.keys.length > 0 && key < this.keys[this.keys.length - 1]!) this.sorted = false;
      this.keys.push(key);
    }
    this.cells.set(key, cell);
  }

  forEach(visit: (row: number, channel: number, cell: Cell) => void): void {
    if (!this.sorted) {
      this.keys.sort((a, b) => a - b);
      this.sorted = true;
    }
    for (const key of this.keys) {
      const row = Math.floor(key / CHANNELS);
      visit(row, key - row * CHANNELS, this.cells.get(key)!);
    }
  }

  /** A new map of the cells that `place` moves, or drops by giving `undefined`. No two may fall together. */
  move(place: (row: number, channel: number, cell: Cell) => number | undefined): CellMap {
    const moved = new CellMap();
    this.forEach((row, channel, cell) => {
      const to = place(row, channel, cell);
      if (to !== undefined) moved.set(to, channel, cell);
    });
    return moved;
  }
}

/** Whether the effect column is in use, by name or by number. */
export function hasEffect(cell: Cell): boolean {
  return cell.effect !== undefined || cell.effect_name !== undefined || cell.effect_xy !== undefined;
}

/** Words that stand in the note column without being notes: nothing, key off, cut and fade. */
const NOT_SOUNDING: ReadonlySet<string> = new Set(['---', '...', 'OFF', '===', '^^^', 'CUT', 'FADE', '~~~']);

/** Whether the text stands for no note, a key off, a cut or a fade. */
export function isNoNote(note: string | number): boolean {
  // Longer text is none of the words, whatever it is.
  return typeof note === 'string' && note.length <= 64 && NOT_SOUNDING.has(note.trim().toUpperCase());
}

/** Whether the cell starts a note; without a note of its own it plays its instrument's base note. */
export function sounds({ note }: Cell): boolean {
  return note === undefined || !isNoNote(note);
}
