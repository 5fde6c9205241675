/** Transforms: what is done to each cell of a body. */
import * as z from 'zod/mini';
import { effectXy, i32, note, u8, u16, u32 } from './common.ts';

export const SCALES = [
  'major',
  'minor',
  'harmonic_minor',
  'melodic_minor',
  'pentatonic_major',
  'pentatonic_minor',
  'chromatic',
] as const;

export const GROOVES = ['swing_54', 'swing_58', 'swing_62', 'swing_66', 'shuffle', 'laid_back', 'samba'] as const;
export type Groove = (typeof GROOVES)[number];

export const transformOp = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('transpose_semitones'), semitones: i32 }),
  z.strictObject({ op: z.literal('vol_mul'), mul: u32, div: u32 }),
  z.strictObject({
    op: z.literal('set'),
    inst: z.nullish(u8),
    vol: z.nullish(u8),
    effect: z.nullish(u8),
    param: z.nullish(u8),
    effect_name: z.nullish(z.string()),
    effect_xy: z.nullish(effectXy),
  }),
  z.strictObject({ op: z.literal('humanize_vol'), min_vol: u8, max_vol: u8, seed_salt: z.string() }),
  z.strictObject({
    op: z.literal('swing'),
    /** Of a row's length, in thousandths: 0 to 1000. */
    amount_permille: u16,
    stride: u32,
    seed_salt: z.string(),
  }),
  z.strictObject({ op: z.literal('invert_pitch'), pivot: note }),
  z.strictObject({ op: z.literal('quantize_pitch'), scale: z.enum(SCALES), root: z.string() }),
  z.strictObject({ op: z.literal('ratchet'), divisions: u8, seed_salt: z.string() }),
  z.strictObject({ op: z.literal('arpeggiate'), semitones_up: u8, semitones_down: u8 }),
  z.strictObject({
    op: z.literal('groove'),
    template: z.enum(GROOVES),
    /** How much of it, in thousandths: 0 to 1000. */
    amount_permille: z._default(u16, 1000),
    /** Rows of one step of the template. */
    stride: z._default(u16, 1),
  }),
]);
export type TransformOp = z.infer<typeof transformOp>;
