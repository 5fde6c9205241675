/** The dialect of `"compat": "reference"`: the expansion of the reference implementation, cell for cell. */
import { CellMap } from '../../compose/cell.ts';
import type { Dialect } from '../../compose/dialect.ts';
import { mergeInto } from '../../compose/merge.ts';
import { modern } from '../../compose/modern.ts';
import { nameOf } from '../../compose/note.ts';
import { interleaveBy } from '../../compose/operators/interleave.ts';
import { arpeggiateWhere } from '../../compose/transforms/arpeggiate.ts';
import { invertBy } from '../../compose/transforms/invert-pitch.ts';
import { quantizeBy } from '../../compose/transforms/quantize-pitch.ts';
import { transposeBy } from '../../compose/transforms/transpose.ts';
import { chordSymbol } from './chord-symbol.ts';
import { unsignedTurn } from './interleave.ts';
import { audioNote, looseNote } from './note.ts';
import { nearestInOctave } from './quantize.ts';
import { ratchet } from './ratchet.ts';
import { slotFree } from './slot.ts';
import { swing } from './swing.ts';

export const referenceDialect: Dialect = {
  operators: { ...modern.operators, interleave: interleaveBy(unsignedTurn) },
  transforms: {
    ...modern.transforms,
    transpose_semitones: transposeBy(looseNote),
    invert_pitch: invertBy(audioNote),
    quantize_pitch: quantizeBy(audioNote, nearestInOctave),
    swing,
    ratchet,
    arpeggiate: arpeggiateWhere(slotFree),
  },
  noteOf: nameOf,
  noteOfNumber: (midi) => nameOf(((midi % 256) + 256) % 256),
  chordSymbol,
  // A chord beyond the end of a pattern is an error there.
  chordRow: (at, scope) => scope.rowOf(at, []),
  // What is not given is written out, and so overwrites what the program made.
  manualCell: (given) => ({ note: '', inst: 0, ...given }),
  overlay(program, manual, scope) {
    const result = new CellMap();
    program.forEach((row, channel, cell) => {
      result.set(row, channel, cell);
    });
    mergeInto(result, manual, 'last_wins', scope);
    return result;
  },
  needsInstrument: () => true,
};
