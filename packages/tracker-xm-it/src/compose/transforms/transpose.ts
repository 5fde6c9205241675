import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { Cell } from '../cell.ts';
import { midiOf } from '../note.ts';
import { midiOfCell, type ReadNote, withMidi } from './pitched.ts';
import type { TransformAt, TransformCell } from './transform-cell.ts';

type Op = Extract<TransformOp, { op: 'transpose_semitones' }>;

/** Notes higher or lower by a number of semitones. */
export const transposeSemitones = transposeBy(midiOf);

/** The transform with a grammar of notes. */
export function transposeBy(read: ReadNote): TransformCell<Op> {
  return ({ semitones }: Op, cell: Cell, at: TransformAt) => {
    const midi = midiOfCell(cell, read);
    return midi === undefined ? cell : withMidi(cell, midi + semitones, 'semitones', at);
  };
}
