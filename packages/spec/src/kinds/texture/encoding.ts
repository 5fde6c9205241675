/** How the PNG files of a recipe are stored, by map: an optional setting of all texture kinds. */
import * as z from 'zod/mini';
import type { Findings } from '../kind.ts';

const setting = z.strictObject({
  /** Bits per sample; 8 unless said otherwise. */
  bit_depth: z.optional(z.union([z.literal(8), z.literal(16)])),
  /** Whether the file says that its values are sRGB; maps of colour do, data such as normals and masks do not. */
  color_space: z.optional(z.enum(['srgb', 'data'])),
  /** Fewer channels or a palette where that makes the file smaller; the pixels are the same. */
  reduce: z.optional(z.boolean()),
});
export type PngSetting = z.infer<typeof setting>;

/** Settings by the name of the map, as in `source` of an output. */
export const pngSettings = z.optional(z.record(z.string(), setting));
export type PngSettings = z.infer<typeof pngSettings>;

/** E012 for a setting of a map that there is not. */
export function checkPngSettings(settings: PngSettings, known: readonly string[], findings: Findings): void {
  for (const name of Object.keys(settings ?? {})) {
    if (known.includes(name)) continue;
    findings.error('E012', ['recipe', 'params', 'png', name], `there is no map ${JSON.stringify(name)} to be stored`, {
      expected:
        known.length > 20 ? 'the name of a map' : `one of ${known.map((map) => JSON.stringify(map)).join(', ')}`,
      found: JSON.stringify(name),
    });
  }
}
