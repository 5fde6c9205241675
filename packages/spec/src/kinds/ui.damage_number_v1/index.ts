/** `ui.damage_number_v1`: digits with outline and glow, a row for each style. */
import type { KindModule } from '../kind.ts';
import { check } from './check.ts';
import { type DamageNumberParams, damageNumberParams } from './params.ts';

export { type DamageNumberLayout, type DamageRow, damageNumberLayout } from './layout.ts';
export { DAMAGE_CHARACTERS, type DamageNumberParams, type DamageStyle, damageNumberParams } from './params.ts';

export const damageNumberV1: KindModule<DamageNumberParams> = {
  kind: 'ui.damage_number_v1',
  params: damageNumberParams,
  check,
};

export default damageNumberV1;
