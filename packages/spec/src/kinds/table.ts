/** The 29 recipe kinds and what each may declare as outputs. Parameter schemas live with their kinds. */
import type { AssetType, OutputFormat } from '../document.ts';

/** What a kind says about its outputs before its parameters are looked at. */
export interface KindEntry {
  readonly kind: string;
  readonly assetType: AssetType;
  /** Formats a primary output may have; absent: not checked here (the kind's module does, where it depends on params). */
  readonly primary?: readonly OutputFormat[];
  /** At most this many primary outputs; absent: any number from one up. */
  readonly maxPrimary?: number;
  /** Whether `metadata` outputs may be declared, and in which format (`'fnt'`: JSON or a BMFont file). */
  readonly metadata: 'none' | 'json' | 'fnt';
}

const png = ['png'] as const;
const glb = ['glb'] as const;
const model = ['glb', 'gltf'] as const;

function entry(
  kind: string,
  assetType: AssetType,
  metadata: KindEntry['metadata'],
  primary?: readonly OutputFormat[],
  maxPrimary?: number,
): KindEntry {
  return { kind, assetType, metadata, ...(primary && { primary }), ...(maxPrimary && { maxPrimary }) };
}

export const KINDS: readonly KindEntry[] = [
  entry('audio_v1', 'audio', 'none', ['wav'], 1),
  entry('music.tracker_song_v1', 'music', 'none', ['xm', 'it'], 2),
  entry('music.tracker_song_compose_v1', 'music', 'none', ['xm', 'it'], 2),
  entry('texture.procedural_v1', 'texture', 'none', png),
  entry('texture.trimsheet_v1', 'texture', 'json', png),
  entry('texture.decal_v1', 'texture', 'json', png),
  entry('texture.splat_set_v1', 'texture', 'json', png),
  entry('texture.matcap_v1', 'texture', 'none', png),
  entry('texture.material_preset_v1', 'texture', 'json', png),
  entry('sprite.sheet_v1', 'sprite', 'json', png),
  entry('sprite.animation_v1', 'sprite', 'none', ['json']),
  entry('sprite.render_from_mesh_v1', 'sprite', 'json', png),
  entry('vfx.flipbook_v1', 'vfx', 'json', png),
  entry('vfx.particle_profile_v1', 'vfx', 'json', ['json']),
  entry('ui.nine_slice_v1', 'ui', 'json', png),
  entry('ui.icon_set_v1', 'ui', 'json', png),
  entry('ui.item_card_v1', 'ui', 'json', png),
  entry('ui.damage_number_v1', 'ui', 'json', png),
  entry('font.bitmap_v1', 'font', 'fnt', png),
  entry('static_mesh.blender_primitives_v1', 'static_mesh', 'none', model),
  entry('static_mesh.modular_kit_v1', 'static_mesh', 'none', model),
  entry('static_mesh.organic_sculpt_v1', 'static_mesh', 'none', model),
  entry('static_mesh.shrinkwrap_v1', 'static_mesh', 'none'),
  entry('static_mesh.boolean_kit_v1', 'static_mesh', 'none'),
  entry('skeletal_mesh.armature_driven_v1', 'skeletal_mesh', 'none', glb, 1),
  entry('skeletal_mesh.skinned_mesh_v1', 'skeletal_mesh', 'none', glb, 1),
  entry('skeletal_animation.blender_clip_v1', 'skeletal_animation', 'none', glb, 1),
  entry('skeletal_animation.blender_rigged_v1', 'skeletal_animation', 'none', glb, 1),
  entry('skeletal_animation.helpers_v1', 'skeletal_animation', 'none'),
];

const byKind = new Map(KINDS.map((kind) => [kind.kind, kind]));

/** The entry of a kind name, or `undefined` when it is none of the 29. */
export function kindEntry(kind: string): KindEntry | undefined {
  return byKind.get(kind);
}

/** The asset type a kind's name claims: what stands before the first `.`, or else before the first `_`. */
export function kindPrefix(kind: string): string {
  const dot = kind.indexOf('.');
  const end = dot >= 0 ? dot : kind.indexOf('_');
  return end >= 0 ? kind.slice(0, end) : kind;
}

/** The recipe kind a value names, if it names one. */
export function recipeKindOf(value: unknown): string | undefined {
  const recipe = (value as { recipe?: unknown } | null | undefined)?.recipe;
  const kind = (recipe as { kind?: unknown } | null | undefined)?.kind;
  return typeof kind === 'string' ? kind : undefined;
}
