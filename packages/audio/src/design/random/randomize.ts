/** Sounds made at random, by category. */
import { Pcg32 } from '@speccade/numerics';
import { deriveComponentSeed, type JsonObject } from '@speccade/spec';
import { newSound } from '../document.ts';
import type { SoundDocument } from '../result.ts';
import { checkSeed } from '../seed.ts';
import { CATEGORIES, type CategoryName } from './categories.ts';
import type { Category } from './category.ts';
import { drawn, type Named } from './leaves.ts';

export interface RandomizeOptions {
  readonly category: CategoryName;
  /** Unsigned 32-bit. It decides all, and is the seed of the spec. */
  readonly seed: number;
}

/**
 * A new sound of a category: the same seed gives the same spec on every machine. At most 5 seconds and 8 layers, so that
 * it fits the budgets of small consoles but for their sample rate.
 *
 * Throws `RangeError` for an unknown category or a seed out of range.
 */
export function randomizeSpec({ category, seed }: RandomizeOptions): SoundDocument {
  if (!Object.hasOwn(CATEGORIES, category)) throw new RangeError(`category is unknown: ${category}`);
  checkSeed(seed);
  const { named: names, params, about }: Category = CATEGORIES[category];
  const random = new Pcg32(deriveComponentSeed(seed, category));
  const named: Named = {};
  for (const [name, template] of Object.entries(names)) named[name] = drawn(template, random, named) as number;
  return newSound({
    assetId: `${category}-${seed}`,
    description: `At random from seed ${seed}: ${about}.`,
    seed,
    styleTags: [category],
    params: { duration_seconds: named.d!, ...(drawn(params, random, named) as JsonObject) },
  });
}
