/** That the golden specs use everything there is: each kind's values and optional fields, every glyph set. */
import { loadKind } from '@speccade/spec';
import { FONT_SIZES } from '@speccade/spec/kinds/font.bitmap_v1';
import { expect, it } from 'vitest';
import { possible, used } from '../audio/_coverage.ts';
import { flatSpecs } from './_specs.ts';

const specs = Object.values(flatSpecs());
const KINDS = [
  'sprite.sheet_v1',
  'sprite.animation_v1',
  'vfx.flipbook_v1',
  'vfx.particle_profile_v1',
  'ui.nine_slice_v1',
  'ui.icon_set_v1',
  'ui.item_card_v1',
  'ui.damage_number_v1',
  'font.bitmap_v1',
];

const KNOWN: Readonly<Record<string, string>> = {
  'sprite.sheet_v1': 'shape=sword',
  'sprite.animation_v1': 'timing=distributed',
  'vfx.flipbook_v1': 'effect=dissolve',
  'vfx.particle_profile_v1': 'profile=screen',
  'ui.nine_slice_v1': 'border_color',
  'ui.icon_set_v1': 'shape=unlock',
  'ui.item_card_v1': 'tier=epic',
  'ui.damage_number_v1': 'glyph_style=smooth',
  'font.bitmap_v1': 'gutter=replicated',
};

it.each(KINDS)('%s: every value and optional field', async (kind) => {
  const schema = (await loadKind(kind))!.params;
  const parse = (schema as unknown as { parse(value: unknown): unknown }).parse;
  const everything = possible(schema);
  expect([...everything].some((name) => name.endsWith(KNOWN[kind]!))).toBe(true);
  const found = new Set<string>();
  const ofKind = specs.filter(({ recipe }) => recipe!.kind === kind);
  expect(ofKind.length).toBeGreaterThanOrEqual(2);
  for (const { recipe } of ofKind) used(schema, parse(recipe!.params), found);
  // Sheets and icons draw the same shapes: one kind with all of them is enough. `node_ref` is reserved.
  const elsewhere = (name: string) => kind === 'sprite.sheet_v1' && /shape=|node_ref$/.test(name);
  const missing = [...everything].filter((name) => !found.has(name) && !elsewhere(name));
  expect(missing.join(' ')).toBe('');
});

it('every font size with its whole character set, in both styles', () => {
  const fonts = specs.filter(({ recipe }) => recipe!.kind === 'font.bitmap_v1').map(({ recipe }) => recipe!.params);
  for (const { size, last } of FONT_SIZES) {
    const ofSize = (fonts as { glyph_size: number[]; charset: number[]; font_style?: string }[]).filter(
      ({ glyph_size }) => glyph_size.join() === size.join(),
    );
    expect(ofSize.some(({ charset }) => charset[0]! <= 32 && charset[1] === last)).toBe(true);
  }
});

it('pictures are also described for Aseprite and BMFont', () => {
  const outputs = specs.flatMap((spec) => spec.outputs);
  expect(outputs.some(({ source }) => source === 'aseprite')).toBe(true);
  expect(outputs.some(({ format }) => format === 'fnt')).toBe(true);
});
