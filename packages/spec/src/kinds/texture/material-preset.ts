/** `texture.material_preset_v1`: albedo, roughness, metallic and normal of a ready-made material. */
import * as z from 'zod/mini';
import type { KindModule } from '../kind.ts';
import { positive, size, unitRange } from './common.ts';
import { checkPngSettings, pngSettings } from './encoding.ts';
import { primaries, reportSource } from './sources.ts';

export const MATERIAL_PRESETS = [
  'toon_metal',
  'stylized_wood',
  'neon_glow',
  'ceramic_glaze',
  'sci_fi_panel',
  'clean_plastic',
  'rough_stone',
  'brushed_metal',
] as const;
export type MaterialPresetName = (typeof MATERIAL_PRESETS)[number];

export const materialPresetParams = z.strictObject({
  preset: z.enum(MATERIAL_PRESETS),
  resolution: size,
  tileable: z._default(z.boolean(), true),
  base_color: z.nullish(z.tuple([unitRange, unitRange, unitRange])),
  roughness_range: z.nullish(z.tuple([unitRange, unitRange])),
  metallic: z.nullish(unitRange),
  noise_scale: z.nullish(positive.check(z.describe('lattice cells per pixel'))),
  pattern_scale: z.nullish(positive),
  /** Green of the normal map brighter where the surface faces up the picture, as OpenGL has it. */
  flip_y: z.optional(z.boolean()),
  /** The maps close at the borders; scales become whole numbers of cells. */
  seamless: z.optional(z.boolean()),
  png: pngSettings,
});
export type MaterialPresetParams = z.infer<typeof materialPresetParams>;

export const MATERIAL_MAPS = ['albedo', 'roughness', 'metallic', 'normal'] as const;
export type MaterialMap = (typeof MATERIAL_MAPS)[number];

export const materialPreset: KindModule<MaterialPresetParams> = {
  kind: 'texture.material_preset_v1',
  params: materialPresetParams,
  check(params, envelope, findings) {
    checkPngSettings(params.png, MATERIAL_MAPS, findings);
    for (const { output, index } of primaries(envelope)) {
      const known: readonly (string | undefined | null)[] = MATERIAL_MAPS;
      if (!known.includes(output.source)) reportSource(output.source, index, MATERIAL_MAPS, findings);
    }
  },
};

export default materialPreset;
