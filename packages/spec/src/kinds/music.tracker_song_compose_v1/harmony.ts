/** The key of a song and its chords. */
import * as z from 'zod/mini';
import { beatPos, u8 } from './common.ts';

/** By symbol (`Dm7`, `G7b9/B`), or as semitones above a root. `bass` is read and not used. */
export const chordSpec = z.union([
  z.strictObject({ symbol: z.string() }),
  z.strictObject({ root: z.string(), intervals: z.array(u8), bass: z.nullish(z.string()) }),
]);
export type ChordSpec = z.infer<typeof chordSpec>;

export const harmony = z.strictObject({
  key: z.strictObject({ root: z.string(), scale: z.enum(['major', 'minor']) }),
  chords: z._default(z.array(z.strictObject({ at: beatPos, chord: chordSpec })), []),
});
export type Harmony = z.infer<typeof harmony>;
