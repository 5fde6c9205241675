import type { BitmapFontParams } from './params.ts';

const COLUMNS = 16;

/** Size of a font's atlas in pixels: sixteen full-width glyphs a row. */
export function fontAtlasSize({ charset, glyph_size, padding }: BitmapFontParams): readonly [number, number] {
  const count = charset[1] - charset[0] + 1;
  return [COLUMNS * (glyph_size[0] + padding), Math.ceil(count / COLUMNS) * (glyph_size[1] + padding)];
}
