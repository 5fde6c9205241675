/** Rules of item cards that need more than one field. */
import type { SpecEnvelope } from '../../document.ts';
import { describe, type PathStep } from '../../issue.ts';
import type { Findings } from '../kind.ts';
import { type ItemCardParams, SLOT_NAMES } from './params.ts';

const PARAMS: readonly PathStep[] = ['recipe', 'params'];

export function check(params: ItemCardParams, _envelope: SpecEnvelope, findings: Findings): void {
  const [width, height] = params.resolution;
  const seen = new Map<string, number>();
  params.rarity_presets.forEach(({ tier }, index) => {
    const first = seen.get(tier);
    if (first === undefined) seen.set(tier, index);
    else {
      findings.error('E012', [...PARAMS, 'rarity_presets', index, 'tier'], `rarity_presets[${first}] has this tier`, {
        expected: 'a tier of its own',
        found: describe(tier),
      });
    }
  });
  for (const slot of SLOT_NAMES) {
    const [x, y, w, h] = params.slots[slot];
    if (x + w <= width && y + h <= height) continue;
    findings.error('E012', [...PARAMS, 'slots', slot], 'the region must lie within the card', {
      expected: `x + width at most ${width}, y + height at most ${height}`,
      found: `${x + w}, ${y + h}`,
    });
  }
}
