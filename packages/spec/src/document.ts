/** The document around a recipe: names, types and the zod schema of everything but `recipe.params`. */
import * as z from 'zod/mini';

export const SPEC_VERSION = 1;

export const ASSET_TYPES = [
  'audio',
  'music',
  'texture',
  'sprite',
  'vfx',
  'ui',
  'font',
  'static_mesh',
  'skeletal_mesh',
  'skeletal_animation',
] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

export const OUTPUT_KINDS = ['primary', 'metadata', 'preview'] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

export const OUTPUT_FORMATS = ['wav', 'xm', 'it', 'png', 'glb', 'gltf', 'json', 'fnt'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export const ENGINE_TARGETS = ['godot', 'unity', 'unreal'] as const;
export type EngineTarget = (typeof ENGINE_TARGETS)[number];

/** `asset_id` and `variant_id`: 3 to 64 of these, starting with a letter. */
export const ASSET_ID = /^[a-z][a-z0-9_-]{2,63}$/;
/** Variant ids are shorter names than asset ids, but of the same alphabet, so that no path can escape through one. */
export const VARIANT_ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;

export const MAX_SEED = 0xffff_ffff;
/** From here on W003 warns: offsets added to such a seed wrap around. */
export const SEED_WARNING_THRESHOLD = MAX_SEED - 1000;

const text = z.string();
const u32 = z.int().check(z.gte(0), z.lte(MAX_SEED));

export const outputSchema = z.strictObject({
  kind: z.enum(OUTPUT_KINDS),
  format: z.enum(OUTPUT_FORMATS),
  path: text,
  source: z.nullish(text),
});

export const variantSchema = z.strictObject({ variant_id: text, seed_offset: u32 });

export const recipeSchema = z.strictObject({ kind: text, params: z.unknown() });

/** The whole document with `recipe.params` left open. */
export const envelopeSchema = z.strictObject({
  spec_version: z.int().check(z.gte(0), z.lte(MAX_SEED)),
  asset_id: text,
  asset_type: z.enum(ASSET_TYPES),
  license: text,
  seed: u32,
  outputs: z.array(outputSchema),
  description: z.nullish(text),
  style_tags: z.nullish(z.array(text)),
  engine_targets: z.nullish(z.array(z.enum(ENGINE_TARGETS))),
  migration_notes: z.nullish(z.array(text)),
  variants: z.nullish(z.array(variantSchema)),
  compat: z.nullish(z.literal('reference')),
  recipe: z.nullish(recipeSchema),
});

/** One file that the spec declares. */
export interface Output {
  readonly kind: OutputKind;
  readonly format: OutputFormat;
  /** Relative to the output root, `/`-separated. */
  readonly path: string;
  /** Which product of a recipe with several this file holds. */
  readonly source?: string;
}

/** One named variation of the seed, generated with `--expand-variants`. */
export interface Variant {
  readonly variant_id: string;
  readonly seed_offset: number;
}

/** A recipe: a kind and its parameters, typed once the kind's module has parsed them. */
export interface Recipe<Kind extends string = string, Params = unknown> {
  readonly kind: Kind;
  readonly params: Params;
}

/** The document without its recipe. Optional members that were `null` are absent. */
export interface SpecEnvelope {
  readonly spec_version: 1;
  readonly asset_id: string;
  readonly asset_type: AssetType;
  readonly license: string;
  /** Unsigned 32-bit. */
  readonly seed: number;
  readonly outputs: readonly Output[];
  readonly description?: string;
  readonly style_tags?: readonly string[];
  readonly engine_targets?: readonly EngineTarget[];
  readonly migration_notes?: readonly string[];
  readonly variants?: readonly Variant[];
  /** `'reference'`: render as the reference implementation does, its defects included. */
  readonly compat?: 'reference';
}

/** A validated spec. `recipe.params` has been parsed by the kind's module: inside, nobody re-checks types. */
export interface Spec<R extends Recipe = Recipe> extends SpecEnvelope {
  readonly recipe?: R;
}
