/** Transforms of pitch: from a cell's note to its MIDI number and back. */
import { type Cell, isNoNote } from '../cell.ts';
import { midiOf } from '../note.ts';
import { outOfRange, type TransformAt } from './transform-cell.ts';

/** MIDI number of a text; `undefined` for what is no note. */
export type ReadNote = (text: string) => number | undefined;

/** The note of a cell as a MIDI number; `undefined` for words and for cells without a note. */
export function midiOfCell({ note }: Cell, read: ReadNote = midiOf): number | undefined {
  if (note === undefined || typeof note === 'number') return note;
  return isNoNote(note) ? undefined : read(note);
}

/** The cell with another note. Faults with 005 outside of MIDI 0 to 127. */
export function withMidi(cell: Cell, midi: number, member: string, at: TransformAt): Cell {
  if (midi >= 0 && midi <= 127) return { ...cell, note: at.scope.song.dialect.noteOf(midi) };
  throw outOfRange(at, member, 'such that notes stay within MIDI 0 to 127', `a note at ${midi}`);
}
