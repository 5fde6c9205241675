/** `ui.item_card_v1`: cards for items, one for each tier of rarity. */
import type { KindModule } from '../kind.ts';
import { check } from './check.ts';
import { type ItemCardParams, itemCardParams } from './params.ts';

export { type ItemCardLayout, itemCardLayout } from './layout.ts';
export { type ItemCardParams, itemCardParams, RARITY_TIERS, type RarityPreset } from './params.ts';

export const itemCardV1: KindModule<ItemCardParams> = { kind: 'ui.item_card_v1', params: itemCardParams, check };

export default itemCardV1;
