import type { Issue, Recipe } from '@speccade/spec';
import { checkCounts, checkGeneral } from './checks.ts';
import type { KindBudget, KindBudgets } from './kind-budget.ts';
import type { BudgetProfile } from './profile.ts';

type Loader = () => Promise<{ readonly BUDGETS: KindBudgets }>;

const audio: Loader = () => import('./kinds/audio.ts');
const music: Loader = () => import('./kinds/music.ts');
const texture: Loader = () => import('./kinds/texture.ts');
const flat: Loader = () => import('./kinds/flat.ts');

/** Where each recipe kind is counted, loaded on first use: what a kind needs, others do not. */
const FILES: Readonly<Record<string, Loader>> = {
  audio_v1: audio,
  'music.tracker_song_v1': music,
  'music.tracker_song_compose_v1': music,
  'texture.procedural_v1': texture,
  'texture.trimsheet_v1': texture,
  'texture.decal_v1': texture,
  'texture.splat_set_v1': texture,
  'texture.matcap_v1': texture,
  'texture.material_preset_v1': texture,
  'sprite.sheet_v1': flat,
  'vfx.flipbook_v1': flat,
  'ui.nine_slice_v1': flat,
  'ui.icon_set_v1': flat,
  'ui.item_card_v1': flat,
  'ui.damage_number_v1': flat,
  'font.bitmap_v1': flat,
};

/** Every limit of `profile` that a recipe exceeds, as issues. Its parameters are parsed already. */
export async function checkBudgets(
  { recipe }: { readonly recipe?: Recipe | undefined },
  profile: BudgetProfile,
): Promise<Issue[]> {
  const budget = await budgetOf(recipe);
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
export async function estimate({ recipe }: { readonly recipe?: Recipe | undefined }): Promise<number> {
  const budget = await budgetOf(recipe);
  return budget ? budget.estimate(recipe?.params as never) : countValues(recipe?.params);
}

async function budgetOf(recipe: Recipe | undefined): Promise<KindBudget | undefined> {
  const kind = recipe?.kind ?? '';
  const load = Object.hasOwn(FILES, kind) ? FILES[kind] : undefined;
  return load && (await load()).BUDGETS[kind];
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, member) => sum + countValues(member), 1);
}
