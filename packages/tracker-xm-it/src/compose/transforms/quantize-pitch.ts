import { describe } from '@speccade/spec';
import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { SCALES } from '../harmony/scales.ts';
import { midiOf } from '../note.ts';
import { midiOfCell, type ReadNote } from './pitched.ts';
import { outOfRange, type TransformCell } from './transform-cell.ts';

type Op = Extract<TransformOp, { op: 'quantize_pitch' }>;

const ROOTS: Readonly<Record<string, number>> = {
  C: 0,
  'C#': 1,
  DB: 1,
  D: 2,
  'D#': 3,
  EB: 3,
  E: 4,
  F: 5,
  'F#': 6,
  GB: 6,
  G: 7,
  'G#': 8,
  AB: 8,
  A: 9,
  'A#': 10,
  BB: 10,
  B: 11,
};

/** Notes onto the nearest of a scale, of two the lower. */
export const quantizePitch = quantizeBy(midiOf, (midi, root, scale) => {
  const inScale = (note: number) => note >= 0 && note <= 127 && scale.includes((((note - root) % 12) + 12) % 12);
  for (let distance = 0; ; distance++) {
    if (inScale(midi - distance)) return midi - distance;
    if (inScale(midi + distance)) return midi + distance;
  }
});

/** The transform with a grammar of notes and a rule of which note of a scale (semitones above a root) is taken. */
export function quantizeBy(
  read: ReadNote,
  nearest: (midi: number, root: number, scale: readonly number[]) => number,
): TransformCell<Op> {
  return ({ scale, root }, cell, at) => {
    if (scale === 'chromatic') return cell;
    const pitchClass = Object.hasOwn(ROOTS, root.toUpperCase()) ? ROOTS[root.toUpperCase()] : undefined;
    if (pitchClass === undefined) throw outOfRange(at, 'root', 'a note without octave, such as F#', describe(root));
    const midi = midiOfCell(cell, read);
    if (midi === undefined) return cell;
    return { ...cell, note: at.scope.song.dialect.noteOf(nearest(midi, pitchClass, SCALES[scale])) };
  };
}
