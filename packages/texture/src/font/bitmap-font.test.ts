import { describe, expect, it } from 'vitest';
import { generate, hexAt, type Picture, picture } from '../../test/fixtures.ts';

const KIND = 'font.bitmap_v1';

interface Metrics {
  line_height: number;
  glyphs: { character: string; uv_min: number[]; uv_max: number[]; width: number; advance: number; baseline: number }[];
}

/** The glyph of a character as rows of text. */
function glyph({ json, ...sheet }: Picture & { json: never }, character: string): string[] {
  const { uv_min, width } = (json as Metrics).glyphs.find((g) => g.character === character)!;
  const left = Math.round(uv_min[0]! * sheet.width);
  const top = Math.round(uv_min[1]! * sheet.height);
  return Array.from({ length: 7 }, (_, y) =>
    Array.from({ length: width }, (__, x) => (hexAt(sheet, left + x, top + y).endsWith('ff') ? '#' : '.')).join(''),
  );
}

it.each([
  [[5, 7], [32, 126], 2, [112, 54]],
  [[8, 8], [32, 126], 2, [160, 60]],
  [[6, 9], [48, 57], 2, [128, 11]],
  [[6, 9], [31, 33], 1, [112, 10]],
])('%j, characters %j, padding %j: atlas of %j', async (glyph_size, charset, padding, size) => {
  const { width, height } = await picture(KIND, { glyph_size, charset, padding });
  expect([width, height]).toEqual(size);
});

it('describes its glyphs', async () => {
  const { json } = await picture(KIND, { charset: [31, 33], glyph_size: [6, 9], padding: 1 });
  expect((json as Metrics).line_height).toBe(11);
  expect(JSON.stringify((json as Metrics).glyphs[2])).toBe(
    '{"char_code":33,"character":"!","uv_min":[0.13392857142857142,0.1],"uv_max":[0.1875,1],"width":6,"height":9,"advance":7,"baseline":6}',
  );
  expect((json as Metrics).glyphs[0]!.character).toBe('\u001f');
});

it('draws in its colour, with gutters that repeat the edge or stay empty', async () => {
  const params = { charset: [69, 69], glyph_size: [5, 7], padding: 2, color: [1, 0, 0, 1] };
  const filled = await picture(KIND, params);
  expect([hexAt(filled, 2, 2), hexAt(filled, 0, 0), hexAt(filled, 4, 3)]).toEqual(['ff0000ff', 'ff0000ff', '00000000']);
  const empty = await picture(KIND, { ...params, gutter: 'transparent' });
  expect([hexAt(empty, 2, 2), hexAt(empty, 0, 0), hexAt(empty, 1, 4)]).toEqual(['ff0000ff', '00000000', '00000000']);
});

describe('proportional', () => {
  const params = { charset: [32, 126], glyph_size: [5, 7], font_style: 'proportional', gutter: 'transparent' };

  it('crops glyphs to their columns', async () => {
    const sheet = await picture(KIND, params);
    expect(glyph(sheet, '!')).toEqual(['#', '#', '#', '#', '#', '.', '#']);
    expect(glyph(sheet, 'I')).toEqual(['###', '.#.', '.#.', '.#.', '.#.', '.#.', '###']);
    expect(glyph(sheet, 'W')[3]).toBe('#.#.#');
    const { glyphs } = sheet.json as Metrics;
    expect(glyphs.map(({ width, advance }) => advance - width).every((gap) => gap === 1)).toBe(true);
    expect(glyphs[0]).toMatchObject({ character: ' ', width: 1, advance: 2 });
  });

  it('gives the space an advance of its own, and the baseline of the drawing', async () => {
    const sheet = await picture(KIND, { ...params, space_advance: 4, baseline: 'drawn' });
    expect((sheet.json as Metrics).glyphs[0]).toMatchObject({ width: 1, advance: 4, baseline: 7 });
    expect((sheet.json as Metrics).glyphs[1]).toMatchObject({ advance: 2 });
  });
});

it('writes a BMFont file whose rectangles are those of the description', async () => {
  const outputs = [
    { kind: 'primary', format: 'png', path: 'fonts/tiny.png' },
    { kind: 'metadata', format: 'json', path: 'fonts/tiny.json' },
    { kind: 'metadata', format: 'fnt', path: 'fonts/tiny.fnt' },
  ];
  const params = { charset: [65, 90], glyph_size: [8, 8], font_style: 'proportional' };
  const [png, json, fnt] = await generate(KIND, params, { outputs });
  const text = new TextDecoder().decode(fnt!.bytes);
  const { glyphs, ...atlas } = JSON.parse(new TextDecoder().decode(json!.bytes));
  expect(text).toMatch(/^info face="an-asset" size=8 .*\ncommon lineHeight=10 base=6 scaleW=160 scaleH=20 pages=1 /);
  expect(text).toContain('\npage id=0 file="tiny.png"\nchars count=26\n');
  const chars = [...text.matchAll(/^char id=(\d+) x=(\d+) y=(\d+) width=(\d+) height=8 .*xadvance=(\d+) /gm)];
  expect(chars.map((match) => match.slice(1).map(Number))).toEqual(
    glyphs.map((g: { char_code: number; uv_min: number[]; width: number; advance: number }) => [
      g.char_code,
      Math.round(g.uv_min[0]! * atlas.atlas_width),
      Math.round(g.uv_min[1]! * atlas.atlas_height),
      g.width,
      g.advance,
    ]),
  );
  expect(png!.metrics).toMatchObject({ glyphs: 26 });
});
