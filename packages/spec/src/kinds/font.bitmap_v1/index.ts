/** `font.bitmap_v1`: the glyphs of a small bitmap font in one picture. */
import type { KindModule } from '../kind.ts';
import { check } from './check.ts';
import { type BitmapFontParams, bitmapFontParams } from './params.ts';

export { fontAtlasSize } from './layout.ts';
export { type BitmapFontParams, bitmapFontParams, FONT_SIZES } from './params.ts';

export const bitmapFontV1: KindModule<BitmapFontParams> = { kind: 'font.bitmap_v1', params: bitmapFontParams, check };

export default bitmapFontV1;
