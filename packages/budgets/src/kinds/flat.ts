/** Counts and costs of sprites, interface elements, fonts and effects: the size of the atlas, whoever decides it. */
import type { BitmapFontParams } from '@speccade/spec/kinds/font.bitmap_v1';
import { fontAtlasSize } from '@speccade/spec/kinds/font.bitmap_v1';
import { type DamageNumberParams, damageNumberLayout } from '@speccade/spec/kinds/ui.damage_number_v1';
import { type ItemCardParams, itemCardLayout } from '@speccade/spec/kinds/ui.item_card_v1';
import type { FlipbookEffect, FlipbookParams } from '@speccade/spec/kinds/vfx.flipbook_v1';
import type { SpecCounts } from '../checks.ts';
import type { KindBudgets } from '../kind-budget.ts';

export const BUDGETS: KindBudgets = {
  'sprite.sheet_v1': { count: countResolution, estimate: estimateResolution },
  'vfx.flipbook_v1': { count: countResolution, estimate: estimateFlipbook },
  'ui.nine_slice_v1': { count: countResolution, estimate: estimateResolution },
  'ui.icon_set_v1': { count: countResolution, estimate: estimateResolution },
  'ui.item_card_v1': { count: countItemCards, estimate: estimateItemCards },
  'ui.damage_number_v1': { count: countDamageNumbers, estimate: estimateDamageNumbers },
  'font.bitmap_v1': { count: countFont, estimate: estimateFont },
};

/** Anything whose atlas is as large as it says. */
interface WithResolution {
  readonly resolution: readonly [number, number];
}

export function countResolution({ resolution: [width, height] }: WithResolution): SpecCounts {
  return atlas(width, height, 'resolution[0]', 'resolution[1]');
}

export function countItemCards(params: ItemCardParams): SpecCounts {
  const { width, height } = itemCardLayout(params);
  return atlas(width, height, 'rarity_presets', 'resolution[1]');
}

export function countDamageNumbers(params: DamageNumberParams): SpecCounts {
  const { width, height } = damageNumberLayout(params);
  return atlas(width, height, 'glyph_size[0]', 'glyph_size[1]');
}

export function countFont(params: BitmapFontParams): SpecCounts {
  const [width, height] = fontAtlasSize(params);
  return atlas(width, height, 'padding', 'charset');
}

export function estimateResolution({ resolution: [width, height] }: WithResolution): number {
  return width * height;
}

export function estimateItemCards(params: ItemCardParams): number {
  const { width, height } = itemCardLayout(params);
  return 4 * width * height;
}

/** Smooth glyphs measure each pixel against up to a dozen strokes. */
export function estimateDamageNumbers(params: DamageNumberParams): number {
  const { width, height } = damageNumberLayout(params);
  return (params.glyph_style === 'smooth' ? 20 : 4) * width * height;
}

export function estimateFont(params: BitmapFontParams): number {
  const [width, height] = fontAtlasSize(params);
  return width * height;
}

/** Units per pixel of a frame. */
const EFFECT_WEIGHTS: Readonly<Record<FlipbookEffect, number>> = { explosion: 45, smoke: 80, energy: 35, dissolve: 40 };

export function estimateFlipbook(params: FlipbookParams): number {
  const copies = params.seamless ? 2 : 1;
  const pixels = params.frame_count * params.frame_size[0] * params.frame_size[1];
  return estimateResolution(params) + copies * EFFECT_WEIGHTS[params.effect] * pixels;
}

function atlas(width: number, height: number, widthFrom: string, heightFrom: string): SpecCounts {
  const paths = { width: `recipe.params.${widthFrom}`, height: `recipe.params.${heightFrom}` };
  return { texture: { counts: { width, height }, paths } };
}
