/** Sequences of `emit_seq`: one value per position. */
import * as z from 'zod/mini';
import { alias, effectXy, i32, u8 } from './common.ts';

/** `cycle` begins again at the end, `once` must have as many values as there are positions. */
const mode = z.enum(['cycle', 'once']);

export const textSequence = z.strictObject({ mode, values: z.array(z.string()) });
export const byteSequence = z.strictObject({ mode, values: z.array(u8) });
export const aliasSequence = z.strictObject({ mode, values: z.array(alias) });
export const xySequence = z.strictObject({ mode, values: z.array(effectXy) });

/** Any of the above. */
export interface Sequence<Value> {
  readonly mode: 'cycle' | 'once';
  readonly values: readonly Value[];
}

/** Degrees of the song's scale or tones of the chord of the moment, from which notes come. */
export const pitchSequence = z.strictObject({
  kind: z.enum(['scale_degree', 'chord_tone']),
  mode,
  /** `1` to `7`, or 1 3 5 7 9 11 13 for tones of a chord; `b` and `#` before the number alter it. */
  values: z.array(z.string()),
  octave: i32,
  allow_accidentals: z._default(z.boolean(), false),
});
export type PitchSequence = z.infer<typeof pitchSequence>;
