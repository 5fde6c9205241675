/** Which kinds have a parameter schema, and how its module is loaded: on first use, so that one kind stays small. */
import type { KindModule } from './kind.ts';

type Loader = () => Promise<{ readonly default: unknown }>;

const loaders: Readonly<Record<string, Loader>> = {
  audio_v1: () => import('./audio_v1/index.ts'),
  'texture.procedural_v1': () => import('./texture/procedural.ts'),
  'texture.trimsheet_v1': () => import('./texture/trimsheet.ts'),
  'texture.decal_v1': () => import('./texture/decal.ts'),
  'texture.splat_set_v1': () => import('./texture/splat-set.ts'),
  'texture.matcap_v1': () => import('./texture/matcap.ts'),
  'texture.material_preset_v1': () => import('./texture/material-preset.ts'),
  'sprite.sheet_v1': () => import('./sprite.sheet_v1/index.ts'),
  'sprite.animation_v1': () => import('./sprite.animation_v1/index.ts'),
  'vfx.flipbook_v1': () => import('./vfx.flipbook_v1/index.ts'),
  'vfx.particle_profile_v1': () => import('./vfx.particle_profile_v1/index.ts'),
  'ui.nine_slice_v1': () => import('./ui.nine_slice_v1/index.ts'),
  'ui.icon_set_v1': () => import('./ui.icon_set_v1/index.ts'),
  'ui.item_card_v1': () => import('./ui.item_card_v1/index.ts'),
  'ui.damage_number_v1': () => import('./ui.damage_number_v1/index.ts'),
  'font.bitmap_v1': () => import('./font.bitmap_v1/index.ts'),
  'music.tracker_song_v1': () => import('./music.tracker_song_v1/index.ts'),
  'music.tracker_song_compose_v1': () => import('./music.tracker_song_compose_v1/index.ts'),
};

const loaded = new Map<string, KindModule<unknown>>();

/** Names of the kinds whose parameters have a schema. */
export function kindsWithSchema(): string[] {
  return Object.keys(loaders);
}

/** The module of a kind, or `undefined` when the kind has none. Loads it on the first call. */
export async function loadKind(kind: string): Promise<KindModule<unknown> | undefined> {
  const ready = loaded.get(kind);
  if (ready) return ready;
  const loader = Object.hasOwn(loaders, kind) ? loaders[kind] : undefined;
  if (!loader) return undefined;
  const module = (await loader()).default as KindModule<unknown>;
  loaded.set(kind, module);
  return module;
}
