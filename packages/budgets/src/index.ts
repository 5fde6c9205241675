export { BUDGET_CATEGORIES, BUDGET_CODES, type BudgetCategory, BudgetError } from './budget-error.ts';
export { checkBudgets, checkSource, estimate } from './check-spec.ts';
export {
  type AudioCounts,
  type CountPaths,
  checkAudio,
  checkCounts,
  checkGeneral,
  checkMesh,
  checkMusic,
  checkTexture,
  type GeneralCounts,
  type MeshCounts,
  type MusicCounts,
  type SpecCounts,
  type TextureCounts,
} from './checks.ts';
export { type ProfileResult, parseProfile, profileHash, unknownProfile } from './custom.ts';
export {
  type AudioBudget,
  type BudgetProfile,
  byName,
  DEFAULT_PROFILE,
  type GeneralBudget,
  type MeshBudget,
  type MusicBudget,
  maxChannelsForFormat,
  NETHERCORE_PROFILE,
  PROFILE_NAMES,
  STRICT_PROFILE,
  type TextureBudget,
  UNLIMITED_PROFILE,
  ZX_8BIT_PROFILE,
} from './profile.ts';
export { EFFECT_WEIGHTS, FILTER_WEIGHT, SYNTHESIS_WEIGHTS } from './weights.ts';
