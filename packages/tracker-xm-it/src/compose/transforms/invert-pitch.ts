import { describe } from '@speccade/spec';
import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { midiOf } from '../note.ts';
import { noteText } from '../template.ts';
import { midiOfCell, type ReadNote, withMidi } from './pitched.ts';
import { outOfRange, type TransformCell } from './transform-cell.ts';

type Op = Extract<TransformOp, { op: 'invert_pitch' }>;

/** Notes mirrored at a pivot: as far below it as they were above. */
export const invertPitch = invertBy(midiOf);

/** The transform with a grammar of notes. */
export function invertBy(read: ReadNote): TransformCell<Op> {
  return ({ pivot }, cell, at) => {
    const text = noteText(pivot, [...at.steps, 'pivot'], at.scope);
    const centre = typeof text === 'number' ? text : read(text);
    if (centre === undefined) throw outOfRange(at, 'pivot', 'a note', describe(pivot));
    const midi = midiOfCell(cell, read);
    return midi === undefined ? cell : withMidi(cell, 2 * centre - midi, 'pivot', at);
  };
}
