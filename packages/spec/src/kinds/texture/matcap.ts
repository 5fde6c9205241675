/** `texture.matcap_v1`: a lit ball, from which renderers look up shading by normal. */
import * as z from 'zod/mini';
import type { KindModule } from '../kind.ts';
import { number, rgb, size } from './common.ts';
import { checkPngSettings, pngSettings } from './encoding.ts';

export const MATCAP_PRESETS = [
  'toon_basic',
  'toon_rim',
  'metallic',
  'ceramic',
  'clay',
  'skin',
  'plastic',
  'velvet',
] as const;
export type MatcapPreset = (typeof MATCAP_PRESETS)[number];

const mask = z.strictObject({ enabled: z._default(z.boolean(), true), strength: z._default(number, 0.5) });

export const matcapParams = z.strictObject({
  resolution: size,
  preset: z.enum(MATCAP_PRESETS),
  base_color: z.nullish(rgb),
  toon_steps: z.nullish(z.int().check(z.gte(2), z.lte(16))),
  outline: z.nullish(z.strictObject({ width: z.int().check(z.gte(1), z.lte(10), z.describe('pixels')), color: rgb })),
  curvature_mask: z.nullish(mask),
  cavity_mask: z.nullish(mask),
  /** Towards the light: x to the right, y down, z towards the eye; any length. */
  light_dir: z.optional(z.tuple([number, number, number])),
  png: pngSettings,
});
export type MatcapParams = z.infer<typeof matcapParams>;

export const matcap: KindModule<MatcapParams> = {
  kind: 'texture.matcap_v1',
  params: matcapParams,
  check(params, _envelope, findings) {
    checkPngSettings(params.png, ['matcap'], findings);
    if (params.light_dir?.every((component) => component === 0)) {
      findings.error('E012', ['recipe', 'params', 'light_dir'], 'light_dir needs a direction', {
        expected: 'not all zero',
        found: '[0, 0, 0]',
      });
    }
  },
};

export default matcap;
