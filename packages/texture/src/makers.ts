/** Which module makes which recipe kind; loaded on first use, so that a font does not load the noise. */
import type { Maker } from './maker.ts';

export const MAKERS: Readonly<Record<string, () => Promise<Maker>>> = {
  'texture.procedural_v1': async () => (await import('./procedural/maker.ts')).makeProcedural,
  'texture.trimsheet_v1': async () => (await import('./material/trimsheet.ts')).makeTrimsheet,
  'texture.decal_v1': async () => (await import('./material/decal.ts')).makeDecal,
  'texture.splat_set_v1': async () => (await import('./material/splat-set.ts')).makeSplatSet,
  'texture.matcap_v1': async () => (await import('./material/matcap.ts')).makeMatcap,
  'texture.material_preset_v1': async () => (await import('./material/material-preset.ts')).makeMaterialPreset,
};
