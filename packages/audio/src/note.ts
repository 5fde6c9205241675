/** Note names: a letter, an optional `#`, `s` (sharp) or `b` (flat), and an octave. C4 is 60, A4 is 69. */

const SEMITONES: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
const ACCIDENTALS: Readonly<Record<string, number>> = { '#': 1, s: 1, b: -1 };
const NAME = /^([A-Ga-g])([#sb])?([+-]?\d+)$/;

/** MIDI number of a note given as a number or a name; `undefined` for nothing and for text that names no note. */
export function midiNote(note: number | string | null | undefined): number | undefined {
  if (typeof note !== 'string') return note ?? undefined;
  const match = NAME.exec(note.trim());
  if (match === null) return undefined;
  const [, letter, accidental, octave] = match;
  const midi =
    (Number(octave) + 1) * 12 + SEMITONES[letter!.toUpperCase()]! + (accidental ? ACCIDENTALS[accidental]! : 0);
  return midi >= 0 && midi <= 127 ? midi : undefined;
}
