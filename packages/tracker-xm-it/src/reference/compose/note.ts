/** Note names with signed octaves: `C-1` is MIDI 0 here. */
import { pitchClassOf } from '../../compose/note.ts';

/** MIDI number of a name, 0 to 127; `undefined` for anything else. */
export function audioNote(text: string): number | undefined {
  if (text.length > 64) return undefined;
  const match = /^([A-Ga-g][#sb]?)([+-]?\d{1,9})$/.exec(text.trim());
  if (!match) return undefined;
  const [, name, octave] = match;
  const flat = name!.length > 1 && name!.endsWith('b');
  const letter = pitchClassOf(name![0]!)!;
  const midi = (Number(octave) + 1) * 12 + letter + (name!.length === 1 ? 0 : flat ? -1 : 1);
  return midi >= 0 && midi <= 127 ? midi : undefined;
}

/** The same, then without its `-`. */
export function looseNote(text: string): number | undefined {
  return audioNote(text) ?? audioNote(text.replaceAll('-', ''));
}
