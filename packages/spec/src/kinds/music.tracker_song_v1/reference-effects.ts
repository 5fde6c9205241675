/** The effects of `compat: "reference"`: the same table with the reference implementation's defects. */
import type { EffectRule } from './effect-rule.ts';
import { EFFECTS, oneWay } from './effects.ts';

/** Where the reference implementation writes something else, or knows no such name. */
export const REFERENCE_EFFECTS: readonly EffectRule[] = EFFECTS.flatMap((rule) => {
  const [name] = rule.names;
  switch (name) {
    case 'extra_fine_porta_up':
    case 'extra_fine_porta_down':
      return [];
    case 'retrigger':
    case 'tone_porta_vol_slide':
    case 'vibrato_vol_slide':
      return [{ ...rule, names: [name] }];
    case 'porta_up':
      return [{ ...rule, it: { code: 6, max: 255 } }];
    case 'porta_down':
      return [{ ...rule, it: { code: 5, max: 255 } }];
    case 'vol_slide':
      return [{ ...rule, xm: { code: 10, accepts: oneWay } }];
    case 'set_volume':
      return [{ names: rule.names, read: rule.read, xm: rule.xm! }];
    case 'pattern_break':
      return [{ ...rule, xm: { code: 13, max: 63 } }];
    case 'global_volume':
      return [{ names: rule.names, read: rule.read, xm: rule.xm!, it: rule.it! }];
    default:
      return [rule];
  }
});
