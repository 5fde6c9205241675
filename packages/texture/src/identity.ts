/** Who the backend is: apart from the rest, so that a cache key can be made without loading a renderer. */
export const TEXTURE_BACKEND = {
  name: 'speccade-texture',
  /** Changes whenever the bytes of any output change. */
  version: '0.1.1',
  kinds: [
    'texture.procedural_v1',
    'texture.trimsheet_v1',
    'texture.decal_v1',
    'texture.splat_set_v1',
    'texture.matcap_v1',
    'texture.material_preset_v1',
    'sprite.sheet_v1',
    'sprite.animation_v1',
    'vfx.flipbook_v1',
    'vfx.particle_profile_v1',
    'ui.nine_slice_v1',
    'ui.icon_set_v1',
    'ui.item_card_v1',
    'ui.damage_number_v1',
    'font.bitmap_v1',
  ] as readonly string[],
} as const;
