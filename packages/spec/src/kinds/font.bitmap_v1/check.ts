/** Rules of bitmap fonts that need more than one field. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { type BitmapFontParams, FONT_SIZES } from './params.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

export function check(params: BitmapFontParams, _envelope: SpecEnvelope, findings: Findings): void {
  const [width, height] = params.glyph_size;
  const font = FONT_SIZES.find(({ size }) => size[0] === width && size[1] === height);
  if (!font) {
    findings.error('E012', [...PARAMS, 'glyph_size'], 'there are no glyphs of this size', {
      expected: FONT_SIZES.map(({ size }) => `[${size.join(', ')}]`).join(' or '),
      found: `[${width}, ${height}]`,
    });
  }
  const [start, end] = params.charset;
  if (start > end) {
    findings.error('E012', [...PARAMS, 'charset'], 'the first character must not come after the last', {
      expected: `at most ${end}`,
      found: describe(start),
    });
  }
  if (font && end > font.last) {
    findings.error('E012', [...PARAMS, 'charset'], `glyphs of ${width} x ${height} end with character ${font.last}`, {
      expected: `at most ${font.last}`,
      found: describe(end),
      ...(end <= 255 && { suggestion: 'use "glyph_size": [6, 9], which has Latin-1' }),
    });
  }
  if (params.space_advance != null && params.font_style === 'monospace') {
    findings.warn('W004', [...PARAMS, 'space_advance'], 'space_advance is for proportional fonts; it is ignored');
  }
}
