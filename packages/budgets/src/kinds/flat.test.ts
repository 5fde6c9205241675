import { validateDocument } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { checkBudgets, estimate } from '../check-spec.ts';
import { byName, DEFAULT_PROFILE } from '../profile.ts';

async function specOf(kind: string, params: Record<string, unknown>) {
  const { spec, errors } = await validateDocument({
    spec_version: 1,
    asset_id: 'an-asset',
    asset_type: kind.split('.')[0],
    license: 'CC0-1.0',
    seed: 1,
    outputs: [{ kind: 'primary', format: 'png', path: 'a.png' }],
    recipe: { kind, params },
  });
  expect(errors).toEqual([]);
  return spec!;
}

const COLOR = [1, 1, 1, 1];
const cards = (count: number, side: number, padding = 2) => ({
  resolution: [side, side],
  padding,
  slots: { icon_region: [0, 0, 1, 1], rarity_indicator_region: [0, 0, 1, 1], background_region: [0, 0, 1, 1] },
  rarity_presets: ['common', 'uncommon', 'rare', 'epic', 'legendary']
    .slice(0, count)
    .map((tier) => ({ tier, border_color: COLOR, background_color: COLOR })),
});
const numbers = { outline_width: 8, styles: [{ style_type: 'normal', text_color: COLOR, outline_color: COLOR }] };

describe('atlases', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['sprite.sheet_v1', { resolution: [4096, 4096], frames: [] }, []],
    ['sprite.sheet_v1', { resolution: [4097, 1], frames: [] }, ['max_dimension recipe.params.resolution[0]']],
    ['ui.icon_set_v1', { resolution: [1, 4097], icons: [] }, ['max_dimension recipe.params.resolution[1]']],
    [
      'vfx.flipbook_v1',
      { resolution: [5000, 5000], effect: 'smoke', frame_size: [9, 9] },
      ['max_dimension recipe.params.resolution[0]', 'max_pixels recipe.params.resolution[0]'],
    ],
    ['ui.item_card_v1', cards(5, 815), []],
    ['ui.item_card_v1', cards(5, 816), ['max_dimension recipe.params.rarity_presets']],
    ['ui.damage_number_v1', { ...numbers, glyph_size: [128, 128], glow_margin: 64 }, []],
    [
      'ui.damage_number_v1',
      { ...numbers, glyph_size: [128, 128], padding: 200 },
      ['max_dimension recipe.params.glyph_size[0]'],
    ],
    ['font.bitmap_v1', { charset: [32, 126], glyph_size: [8, 8], padding: 248 }, []],
    [
      'font.bitmap_v1',
      { charset: [32, 126], glyph_size: [8, 8], padding: 249 },
      ['max_dimension recipe.params.padding'],
    ],
  ])('%s %j', async (kind, params, expected) => {
    const issues = await checkBudgets(await specOf(kind, params), DEFAULT_PROFILE);
    expect(issues.map(({ code }) => code)).toEqual(expected.map(() => 'E021'));
    expect(issues.map(({ message, path }) => `${/: (\w+) is/.exec(message)![1]} ${path}`)).toEqual(expected);
  });

  it('depend on the profile', async () => {
    const sheet = await specOf('sprite.sheet_v1', { resolution: [512, 16], frames: [] });
    expect((await checkBudgets(sheet, byName('zx-8bit')!)).map(({ expected }) => expected)).toEqual(['256']);
    expect(await checkBudgets(sheet, byName('unlimited')!)).toEqual([]);
  });
});

describe('estimates', () => {
  it('grow with the pixels, and with what each costs', async () => {
    const flipbook = (more: object) =>
      specOf('vfx.flipbook_v1', { resolution: [512, 512], effect: 'explosion', frame_size: [64, 64], ...more });
    const plain = await estimate(await flipbook({}));
    expect(await estimate(await flipbook({ effect: 'smoke' }))).toBeGreaterThan(plain);
    expect(await estimate(await flipbook({ seamless: true }))).toBeGreaterThan(plain);
    expect(await estimate(await flipbook({ frame_count: 32 }))).toBeGreaterThan(plain);
    const sheet = (side: number) => specOf('sprite.sheet_v1', { resolution: [side, side], frames: [] });
    expect(await estimate(await sheet(200))).toBe(4 * (await estimate(await sheet(100))));
    const digits = (glyph_style: string) =>
      specOf('ui.damage_number_v1', { ...numbers, glyph_size: [16, 16], glyph_style });
    expect(await estimate(await digits('smooth'))).toBeGreaterThan(await estimate(await digits('pixel')));
    const font = await specOf('font.bitmap_v1', { charset: [32, 126], glyph_size: [5, 7] });
    expect(await estimate(font)).toBe(112 * 54);
    expect(await estimate(await specOf('ui.item_card_v1', cards(2, 64)))).toBe(4 * 136 * 68);
  });
});
