/** The effects of each mode, by name. */
import type { EffectRule } from './effect-rule.ts';
import { EFFECTS } from './effects.ts';
import { REFERENCE_EFFECTS } from './reference-effects.ts';

const byName = (rules: readonly EffectRule[]): ReadonlyMap<string, EffectRule> =>
  new Map(rules.flatMap((rule) => rule.names.map((name) => [name, rule] as const)));

const tables: Readonly<Record<'default' | 'reference', ReadonlyMap<string, EffectRule>>> = {
  default: byName(EFFECTS),
  reference: byName(REFERENCE_EFFECTS),
};

/** The effects of a mode, by every accepted name. */
export function effectTable(compat: 'reference' | undefined): ReadonlyMap<string, EffectRule> {
  return tables[compat ?? 'default'];
}
