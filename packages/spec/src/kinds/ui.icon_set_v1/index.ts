/** `ui.icon_set_v1`: icons packed into one picture. */
import * as z from 'zod/mini';
import { checkPacked } from '../atlas/check-packed.ts';
import { remarkUnknown } from '../atlas/remark.ts';
import { fit, mipLevels, padding, positiveSize, rgba, u32 } from '../atlas/schema.ts';
import { shape } from '../atlas/shapes.ts';
import type { KindModule } from '../kind.ts';

/** Members that are not listed are ignored, as published specs may carry them; `remark` says so. */
export const icon = z.object({
  id: z.string(),
  /** Pixels. */
  width: u32,
  height: u32,
  color: rgba,
  category: z.nullish(z.string()),
  /** A drawing in `color` on a transparent ground, stretched to the icon; a solid rectangle when absent. */
  shape: z.nullish(shape),
});
export type Icon = z.infer<typeof icon>;

export const iconSetParams = z.strictObject({
  /** Size of the atlas in pixels. */
  resolution: positiveSize,
  /** Pixels of gutter around each icon. */
  padding,
  icons: z.array(icon),
  mip_levels: mipLevels,
  fit,
});
export type IconSetParams = z.infer<typeof iconSetParams>;

const ICON_FIELDS: readonly string[] = Object.keys(icon.def.shape);

export const iconSetV1: KindModule<IconSetParams> = {
  kind: 'ui.icon_set_v1',
  params: iconSetParams,
  check: (params, _envelope, findings) => checkPacked(params, params.icons, 'icons', 'icon', findings),
  remark: (params, findings) =>
    remarkUnknown(params.icons, ICON_FIELDS, 'an icon', ['recipe', 'params', 'icons'], findings),
};

export default iconSetV1;
