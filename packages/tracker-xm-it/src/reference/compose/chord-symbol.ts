/** Chord symbols in lower case, in which `s` is a sharp also in `sus`. */
import { builder, MAX_SYMBOL } from '../../compose/harmony/chord-symbol.ts';
import { BASE_TOKENS } from '../../compose/harmony/chord-tokens.ts';
import { ascending, type Chord } from '../../compose/harmony/chords.ts';
import { pitchClassOf } from '../../compose/note.ts';
import { audioNote } from './note.ts';

const QUALITIES: readonly (readonly [prefix: string, intervals: readonly number[]])[] = [
  ['m7b5', [0, 3, 6, 10]],
  ['ø7', [0, 3, 6, 10]],
  ['dim7', [0, 3, 6, 9]],
  ['sus2', [0, 2, 7]],
  ['sus4', [0, 5, 7]],
  ['sus', [0, 5, 7]],
  ['dim', [0, 3, 6]],
  ['aug', [0, 4, 8]],
  ['+', [0, 4, 8]],
  ['5', [0, 7]],
  ['min', [0, 3, 7]],
];

/** The chord of a symbol; `undefined` for what is none. */
export function chordSymbol(symbol: string): Chord | undefined {
  if (symbol.length > MAX_SYMBOL) return undefined;
  const [left = '', bass, ...more] = symbol.trim().split('/');
  if (more.length > 0) return undefined;
  if (bass !== undefined && (pitchClassOf(bass.trim()) ?? audioNote(bass)) === undefined) return undefined;
  const match = /^([A-Ga-g][#bs]?)(.*)$/s.exec(left.trim());
  if (!match) return undefined;
  const [, root, suffix] = match;
  let text = suffix!.trim().toLowerCase();
  let intervals: readonly number[] = [0, 4, 7];
  const quality = QUALITIES.find(([prefix]) => text.startsWith(prefix));
  if (quality) {
    text = text.slice(quality[0].length);
    intervals = quality[1];
  } else if (text.startsWith('m') && !text.startsWith('maj')) {
    text = text.slice(1);
    intervals = [0, 3, 7];
  }
  const chord = builder(intervals);
  while (text !== '') {
    const token = BASE_TOKENS.find(([prefix]) => text.startsWith(prefix));
    if (!token) return undefined;
    token[1](chord);
    text = text.slice(token[0].length);
  }
  return { root: pitchClassOf(root!)!, intervals: ascending([0, ...chord.intervals]) };
}
