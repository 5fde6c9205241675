/** Which module makes which recipe kind; loaded on first use, so that a font does not load the noise. */
import type { Maker } from './maker.ts';

export const MAKERS: Readonly<Record<string, () => Promise<Maker>>> = {
  'texture.procedural_v1': async () => (await import('./procedural/maker.ts')).makeProcedural,
  'texture.trimsheet_v1': async () => (await import('./material/trimsheet.ts')).makeTrimsheet,
  'texture.decal_v1': async () => (await import('./material/decal.ts')).makeDecal,
  'texture.splat_set_v1': async () => (await import('./material/splat-set.ts')).makeSplatSet,
  'texture.matcap_v1': async () => (await import('./material/matcap.ts')).makeMatcap,
  'texture.material_preset_v1': async () => (await import('./material/material-preset.ts')).makeMaterialPreset,
  'sprite.sheet_v1': async () => (await import('./sprite/sheet.ts')).makeSheet,
  'sprite.animation_v1': async () => (await import('./sprite/animation.ts')).makeAnimation,
  'vfx.flipbook_v1': async () => (await import('./vfx/flipbook.ts')).makeFlipbook,
  'vfx.particle_profile_v1': async () => (await import('./vfx/particle-profile.ts')).makeParticleProfile,
  'ui.nine_slice_v1': async () => (await import('./ui/nine-slice.ts')).makeNineSlice,
  'ui.icon_set_v1': async () => (await import('./ui/icon-set.ts')).makeIconSet,
  'ui.item_card_v1': async () => (await import('./ui/item-card.ts')).makeItemCards,
  'ui.damage_number_v1': async () => (await import('./ui/damage-number.ts')).makeDamageNumbers,
  'font.bitmap_v1': async () => (await import('./font/bitmap-font.ts')).makeBitmapFont,
};
