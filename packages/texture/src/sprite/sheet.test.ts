import { describe, expect, it } from 'vitest';
import { generate, hexAt, picture } from '../../test/fixtures.ts';

const KIND = 'sprite.sheet_v1';
const FRAMES = [
  { id: 'a', width: 2, height: 1, color: [1, 0, 0, 1] },
  { id: 'b', width: 3, height: 2, color: [0, 1, 0, 0.5], pivot: [0.5, 1] },
  { id: 'c', width: 1, height: 1, node_ref: 'n' },
];

it('packs rectangles with their gutters, and describes them', async () => {
  const sheet = await picture(KIND, { resolution: [8, 8], padding: 1, frames: FRAMES });
  const rows = Array.from({ length: 8 }, (_, y) =>
    Array.from({ length: 8 }, (__, x) => {
      const names: Record<string, string> = { ff0000ff: 'a', '00ff0080': 'b', ff00ffff: 'c', '00000000': '.' };
      return names[hexAt(sheet, x, y)];
    }).join(''),
  );
  expect(rows).toEqual([
    'bbbbbccc',
    'bbbbbccc',
    'bbbbbccc',
    'bbbbb...',
    'aaaa....',
    'aaaa....',
    'aaaa....',
    '........',
  ]);
  expect((sheet.json as { frames: object[] }).frames[1]).toEqual({
    id: 'b',
    u_min: 0.125,
    v_min: 0.125,
    u_max: 0.5,
    v_max: 0.375,
    width: 3,
    height: 2,
    pivot: [0.5, 1],
  });
});

it('paints the gutter of a frame without pixels', async () => {
  const frames = [{ id: 'a', width: 0, height: 2, color: [1, 1, 1, 1] }];
  const sheet = await picture(KIND, { resolution: [4, 4], padding: 1, frames });
  const lit = Array.from({ length: 16 }, (_, i) => hexAt(sheet, i % 4, i >> 2) === 'ffffffff');
  expect(lit.map(Number).join('')).toBe('1100110011001100');
});

describe('content', () => {
  it('shows pixels by the palette, scaled up, with the gutter of the outermost', async () => {
    const sheet = await picture(KIND, {
      resolution: [8, 8],
      padding: 1,
      palette: { r: [1, 0, 0, 1], g: [0, 1, 0, 1] },
      frames: [{ id: 'a', width: 4, height: 4, pixels: ['r.', 'gr'] }],
    });
    expect(hexAt(sheet, 1, 1)).toBe('ff0000ff');
    expect(hexAt(sheet, 2, 2)).toBe('ff0000ff');
    expect(hexAt(sheet, 3, 1)).toBe('00000000');
    expect(hexAt(sheet, 1, 3)).toBe('00ff00ff');
    expect(hexAt(sheet, 0, 0)).toBe('ff0000ff');
    expect(hexAt(sheet, 5, 5)).toBe('ff0000ff');
    expect(hexAt(sheet, 0, 5)).toBe('00ff00ff');
  });

  it('draws shapes with soft edges on a transparent ground of their colour', async () => {
    const frames = [{ id: 'a', width: 32, height: 32, color: [1, 0.5, 0, 1], shape: 'circle' }];
    const sheet = await picture(KIND, { resolution: [40, 40], padding: 4, frames });
    expect(hexAt(sheet, 20, 20)).toBe('ff8000ff');
    expect(hexAt(sheet, 4, 4)).toBe('ff800000');
    const alphas = new Set(Array.from({ length: 32 }, (_, x) => sheet.data[((4 + 9) * 40 + 4 + x) * 4 + 3]!));
    expect([...alphas].some((alpha) => alpha > 0 && alpha < 255)).toBe(true);
    const area = sheet.data.filter((_, i) => i % 4 === 3).reduce((sum, alpha) => sum + alpha / 255, 0);
    expect(area).toBeGreaterThan(0.97 * Math.PI * (0.95 * 16) ** 2);
    expect(area).toBeLessThan(1.03 * Math.PI * (0.95 * 16) ** 2);
  });
});

describe('Aseprite description', () => {
  const outputs = [
    { kind: 'primary', format: 'png', path: 'art/hero.png' },
    { kind: 'metadata', format: 'json', path: 'art/hero.json' },
    { kind: 'metadata', format: 'json', path: 'art/hero.ase.json', source: 'aseprite' },
  ];

  it('stands beside the native one, in pixels, with durations and tags', async () => {
    const params = {
      resolution: [8, 8],
      padding: 1,
      frames: [{ ...FRAMES[0], duration_ms: 80 }, FRAMES[1]],
      tags: [{ name: 'walk', from: 'a', to: 'b', direction: 'pingpong' }],
    };
    const [png, native, aseprite] = await generate(KIND, params, { outputs });
    expect(png!.format).toBe('png');
    expect(JSON.parse(new TextDecoder().decode(native!.bytes))).toHaveProperty('atlas_width', 8);
    const { frames, meta } = JSON.parse(new TextDecoder().decode(aseprite!.bytes));
    expect(frames).toEqual([
      {
        filename: 'a',
        frame: { x: 1, y: 5, w: 2, h: 1 },
        rotated: false,
        trimmed: false,
        spriteSourceSize: { x: 0, y: 0, w: 2, h: 1 },
        sourceSize: { w: 2, h: 1 },
        duration: 80,
      },
      expect.objectContaining({ filename: 'b', frame: { x: 1, y: 1, w: 3, h: 2 }, duration: 100 }),
    ]);
    expect(meta).toMatchObject({ image: 'hero.png', size: { w: 8, h: 8 }, scale: '1', format: 'RGBA8888' });
    expect(meta.frameTags).toEqual([{ name: 'walk', from: 0, to: 1, direction: 'pingpong' }]);
    expect(meta.slices[1].keys[0].pivot).toEqual({ x: 2, y: 2 });
  });
});

it('shrinks the atlas to powers of two on request', async () => {
  const sheet = await picture(KIND, { resolution: [500, 500], padding: 1, frames: FRAMES, fit: 'power_of_two' });
  expect([sheet.width, sheet.height]).toEqual([8, 8]);
  expect(sheet.json).toMatchObject({ atlas_width: 8, atlas_height: 8 });
  expect(hexAt(sheet, 0, 0)).toBe('00ff0080');
});

it('mip levels keep cells apart: no texel of a smaller level mixes two frames', async () => {
  const frames = ['a', 'b', 'c', 'd'].map((id, i) => ({
    id,
    width: 11 + i,
    height: 9,
    color: [i === 0 ? 1 : 0, i === 1 ? 1 : 0, i === 2 ? 1 : 0, 1],
  }));
  const mixed = async (mip_levels: number) => {
    const sheet = await picture(KIND, { resolution: [128, 64], padding: 1, mip_levels, frames });
    let found = 0;
    for (let y = 0; y < 64; y += 8) {
      for (let x = 0; x < 128; x += 8) {
        const colors = new Set<string>();
        for (let i = 0; i < 64; i++) colors.add(hexAt(sheet, x + (i % 8), y + (i >> 3)));
        colors.delete('00000000');
        if (colors.size > 1) found++;
      }
    }
    return found;
  };
  expect(await mixed(0)).toBeGreaterThan(0);
  expect(await mixed(3)).toBe(0);
});
