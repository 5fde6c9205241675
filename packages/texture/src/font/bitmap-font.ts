/** Makes bitmap fonts: an atlas of glyphs, their metrics, and a BMFont file where one is declared. */
import { type Artifact, BackendError, type Spec } from '@speccade/spec';
import { type BitmapFontParams, FONT_SIZES } from '@speccade/spec/kinds/font.bitmap_v1';
import { describeJson, floats } from '../describe-json.ts';
import { artifactsOf, pictureMetrics, pngOf } from '../draw/artifacts.ts';
import { replicateEdges } from '../draw/gutter.ts';
import { createSurface, packColor, type Surface, setPixel } from '../draw/surface.ts';
import { bmfont } from './bmfont.ts';
import { type FontLayout, layoutFont, type PlacedGlyph } from './font-layout.ts';

export function makeBitmapFont(spec: Spec): Artifact[] {
  const params = spec.recipe!.params as BitmapFontParams;
  requireGlyphs(params);
  const height = params.glyph_size[1];
  const font = layoutFont(params);
  const surface = createSurface(font.width, font.height);
  const color = packColor(params.color);
  for (const glyph of font.glyphs) {
    drawGlyph(surface, glyph, height, color);
    if (params.gutter === 'replicated') {
      replicateEdges(surface, glyph.x, glyph.y, glyph.width, height, params.padding);
    }
  }
  const png = pngOf(surface);
  const picture = spec.outputs.find(({ kind }) => kind === 'primary')?.path ?? '';
  return artifactsOf(
    spec,
    ({ kind, format }) => {
      if (kind === 'primary') return format === 'png' ? png : undefined;
      if (format === 'json') return metrics(params, font);
      const name = picture.slice(picture.lastIndexOf('/') + 1);
      return format === 'fnt' ? new TextEncoder().encode(bmfont(spec.asset_id, name, font, height)) : undefined;
    },
    { ...pictureMetrics(surface), glyphs: font.glyphs.length },
  );
}

/** For parameters that were not validated: validation finds the same. */
function requireGlyphs({ glyph_size, charset }: BitmapFontParams): void {
  const font = FONT_SIZES.find(({ size }) => size[0] === glyph_size[0] && size[1] === glyph_size[1]);
  if (font && charset[1] <= font.last && charset[0] <= charset[1]) return;
  const path = `recipe.params.${font ? 'charset' : 'glyph_size'}`;
  throw new BackendError([{ code: 'TEXTURE_003', severity: 'error', path, message: 'there are no such glyphs' }]);
}

function drawGlyph(s: Surface, { bitmap, x, y, width }: PlacedGlyph, height: number, color: number): void {
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      // Blank pixels are written too: the gutter of the glyph before may lie there.
      setPixel(s, x + column, y + row, bitmap[row * width + column] ? color : 0);
    }
  }
}

function metrics(params: BitmapFontParams, font: FontLayout): Uint8Array {
  const { width, height } = font;
  const glyphHeight = params.glyph_size[1];
  return describeJson({
    atlas_width: width,
    atlas_height: height,
    glyph_size: params.glyph_size,
    padding: params.padding,
    font_style: params.font_style,
    line_height: font.lineHeight,
    glyphs: font.glyphs.map(({ code, x, y, width: w, advance }) => ({
      char_code: code,
      character: String.fromCharCode(code),
      uv_min: floats([x / width, y / height]),
      uv_max: floats([(x + w) / width, (y + glyphHeight) / height]),
      width: w,
      height: glyphHeight,
      advance,
      baseline: font.baseline,
    })),
  });
}
