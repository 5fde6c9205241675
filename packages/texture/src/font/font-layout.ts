/** Where the glyphs of a font lie in its atlas, and how text moves on after each. */
import { type BitmapFontParams, fontAtlasSize } from '@speccade/spec/kinds/font.bitmap_v1';
import type { Bitmap } from './glyph-text.ts';
import { BASELINES, type GlyphSize, glyphOf } from './glyphs.ts';

/** In pixels. */
export interface PlacedGlyph {
  readonly code: number;
  /** Row by row, `width` × the height of the font. */
  readonly bitmap: Bitmap;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly advance: number;
}

export interface FontLayout {
  readonly width: number;
  readonly height: number;
  /** From the top of a glyph. */
  readonly baseline: number;
  /** From one baseline to the next. */
  readonly lineHeight: number;
  readonly glyphs: readonly PlacedGlyph[];
}

export function layoutFont(params: BitmapFontParams): FontLayout {
  const { charset, padding, font_style, glyph_size } = params;
  const [glyphWidth, glyphHeight] = glyph_size;
  const size = `${glyphWidth}x${glyphHeight}` as GlyphSize;
  const [width, height] = fontAtlasSize(params);
  const glyphs: PlacedGlyph[] = [];
  let x = 0;
  let y = 0;
  for (let code = charset[0]; code <= charset[1]; code++) {
    const whole = glyphOf(size, code);
    const { bitmap, width: w } =
      font_style === 'proportional' ? cropped(whole, glyphWidth, glyphHeight) : { bitmap: whole, width: glyphWidth };
    if (x + w + padding > width) {
      x = 0;
      y += glyphHeight + padding;
    }
    const space = font_style === 'proportional' && code === 32 ? params.space_advance : undefined;
    glyphs.push({ code, bitmap, x: x + padding, y: y + padding, width: w, advance: space ?? w + 1 });
    x += w + padding;
  }
  const baseline = params.baseline === 'drawn' ? BASELINES[size] : Math.floor((3 * glyphHeight) / 4);
  return { width, height, baseline, lineHeight: glyphHeight + 2, glyphs };
}

/** The lit columns of a bitmap and what is between them; one column where nothing is lit. */
function cropped(bitmap: Bitmap, width: number, height: number): { bitmap: Bitmap; width: number } {
  let first = width;
  let last = 0;
  bitmap.forEach((lit, i) => {
    if (!lit) return;
    first = Math.min(first, i % width);
    last = Math.max(last, i % width);
  });
  if (first > last) return { bitmap: new Uint8Array(height), width: 1 };
  const columns = last - first + 1;
  const out = new Uint8Array(columns * height);
  for (let y = 0; y < height; y++) {
    out.set(bitmap.subarray(y * width + first, y * width + first + columns), y * columns);
  }
  return { bitmap: out, width: columns };
}
