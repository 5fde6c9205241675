/** The ten filters, valid as `layers[].filter`, as `master_filter` and as the filter of a noise burst. */
import * as z from 'zod/mini';
import { decibels, hertz, milliseconds, number, unit } from './common.ts';

export const VOWELS = ['a', 'e', 'i', 'o', 'u'] as const;
export type Vowel = (typeof VOWELS)[number];

/** Q of the biquads (at least 0.5 takes effect), 0 to 1 for the ladder. */
const resonance = z.number().check(z.describe('Q; 0 to 1 for the ladder'));

export const filter = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('lowpass'), cutoff: hertz, resonance, cutoff_end: z.nullish(hertz) }),
  z.strictObject({ type: z.literal('highpass'), cutoff: hertz, resonance, cutoff_end: z.nullish(hertz) }),
  z.strictObject({ type: z.literal('bandpass'), center: hertz, resonance, center_end: z.nullish(hertz) }),
  z.strictObject({ type: z.literal('notch'), center: hertz, resonance, center_end: z.nullish(hertz) }),
  z.strictObject({ type: z.literal('allpass'), frequency: hertz, resonance, frequency_end: z.nullish(hertz) }),
  z.strictObject({ type: z.literal('comb'), delay_ms: milliseconds, feedback: number, wet: unit }),
  z.strictObject({ type: z.literal('formant'), vowel: z.enum(VOWELS), intensity: unit }),
  z.strictObject({ type: z.literal('ladder'), cutoff: hertz, resonance, cutoff_end: z.nullish(hertz) }),
  z.strictObject({ type: z.literal('shelf_low'), frequency: hertz, gain_db: decibels }),
  z.strictObject({ type: z.literal('shelf_high'), frequency: hertz, gain_db: decibels }),
]);

export type Filter = z.infer<typeof filter>;
export type FilterType = Filter['type'];
