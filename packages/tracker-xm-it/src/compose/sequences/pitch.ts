/** Notes from degrees of the scale and tones of chords. */
import { describe } from '@speccade/spec';
import type { Harmony, PitchSequence } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { chordAt } from '../harmony/chords.ts';
import { pitchClass } from '../harmony/pitch-class.ts';
import { KEY_SCALES } from '../harmony/scales.ts';
import type { Scope } from '../scope.ts';
import { pick } from './sequence.ts';

const DEGREE = /^(b*)(#*)([+-]?\d{1,9})$/;

/** Which intervals a number of a chord's tone stands for, by preference. */
const CHORD_TONES: Readonly<Record<number, readonly number[]>> = {
  1: [0],
  3: [4, 3],
  5: [7, 6, 8],
  7: [10, 11, 9],
  9: [14, 13, 15],
  11: [17, 18],
  13: [21, 20],
};

/** The note by position and row; nothing where there is no sequence. Faults with 004 or 005. */
export function pitches(
  sequence: PitchSequence | null | undefined,
  count: number,
  scope: Scope,
): ((index: number, row: number) => string | number) | undefined {
  const value = pick(sequence, 'pitch_seq', count, scope);
  if (!sequence || !value) return undefined;
  const { harmony } = scope.song;
  if (!harmony) {
    throw scope.fault('expression', ['pitch_seq'], 'degrees and tones of chords need a harmony', {
      expected: 'a harmony of the song',
      found: 'none',
    });
  }
  const tone = sequence.kind === 'scale_degree' ? scaleDegree(sequence, harmony, scope) : chordTone(scope);
  return (index, row) => {
    const steps = ['pitch_seq', 'values', index % sequence.values.length];
    const midi = 12 * (sequence.octave + 1) + tone(value(index), row, steps);
    if (midi >= 0 && midi <= 127) return scope.song.dialect.noteOf(midi);
    throw scope.fault('expression', steps, 'the note is out of reach', {
      expected: 'MIDI 0 to 127',
      found: String(midi),
    });
  };
}

type Tone = (text: string, row: number, steps: readonly (string | number)[]) => number;

function scaleDegree({ allow_accidentals }: PitchSequence, { key }: Harmony, scope: Scope): Tone {
  const root = pitchClass(key.root, () => scope.songFault(['harmony', 'key', 'root'], key.root));
  return (text, _row, steps) => {
    const { degree, accidental, altered } = parseDegree(text, steps, scope);
    if (altered && !allow_accidentals) {
      throw scope.fault('expression', steps, 'the degree has an accidental', {
        expected: 'a plain degree, or "allow_accidentals": true',
        found: describe(text),
      });
    }
    const semitones = KEY_SCALES[key.scale][degree - 1];
    if (semitones === undefined || semitones + accidental < 0) throw noTone(text, '1 to 7', steps, scope);
    return root + semitones + accidental;
  };
}

function chordTone(scope: Scope): Tone {
  const active = chordAt(scope);
  return (text, row, steps) => {
    const { degree, altered } = parseDegree(text, steps, scope);
    const wanted = Object.hasOwn(CHORD_TONES, degree) ? CHORD_TONES[degree] : undefined;
    if (altered || !wanted) throw noTone(text, '1, 3, 5, 7, 9, 11 or 13', steps, scope);
    const chord = active(row, steps);
    const interval = wanted.find((candidate) => chord.intervals.includes(candidate));
    if (interval === undefined) {
      throw scope.fault('expression', steps, `the chord at row ${row} has no such tone`, {
        expected: `a tone among the intervals ${chord.intervals.join(' ')}`,
        found: describe(text),
      });
    }
    return chord.root + interval;
  };
}

function parseDegree(text: string, steps: readonly (string | number)[], scope: Scope) {
  const match = text.length > 64 ? null : DEGREE.exec(text.trim());
  if (!match) throw noTone(text, 'a number such as "3", "b7" or "#4"', steps, scope);
  const [, flats, sharps, number] = match;
  return {
    degree: Number(number),
    accidental: sharps!.length - flats!.length,
    altered: flats!.length + sharps!.length > 0,
  };
}

function noTone(text: string, expected: string, steps: readonly (string | number)[], scope: Scope) {
  return scope.fault('expression', steps, 'this is no tone of the sequence', {
    expected,
    found: describe(text),
  });
}
