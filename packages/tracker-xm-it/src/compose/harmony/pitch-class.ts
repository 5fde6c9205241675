/** Pitch classes of roots and basses. */
import { midiOf, pitchClassOf } from '../note.ts';

/** The pitch class of `C`, `f#`, `Bb`, or of a note with an octave. Throws what `fault` makes for anything else. */
export function pitchClass(text: string, fault: () => Error): number {
  const found = pitchClassOf(text.trim()) ?? midiOf(text);
  if (found === undefined) throw fault();
  return found % 12;
}
