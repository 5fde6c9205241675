/** The table of effects. */
import type { EffectTable } from './types.ts';

export const effects: EffectTable = {};
