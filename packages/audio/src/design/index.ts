/** `@speccade/audio/design`: specs of sounds made at random, varied, blended, and taken over from other generators. */
export { formatSpec } from './document.ts';
export { presetTool } from './import/detect.ts';
export type { ImportOptions } from './import/found-sound.ts';
export { importSfxr } from './import/sfxr.ts';
export { importZzfx } from './import/zzfx.ts';
export { interpolateSpecs } from './interpolate.ts';
export { DEFAULT_AMOUNT, type MutateOptions, mutateSpec } from './mutate.ts';
export { CATEGORIES, CATEGORY_ALIASES, type CategoryName, categoryNamed } from './random/categories.ts';
export type { Category } from './random/category.ts';
export { type RandomizeOptions, randomizeSpec } from './random/randomize.ts';
export { DESIGN_CODES, type DesignCode, type DesignResult, type SoundDocument } from './result.ts';
