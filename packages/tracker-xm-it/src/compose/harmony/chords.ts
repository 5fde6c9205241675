/** Which chord sounds when. */
import type { ChordSpec } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { type ComposeError, within } from '../fault.ts';
import { Scope } from '../scope.ts';
import { pitchClass } from './pitch-class.ts';

/** A chord: the pitch class of its root, and its tones as ascending semitones above that. */
export interface Chord {
  readonly root: number;
  readonly intervals: readonly number[];
}

/** A chord and the row it begins at. */
export interface PlacedChord extends Chord {
  readonly row: number;
}

/** The chord of a row of the scope's pattern. Faults with 004 for its place, 005 for its name. */
export function chordAt(scope: Scope): (row: number, steps: readonly (string | number)[]) => Chord {
  scope.pattern.chords ??= placedChords(scope);
  const { chords } = scope.pattern;
  return (row, steps) => {
    // The first chord behind the row.
    let low = 0;
    for (let high = chords.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if (chords[middle]!.row <= row) low = middle + 1;
      else high = middle;
    }
    if (low > 0) return chords[low - 1]!;
    throw scope.fault('expression', steps, `no chord has begun at row ${row}`, {
      expected: 'a chord of the harmony at this row or before',
      found: 'none',
    });
  };
}

function placedChords({ song, pattern }: Scope): PlacedChord[] {
  const placed: PlacedChord[] = [];
  (song.harmony?.chords ?? []).forEach(({ at, chord }, index) => {
    const place = within(undefined, 'recipe', 'params', 'harmony', 'chords', index, 'at');
    const scope = new Scope(pattern, place);
    const row = song.dialect.chordRow(at, scope);
    if (row !== undefined) placed.push({ row, ...chordOf(chord, index, scope) });
  });
  return placed.sort((a, b) => a.row - b.row);
}

function chordOf(chord: ChordSpec, index: number, scope: Scope): Chord {
  const steps = ['harmony', 'chords', index, 'chord'];
  if ('symbol' in chord) {
    const found = scope.song.dialect.chordSymbol(chord.symbol);
    if (found) return found;
    throw scope.songFault(
      [...steps, 'symbol'],
      chord.symbol,
      'this is no chord symbol',
      'a symbol such as "Dm7" or "G7b9/B"',
    );
  }
  const fault = (name: 'root' | 'bass') => (): ComposeError => scope.songFault([...steps, name], chord[name] ?? '');
  const root = pitchClass(chord.root, fault('root'));
  if (chord.bass != null) pitchClass(chord.bass, fault('bass'));
  if (!chord.intervals.includes(0)) {
    throw scope.songFault(
      [...steps, 'intervals'],
      chord.intervals.join(' '),
      'a chord needs its root',
      'intervals with a 0',
    );
  }
  return { root, intervals: ascending(chord.intervals) };
}

/** Sorted, each value once. */
export function ascending(values: Iterable<number>): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
