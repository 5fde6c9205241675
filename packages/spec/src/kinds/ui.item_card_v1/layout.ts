/** The order and the places of item cards in their atlas: one row, from the commonest to the rarest. */
import { type ItemCardParams, RARITY_TIERS, type RarityPreset } from './params.ts';

export interface ItemCardLayout {
  /** Size of the atlas in pixels. */
  readonly width: number;
  readonly height: number;
  /** With the left edge of each card; all tops are at `padding`. */
  readonly cards: readonly { readonly preset: RarityPreset; readonly x: number }[];
}

export function itemCardLayout({ resolution, padding, rarity_presets }: ItemCardParams): ItemCardLayout {
  const [w, h] = resolution;
  const sorted = [...rarity_presets].sort((a, b) => RARITY_TIERS.indexOf(a.tier) - RARITY_TIERS.indexOf(b.tier));
  return {
    width: sorted.length * (w + 2 * padding),
    height: h + 2 * padding,
    cards: sorted.map((preset, index) => ({ preset, x: index * (w + 2 * padding) + padding })),
  };
}
