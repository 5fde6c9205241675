import { describe, expect, it } from 'vitest';
import { hexAt, type Picture, picture } from '../../test/fixtures.ts';

const KIND = 'ui.damage_number_v1';
const WHITE = [1, 1, 1, 1];
const BLACK = [0, 0, 0, 1];
const normal = { style_type: 'normal', text_color: WHITE, outline_color: BLACK };
const critical = { style_type: 'critical', text_color: [1, 1, 0, 1], outline_color: [1, 0, 0, 1], scale: 2 };

const count = (sheet: Picture, hex: string) => {
  let found = 0;
  for (let y = 0; y < sheet.height; y++) for (let x = 0; x < sheet.width; x++) if (hexAt(sheet, x, y) === hex) found++;
  return found;
};

it('has a row for each style in a fixed order, and describes the cells', async () => {
  const params = { glyph_size: [8, 8], outline_width: 1, padding: 1, styles: [critical, normal] };
  const { width, height, json } = await picture(KIND, params);
  expect([width, height]).toEqual([144, 23]);
  const { styles } = json as { styles: { style: string; scale: number; uv_offset: number[]; glyphs: object[] }[] };
  expect(styles.map(({ style, scale }) => [style, scale])).toEqual([
    ['normal', 1],
    ['critical', 2],
  ]);
  expect(styles[0]!.uv_offset).toEqual([0.006944444444444444, 0.043478260869565216]);
  expect(styles[0]!.glyphs).toHaveLength(13);
  expect(styles[0]!.glyphs[0]).toEqual({
    char_code: '0',
    uv: [0.006944444444444444, 0.043478260869565216, 0.0763888888888889, 0.4782608695652174],
    width: 10,
    height: 10,
  });
});

it('scales 5 x 7 bitmaps, with an outline in all eight directions', async () => {
  const sheet = await picture(KIND, { glyph_size: [10, 14], outline_width: 1, padding: 0, styles: [normal] });
  // The minus is three of five columns, in the fourth of seven rows.
  const left = 11 * 12;
  const row = (y: number) =>
    Array.from({ length: 12 }, (_, x) => {
      const names: Record<string, string> = { ffffffff: '#', '000000ff': 'o', '00000000': '.' };
      return names[hexAt(sheet, left + x, y)];
    }).join('');
  expect([6, 7, 8, 9, 10].map(row)).toEqual([
    '..oooooooo..',
    '..o######o..',
    '..o######o..',
    '..oooooooo..',
    '............',
  ]);
});

describe('a glow', () => {
  const glow = { ...critical, glow_color: [0, 0, 1, 0.5] };
  const params = { glyph_size: [16, 24], outline_width: 2 };

  it('leaves text and outline as they are, and ends at the cell', async () => {
    const plain = await picture(KIND, { ...params, styles: [critical] });
    const lit = await picture(KIND, { ...params, styles: [glow] });
    expect(count(lit, 'ff0000ff')).toBe(count(plain, 'ff0000ff'));
    expect(count(lit, 'ffff00ff')).toBe(count(plain, 'ffff00ff'));
    for (let x = 0; x < lit.width; x++) expect([hexAt(lit, x, 0), hexAt(lit, x, 1)]).toEqual(['00000000', '00000000']);
  });

  it('is brightest beside the outline and fades over the margin', async () => {
    const sheet = await picture(KIND, { ...params, glow_margin: 6, styles: [glow] });
    // Left of the minus, in the middle of its height.
    const cell = 16 + 4 + 12;
    const left = 11 * (cell + 2) + 2;
    const alphas: number[] = [];
    for (let x = 0; x < cell; x++) {
      const hex = hexAt(sheet, left + x, 2 + 8 + 11);
      if (hex === 'ff0000ff') break;
      alphas.push(Number.parseInt(hex.slice(6), 16));
    }
    expect(alphas.length).toBeGreaterThan(6);
    expect(alphas).toEqual([...alphas].sort((a, b) => a - b));
    expect(alphas.at(-1)).toBeGreaterThan(100);
    expect(alphas[0]).toBeLessThan(40);
  });
});

describe('smooth glyphs', () => {
  it('have soft edges and differ from one another', async () => {
    const size = 40;
    const sheet = await picture(KIND, {
      glyph_size: [size, size],
      outline_width: 1,
      padding: 0,
      styles: [normal],
      glyph_style: 'smooth',
    });
    const glyphs = Array.from({ length: 13 }, (_, i) =>
      Array.from({ length: (size + 2) ** 2 }, (__, k) =>
        hexAt(sheet, i * (size + 2) + (k % (size + 2)), Math.floor(k / (size + 2))),
      ),
    );
    expect(new Set(glyphs.map(String)).size).toBe(13);
    for (const glyph of glyphs) {
      expect(glyph).toContain('ffffffff');
      expect(glyph.some((hex) => /^000000(?!00|ff)/.test(hex))).toBe(true);
    }
  });

  it('grow with the scale of their style where cells are scaled', async () => {
    const params = { glyph_size: [10, 14], outline_width: 1, padding: 1, styles: [normal, critical] };
    const { width, height, json } = await picture(KIND, { ...params, glyph_style: 'smooth', scale_cells: true });
    const { styles } = json as { styles: { glyphs: { width: number; height: number }[] }[] };
    expect(styles.map(({ glyphs }) => [glyphs[0]!.width, glyphs[0]!.height])).toEqual([
      [12, 16],
      [22, 30],
    ]);
    expect([width, height]).toEqual([13 * 23 + 1, 1 + 17 + 31]);
  });
});
