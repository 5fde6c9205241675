/**
 * Chord symbols: root, quality, seventh, then additions and alterations, then a bass after a slash, which is read and not
 * used. `M`, `Δ` and `maj` are major, `m`, `min` and `-` minor, `°` and `o` diminished, `ø` half-diminished.
 */

import { midiOf, pitchClassOf } from '../note.ts';
import { BASE_TOKENS, type ChordBuilder, type ChordToken, withSeventh } from './chord-tokens.ts';
import { ascending, type Chord } from './chords.ts';

const QUALITIES: readonly (readonly [prefix: string, intervals: readonly number[]])[] = [
  ['m7b5', [0, 3, 6, 10]],
  ['dim7', [0, 3, 6, 9]],
  ['sus2', [0, 2, 7]],
  ['sus4', [0, 5, 7]],
  ['sus', [0, 5, 7]],
  ['dim', [0, 3, 6]],
  ['aug', [0, 4, 8]],
  ['+', [0, 4, 8]],
  ['min', [0, 3, 7]],
];

/** No chord has a longer name. It bounds what reading one costs. */
export const MAX_SYMBOL = 64;

/** What major sevenths and suspensions add to the common tokens. */
const TOKENS: readonly ChordToken[] = [
  ['maj13', (chord) => withSeventh(chord, 11, [14, 17, 21])],
  ['maj11', (chord) => withSeventh(chord, 11, [14, 17])],
  ['maj9', (chord) => withSeventh(chord, 11, [14])],
  ['sus2', (chord) => chord.replaceThird(2)],
  ['sus4', (chord) => chord.replaceThird(5)],
  ['sus', (chord) => chord.replaceThird(5)],
  ...BASE_TOKENS,
];

/** The chord of a symbol; `undefined` for what is none. */
export function chordSymbol(symbol: string): Chord | undefined {
  if (symbol.length > MAX_SYMBOL) return undefined;
  // 6/9 is no bass.
  const [left = '', bass, ...more] = symbol.trim().replace(/6\/9/g, '69').split('/');
  if (more.length > 0) return undefined;
  if (bass !== undefined && (pitchClassOf(bass.trim()) ?? midiOf(bass)) === undefined) return undefined;
  // An s is a sharp, but for that of sus.
  const match = /^([A-Ga-g](?:#|b|s(?!us))?)(.*)$/s.exec(left.trim());
  if (!match) return undefined;
  const [, rootText, suffix] = match;
  const intervals = intervalsOf(normalSuffix(suffix!));
  return intervals && { root: pitchClassOf(rootText!)!, intervals };
}

/** One spelling for each: lower case, no parentheses or commas. */
function normalSuffix(suffix: string): string {
  const text = suffix
    .trim()
    .replace(/[(),]/g, '')
    .replace(/Δ|M(?!aj|AJ|in|IN)/g, 'maj')
    .replace(/^ø7?/, 'm7b5')
    .replace(/^[°o]/, 'dim')
    .replace(/^-/, 'm');
  return text.toLowerCase();
}

function intervalsOf(suffix: string): number[] | undefined {
  const [intervals, rest] = quality(suffix);
  const chord: ChordBuilder = builder(intervals);
  let text = rest;
  // A major triad by name, unless a number says that it is a seventh.
  if (rest === suffix && /^maj(?!7|9|11|13)/.test(text)) text = text.slice(3);
  while (text !== '') {
    const token = TOKENS.find(([prefix]) => text.startsWith(prefix));
    if (!token) return undefined;
    token[1](chord);
    text = text.slice(token[0].length);
  }
  return ascending([0, ...chord.intervals]);
}

function quality(suffix: string): readonly [intervals: readonly number[], rest: string] {
  for (const [prefix, intervals] of QUALITIES) {
    if (suffix.startsWith(prefix)) return [intervals, suffix.slice(prefix.length)];
  }
  if (suffix.startsWith('5')) return [[0, 7], suffix.slice(1)];
  if (suffix.startsWith('m') && !suffix.startsWith('maj')) return [[0, 3, 7], suffix.slice(1)];
  return [[0, 4, 7], suffix];
}

/** A chord in the making. */
export function builder(quality: readonly number[]): ChordBuilder {
  const intervals = new Set(quality);
  const third = quality.find((interval) => interval === 3 || interval === 4);
  const fifth = quality.find((interval) => interval >= 6 && interval <= 8);
  return {
    intervals,
    third,
    fifth,
    replaceThird(suspended) {
      if (third !== undefined) intervals.delete(third);
      intervals.add(suspended);
    },
  };
}
