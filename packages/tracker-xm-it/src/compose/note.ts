/**
 * Note names. One grammar everywhere: a letter, `#`, `s` (sharp) or `b` (flat), an octave; `-` is padding, so that the
 * trackers' `C-4` is `C4`. C4 is MIDI 60. Octave -1 has no name: MIDI 0 to 11 are numbers.
 */

const SEMITONES: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
const NAMES = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B'] as const;
const NAME = /^([A-G])([#SB])?\+?(\d{1,9})$/;

/** More padding than this is no note. It bounds what reading a note costs. */
const MAX_LENGTH = 64;

/** MIDI number of a name, 0 to 127; `undefined` for what is no name or lies outside. */
export function midiOf(text: string): number | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const match = NAME.exec(text.trim().toUpperCase().replaceAll('-', ''));
  if (!match) return undefined;
  const [, letter, accidental, octave] = match;
  const midi = (Number(octave) + 1) * 12 + SEMITONES[letter!]! + (accidental ? (accidental === 'B' ? -1 : 1) : 0);
  return midi >= 0 && midi <= 127 ? midi : undefined;
}

/** What stands in a cell for a MIDI number of 0 to 127: a name with sharps, or the number where there is no name. */
export function noteOf(midi: number): string | number {
  return midi < 12 ? midi : nameOf(midi);
}

/** A name with sharps; octave -1 below 12. */
export function nameOf(midi: number): string {
  return `${NAMES[midi % 12]}${Math.floor(midi / 12) - 1}`;
}

/** Pitch class of a letter with an optional `#`, `s` or `b`, in any case: `C`, `f#`, `Bb`. */
export function pitchClassOf(text: string): number | undefined {
  const match = /^([A-G])([#SB])?$/i.exec(text)?.map((part) => part?.toUpperCase());
  if (!match) return undefined;
  const [, letter, accidental] = match;
  return (SEMITONES[letter!]! + (accidental ? (accidental === 'B' ? 11 : 1) : 0)) % 12;
}
