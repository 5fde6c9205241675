/** Nine-slice panels, icon sets and item cards. */
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { hexAt, type Picture, picture } from '../../test/fixtures.ts';

const NAMES = 'top_left top_right bottom_left bottom_right top_edge bottom_edge left_edge right_edge center'.split(' ');

describe('nine slices', () => {
  const KIND = 'ui.nine_slice_v1';

  it('have the published pixels', async () => {
    const [black, white] = [
      [0, 0, 0, 1],
      [1, 1, 1, 1],
    ];
    const regions = {
      ...Object.fromEntries(NAMES.map((name) => [name, black])),
      corner_size: [16, 12],
      edge_width: 20,
      edge_height: 14,
      top_left: [0.2, 0.3, 0.4, 1],
      center: white,
    };
    expect(crc32((await picture(KIND, { resolution: [96, 96], regions })).data)).toBe(0xb6da4ead);
  });

  it.each([
    [[1, 1], [2, 1], 1, [9, 8], 'aaeeeebb. aaeeeebb. ggiiiihhh ggiiiihhh ggiiiihhh ccffffdd. ccffffdd. .........'],
    [[1, 2], [2, 1], 0, [5, 6], 'aeeb. a..b. giihh cffd. c..d. .....'],
    [
      [2, 2],
      [1, 4],
      1,
      [10, 12],
      'aaaeeebbb. aaaeeebbb. aaaeeebbb. gggiiihhb. gggiiihh.. gggiiihh.. gggiiihh.. gggiiihh.. gggiiihhd. cccfffddd. cccfffddd. cccfffddd.',
    ],
  ])('of corner %j and edge %j overlap as published', async (corner_size, edge, padding, resolution, map) => {
    const colors = NAMES.map((name, i) => [name, [(i + 1) / 255, 0, 0, 1]] as const);
    const regions = { ...Object.fromEntries(colors), corner_size, edge_width: edge[0], edge_height: edge[1] };
    const panel = await picture(KIND, { resolution, padding, regions });
    const rows = Array.from({ length: panel.height }, (_, y) =>
      Array.from({ length: panel.width }, (__, x) => '.abcdefghi'[panel.data[(y * panel.width + x) * 4]!]).join(''),
    );
    expect(rows.join(' ')).toBe(map);
  });

  it('of the natural layout put together are one panel with round corners and a line around it', async () => {
    const regions = {
      ...Object.fromEntries(NAMES.map((name) => [name, [0, 0, 1, 1]])),
      corner_size: [10, 8],
      edge_width: 12,
      edge_height: 6,
    };
    const params = { resolution: [64, 64], padding: 2, regions, edge_layout: 'natural' };
    const panel = await picture(KIND, { ...params, corner_radius: 6, border_width: 2, border_color: [1, 0, 0, 1] });
    const { regions: found } = panel.json as { regions: Record<string, Record<string, number>> };
    const size = (name: string) => [found[name]!.width, found[name]!.height];
    expect([size('top_edge'), size('left_edge'), size('center')]).toEqual([
      [12, 8],
      [10, 6],
      [12, 6],
    ]);
    const at = (name: string, x: number, y: number) =>
      hexAt(panel, found[name]!.u_min! * 64 + x, found[name]!.v_min! * 64 + y);
    expect(at('top_left', 0, 0)).toMatch(/00$/);
    expect(at('bottom_right', 9, 7)).toMatch(/00$/);
    expect(at('top_left', 9, 0)).toBe('ff0000ff');
    for (const [name, x, y] of [
      ['top_edge', 5, 1],
      ['left_edge', 1, 3],
      ['right_edge', 9, 3],
      ['bottom_edge', 3, 7],
    ] as const) {
      expect(at(name, x, y)).toBe('ff0000ff');
    }
    expect(at('top_edge', 5, 2)).toBe('0000ffff');
    expect(at('center', 0, 0)).toBe('0000ffff');
  });
});

describe('icon sets', () => {
  const icons = [
    { id: 'a', width: 2, height: 1, color: [1, 0, 0, 1] },
    { id: 'b', width: 3, height: 2, color: [0, 1, 0, 0.5], category: 'k' },
  ];

  it('are packed and described in the order given', async () => {
    const set = await picture('ui.icon_set_v1', { resolution: [8, 8], padding: 1, icons });
    expect(JSON.stringify((set.json as { icons: object[] }).icons[1])).toBe(
      '{"id":"b","u_min":0.125,"v_min":0.125,"u_max":0.5,"v_max":0.375,"width":3,"height":2,"category":"k"}',
    );
    expect([hexAt(set, 0, 0), hexAt(set, 4, 3), hexAt(set, 5, 0)]).toEqual(['00ff0080', '00ff0080', '00000000']);
    expect([hexAt(set, 1, 5), hexAt(set, 4, 5)]).toEqual(['ff0000ff', '00000000']);
  });
});

describe('item cards', () => {
  const KIND = 'ui.item_card_v1';
  const slots = {
    icon_region: [4, 4, 8, 8],
    rarity_indicator_region: [4, 30, 24, 6],
    background_region: [0, 0, 32, 40],
  };
  const rare = { tier: 'rare', border_color: [0.2, 0.45, 1, 1], background_color: [0.1, 0.12, 0.2, 1] };
  const common = { tier: 'common', border_color: [0.5, 0.5, 0.5, 1], background_color: [0.1, 0.1, 0.1, 0.5] };
  const params = { resolution: [32, 40], padding: 1, border_width: 3, slots, rarity_presets: [rare, common] };

  /** As they are published: without gutters. */
  function withoutPadding({ width, height, data }: Picture, cell: number, padding: number): Uint8Array {
    return data.map((byte, i) => {
      const x = ((i >> 2) % width) % cell;
      const y = Math.floor((i >> 2) / width);
      return x < padding || x >= cell - padding || y < padding || y >= height - padding ? 0 : byte;
    });
  }

  it('have the published pixels where corners are square and nothing glows', async () => {
    const sheet = await picture(KIND, {
      resolution: [128, 192],
      border_width: 2,
      corner_radius: 0,
      slots: { icon_region: [8, 8, 8, 8], rarity_indicator_region: [8, 80, 112, 16], background_region: [0, 0, 9, 9] },
      rarity_presets: [
        { tier: 'common', border_color: [0.5, 0.5, 0.5, 1], background_color: [0.1, 0.1, 0.1, 1] },
        { tier: 'legendary', border_color: [1, 0.8, 0.2, 1], background_color: [0.25, 0.2, 0.1, 1] },
      ],
    });
    expect([sheet.width, sheet.height]).toEqual([264, 196]);
    expect(crc32(withoutPadding(sheet, 132, 2))).toBe(0x18fb275d);
  });

  it('go from common to legendary, with border, ground and indicator', async () => {
    const sheet = await picture(KIND, { ...params, corner_radius: 0 });
    expect([sheet.width, sheet.height]).toEqual([68, 42]);
    expect([hexAt(sheet, 1, 1), hexAt(sheet, 3, 3), hexAt(sheet, 4, 4), hexAt(sheet, 5, 31)]).toEqual([
      '808080ff',
      '808080ff',
      '1a1a1a80',
      '4d4d4dcc',
    ]);
    expect([hexAt(sheet, 35, 1), hexAt(sheet, 38, 4), hexAt(sheet, 39, 31)]).toEqual([
      '3373ffff',
      '1a1f33ff',
      '1f4599cc',
    ]);
    expect(hexAt(sheet, 0, 0)).toBe('808080ff');
    expect((sheet.json as { variants: object[] }).variants[0]).toEqual({
      tier: 'common',
      uv: {
        u_min: 0.014705882352941176,
        v_min: 0.023809523809523808,
        u_max: 0.4852941176470588,
        v_max: 0.9761904761904762,
      },
      slots: {
        icon: { x: 4, y: 4, width: 8, height: 8 },
        rarity_indicator: { x: 4, y: 30, width: 24, height: 6 },
        background: { x: 0, y: 0, width: 32, height: 40 },
      },
    });
  });

  it('have round corners', async () => {
    const round = await picture(KIND, { ...params, corner_radius: 8 });
    expect(hexAt(round, 1, 1)).toMatch(/00$/);
    expect(hexAt(round, 16, 1)).toBe('808080ff');
    const square = await picture(KIND, { ...params, corner_radius: 0 });
    const alpha = (sheet: Picture) => sheet.data.filter((_, i) => i % 4 === 3).reduce((sum, a) => sum + a, 0);
    expect(alpha(round)).toBeLessThan(alpha(square));
  });

  it('glow from the border inwards', async () => {
    const glowing = { ...rare, glow_color: [1, 1, 1, 0.5] };
    const sheet = await picture(KIND, { ...params, rarity_presets: [glowing], glow_width: 6 });
    const red = (x: number) => Number.parseInt(hexAt(sheet, x, 21).slice(0, 2), 16);
    expect(red(4)).toBeGreaterThan(red(6));
    expect(red(6)).toBeGreaterThan(red(8));
    expect(red(8)).toBeGreaterThan(0x1a);
    expect(red(14)).toBe(0x1a);
    expect(hexAt(sheet, 2, 21)).toBe('3373ffff');
  });

  it('tint the icon region on request', async () => {
    const half = await picture(KIND, { ...params, rarity_presets: [rare], icon_color: [1, 1, 1, 0.5] });
    expect(hexAt(half, 10, 10)).toBe('8d8f99ff');
    const sheet = await picture(KIND, { ...params, icon_color: [0, 1, 0, 1] });
    expect([hexAt(sheet, 5, 5), hexAt(sheet, 12, 12), hexAt(sheet, 13, 13)]).toEqual([
      '00ff00ff',
      '00ff00ff',
      '1a1a1a80',
    ]);
  });
});
