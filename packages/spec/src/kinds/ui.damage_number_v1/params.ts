/** `recipe.params` of `ui.damage_number_v1`. */
import * as z from 'zod/mini';
import { padding, rgba, u32 } from '../atlas/schema.ts';

/** In the order of their rows in the atlas. */
export const DAMAGE_STYLES = ['normal', 'critical', 'healing'] as const;
/** The characters of every row, in this order. */
export const DAMAGE_CHARACTERS = '0123456789+-.';

export const damageStyle = z.strictObject({
  style_type: z.enum(DAMAGE_STYLES),
  text_color: rgba,
  outline_color: rgba,
  /** Light around the outline. */
  glow_color: z.nullish(rgba),
  /** How large the number is to be shown; also the size of its glyphs with `scale_cells`. */
  scale: z.nullish(z.number().check(z.gte(0.5), z.lte(2))),
});
export type DamageStyle = z.infer<typeof damageStyle>;

const glyphSide = z.int().check(z.gte(8), z.lte(128));

export const damageNumberParams = z.strictObject({
  /** Size of a glyph without outline, in pixels. */
  glyph_size: z.tuple([glyphSide, glyphSide]),
  /** Pixels. */
  outline_width: z.int().check(z.gte(1), z.lte(8)),
  /** Pixels between the cells. */
  padding,
  styles: z.array(damageStyle).check(z.minLength(1)),
  /** `pixel`: bitmaps of 5 x 7, scaled. `smooth`: drawn strokes, antialiased. */
  glyph_style: z._default(z.enum(['pixel', 'smooth']), 'pixel'),
  /** Pixels around the outline that each cell grows by, so that a glow has room. 0: the glow ends at the cell. */
  glow_margin: z._default(u32.check(z.lte(64)), 0),
  /** Draws the glyphs of a style larger or smaller by its `scale`. */
  scale_cells: z._default(z.boolean(), false),
});
export type DamageNumberParams = z.infer<typeof damageNumberParams>;
