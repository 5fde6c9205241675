/** `recipe.params` of `ui.item_card_v1`. */
import * as z from 'zod/mini';
import { padding, rgba, u32 } from '../atlas/schema.ts';

/** From the commonest to the rarest, as the cards stand in the atlas. */
export const RARITY_TIERS = ['common', 'uncommon', 'rare', 'epic', 'legendary'] as const;

export const rarityPreset = z.strictObject({
  tier: z.enum(RARITY_TIERS),
  border_color: rgba,
  background_color: rgba,
  /** Light that falls from the border inwards. */
  glow_color: z.nullish(rgba),
});
export type RarityPreset = z.infer<typeof rarityPreset>;

/** x, y, width and height in pixels, from the top left of the card. */
const region = z.tuple([u32, u32, u32, u32]);

export const SLOT_NAMES = ['icon_region', 'rarity_indicator_region', 'background_region'] as const;

const cardSide = z.int().check(z.gte(32), z.lte(4096));

export const itemCardParams = z.strictObject({
  /** Size of a card in pixels. */
  resolution: z.tuple([cardSide, cardSide]),
  /** Pixels of gutter around each card. */
  padding,
  rarity_presets: z.array(rarityPreset).check(z.minLength(1)),
  slots: z.strictObject({ icon_region: region, rarity_indicator_region: region, background_region: region }),
  /** Pixels. */
  border_width: z._default(u32, 2),
  /** Pixels. */
  corner_radius: z._default(u32, 8),
  /** Pixels over which the glow fades, inwards from the border. Absent: an eighth of the shorter side. */
  glow_width: z.nullish(u32),
  /** Laid over the icon region of every card. */
  icon_color: z.nullish(rgba),
});
export type ItemCardParams = z.infer<typeof itemCardParams>;
