/** The glyph sets by size. Each is read from its drawing when it is first asked for. */
import { type Bitmap, readGlyphs } from './glyph-text.ts';
import { GLYPHS_5X7 } from './glyphs-5x7.ts';
import { ACCENTED, ACCENTS, CAPITAL_BASES_6X9, LATIN_6X9, SMALL_BASES_6X9, TALL_6X9 } from './glyphs-6x9.ts';
import { GLYPHS_8X8 } from './glyphs-8x8.ts';

export type GlyphSize = '5x7' | '8x8' | '6x9';

/** Rows from the top of a glyph to its baseline, by size. */
export const BASELINES: Readonly<Record<GlyphSize, number>> = { '5x7': 7, '8x8': 7, '6x9': 7 };

const READERS: Readonly<Record<GlyphSize, () => Map<number, Bitmap>>> = {
  '5x7': () => readGlyphs(GLYPHS_5X7, 5, 5, 7),
  '8x8': () => readGlyphs(GLYPHS_8X8, 7, 8, 8),
  '6x9': tallGlyphs,
};

const read = new Map<GlyphSize, Map<number, Bitmap>>();

/** All drawn glyphs of a size by code. Codes that are not there, the space among them, are blank. */
export function glyphSet(size: GlyphSize): ReadonlyMap<number, Bitmap> {
  let set = read.get(size);
  if (!set) read.set(size, (set = READERS[size]()));
  return set;
}

/** The glyph of a code, blank where there is none. */
export function glyphOf(size: GlyphSize, code: number): Bitmap {
  const [width, height] = size.split('x').map(Number) as [number, number];
  return glyphSet(size).get(code) ?? new Uint8Array(width * height);
}

function tallGlyphs(): Map<number, Bitmap> {
  const glyphs = readGlyphs(GLYPHS_5X7, 5, 6, 9);
  for (const part of [TALL_6X9, LATIN_6X9]) {
    for (const [code, bitmap] of readGlyphs(part, 5, 6, 9)) glyphs.set(code, bitmap);
  }
  const bases = new Map([...readGlyphs(CAPITAL_BASES_6X9, 5, 6, 9, 2), ...readGlyphs(SMALL_BASES_6X9, 5, 6, 9, 3)]);
  for (const [code, base, accent] of ACCENTED) {
    const bitmap = Uint8Array.from(bases.get(base.charCodeAt(0))!);
    ACCENTS[accent].forEach((row, y) => {
      for (let x = 0; x < 5; x++) if (row[x] === '#') bitmap[y * 6 + x] = 1;
    });
    glyphs.set(code, bitmap);
  }
  return glyphs;
}
