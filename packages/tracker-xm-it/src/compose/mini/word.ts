/** The words of a mini-notation: notes, instruments, or an instrument and its note. */
import { describe, didYouMean } from '@speccade/spec';
import type { Cell } from '../cell.ts';
import { midiOf } from '../note.ts';
import type { Scope } from '../scope.ts';

/**
 * The fields that a word gives a cell: `c4`, `eb` (in `octave`) and `60` a note, a name in instrument_ids that
 * instrument, `lead:c4` both. A name that is a note and an instrument is the instrument. Faults with 005.
 */
export function wordCell(word: string, octave: number, scope: Scope): Cell {
  const { instrumentIds, dialect } = scope.song;
  const colon = word.lastIndexOf(':');
  const name = colon < 0 ? word : word.slice(0, colon);
  if (Object.hasOwn(instrumentIds, name)) {
    const inst = { inst: instrumentIds[name]! };
    return colon < 0 ? inst : { ...inst, note: note(word.slice(colon + 1)) };
  }
  return { note: note(word) };

  function note(text: string): string | number {
    const bare = /^[A-Ga-g][#sb]?$/.test(text) ? `${text}${octave}` : text;
    const midi = /^\d+$/.test(text) ? Number(text) : midiOf(bare);
    if (midi !== undefined && midi <= 127) return dialect.noteOf(midi);
    const suggestion = didYouMean(name, Object.keys(instrumentIds));
    throw scope.fault('expression', ['notation'], `${describe(word)} is neither a note nor an instrument`, {
      expected: 'a note such as c4, eb or 60, or a name in instrument_ids',
      found: describe(word),
      suggestion,
    });
  }
}
