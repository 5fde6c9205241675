/** `recipe.params` of `font.bitmap_v1`. */
import * as z from 'zod/mini';
import { padding, rgba, u32 } from '../atlas/schema.ts';

/** The sizes that glyphs are drawn in, and the last character of each. */
export const FONT_SIZES: readonly { readonly size: readonly [number, number]; readonly last: number }[] = [
  { size: [5, 7], last: 126 },
  { size: [8, 8], last: 126 },
  { size: [6, 9], last: 255 },
];

export const bitmapFontParams = z.strictObject({
  /** First and last character code, both included. Codes without a glyph are blank. */
  charset: z.tuple([u32, u32]),
  /** Pixels: 5 x 7, 8 x 8 or 6 x 9. */
  glyph_size: z.tuple([u32, u32]),
  /** Pixels left of and above each glyph. */
  padding,
  font_style: z._default(z.enum(['monospace', 'proportional']), 'monospace'),
  color: z._default(rgba, [1, 1, 1, 1]),
  /** `replicated`: the edge pixels of a glyph fill its gutter. `transparent`: gutters are empty. */
  gutter: z._default(z.enum(['replicated', 'transparent']), 'replicated'),
  /** `nominal`: three quarters of the height. `drawn`: where the capitals of the glyph set stand. */
  baseline: z._default(z.enum(['nominal', 'drawn']), 'nominal'),
  /** Advance of the space in proportional fonts: pixels. Absent: 2. */
  space_advance: z.nullish(u32),
});
export type BitmapFontParams = z.infer<typeof bitmapFontParams>;
