import type { Issue, Recipe } from '@speccade/spec';
import { checkCounts, checkGeneral, type SpecCounts } from './checks.ts';
import { countAudio, estimateAudio } from './kinds/audio.ts';
import {
  countDamageNumbers,
  countFont,
  countItemCards,
  countResolution,
  estimateDamageNumbers,
  estimateFlipbook,
  estimateFont,
  estimateItemCards,
  estimateResolution,
} from './kinds/flat.ts';
import { countCompose, countSong, estimateCompose, estimateSong } from './kinds/music.ts';
import type { BudgetProfile } from './profile.ts';

interface KindBudget {
  readonly count: (params: never) => SpecCounts;
  /** Cost in the units of `weights.ts`. */
  readonly estimate: (params: never) => number;
}

/** How each recipe kind is counted and its cost estimated; a kind joins when its backend comes. */
const KIND_BUDGETS: Readonly<Record<string, KindBudget>> = {
  'music.tracker_song_v1': { count: countSong, estimate: estimateSong },
  'music.tracker_song_compose_v1': { count: countCompose, estimate: estimateCompose },
  audio_v1: { count: countAudio, estimate: estimateAudio },
  'sprite.sheet_v1': { count: countResolution, estimate: estimateResolution },
  'vfx.flipbook_v1': { count: countResolution, estimate: estimateFlipbook },
  'ui.nine_slice_v1': { count: countResolution, estimate: estimateResolution },
  'ui.icon_set_v1': { count: countResolution, estimate: estimateResolution },
  'ui.item_card_v1': { count: countItemCards, estimate: estimateItemCards },
  'ui.damage_number_v1': { count: countDamageNumbers, estimate: estimateDamageNumbers },
  'font.bitmap_v1': { count: countFont, estimate: estimateFont },
};

/** Every limit of `profile` that a recipe exceeds, as issues. Its parameters are parsed already. */
export function checkBudgets({ recipe }: { readonly recipe?: Recipe | undefined }, profile: BudgetProfile): Issue[] {
  const budget = budgetOf(recipe);
  if (!budget) return [];
  return checkCounts(budget.count(recipe?.params as never), profile).map((error) => error.toIssue(profile.name));
}

/** The check of a source before it is parsed: its size in bytes. */
export function checkSource(sizeBytes: number, profile: BudgetProfile): Issue[] {
  return checkGeneral({ specSizeBytes: sizeBytes }, profile.general).map((error) => error.toIssue(profile.name));
}

/**
 * What generating the spec costs, in abstract units (one sample of a plain oscillator is 1): deterministic, the same on
 * every machine, good for comparing and scheduling. Kinds that are not counted yet cost one unit per parameter.
 */
export function estimate({ recipe }: { readonly recipe?: Recipe | undefined }): number {
  const budget = budgetOf(recipe);
  return budget ? budget.estimate(recipe?.params as never) : countValues(recipe?.params);
}

function budgetOf(recipe: Recipe | undefined): KindBudget | undefined {
  const kind = recipe?.kind ?? '';
  return Object.hasOwn(KIND_BUDGETS, kind) ? KIND_BUDGETS[kind] : undefined;
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, member) => sum + countValues(member), 1);
}
