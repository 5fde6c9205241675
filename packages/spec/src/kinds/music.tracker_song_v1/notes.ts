/** Note names of tracker songs. A key is a semitone counted from C-0: MIDI minus 12. */

/**
 * What a cell's text asks for. `stop` (`===`) is a cut where the format has one, else a key-off; `unknown` is nothing
 * that anybody knows.
 */
export type NoteText =
  | { readonly kind: 'none' | 'off' | 'stop' | 'cut' | 'fade' | 'unknown' }
  | { readonly kind: 'key'; readonly key: number };

const SEMITONES: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
/** After upper-casing: a flat is a `B` with a digit behind it, so that `B3` is the note B. */
const CELL_NOTE = /^([A-G])(#|B(?=\d))?\+?(\d+)$/;
const BASE_NOTE = /^([A-Ga-g])([#sb])?\+?(\d+)$/;

const TOKENS: Readonly<Record<string, Exclude<NoteText['kind'], 'key' | 'unknown'>>> = {
  '': 'none',
  '---': 'none',
  '...': 'none',
  OFF: 'off',
  '^^^': 'off',
  '===': 'stop',
  CUT: 'cut',
  '~~~': 'fade',
  FADE: 'fade',
};

/** Reads the text of a cell, any case; `C-4` is `C4`. The key may lie outside of what a format can hold. */
export function readNoteText(text: string): NoteText {
  const upper = text.trim().toUpperCase();
  if (Object.hasOwn(TOKENS, upper)) return { kind: TOKENS[upper]! };
  const match = CELL_NOTE.exec(upper.replaceAll('-', ''));
  if (match === null) return { kind: 'unknown' };
  const [, letter, accidental, octave] = match;
  const shift = accidental === '#' ? 1 : accidental === 'B' ? -1 : 0;
  return { kind: 'key', key: 12 * Number(octave) + SEMITONES[letter!]! + shift };
}

/** MIDI number of a base note, 0 to 127; `undefined` for text that names none. `s` is a sharp here, `-` is padding. */
export function readBaseNote(text: string): number | undefined {
  const match = BASE_NOTE.exec(text.trim().replaceAll('-', ''));
  if (match === null) return undefined;
  const [, letter, accidental, octave] = match;
  const shift = accidental === undefined ? 0 : accidental === 'b' ? -1 : 1;
  const midi = 12 * (Number(octave) + 1) + SEMITONES[letter!.toUpperCase()]! + shift;
  return midi >= 0 && midi <= 127 ? midi : undefined;
}
