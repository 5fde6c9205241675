/** Makes icon sets: icons of a colour or a drawing, packed into one picture. */
import type { Artifact, Spec } from '@speccade/spec';
import { packAtlas } from '@speccade/spec/kinds/atlas';
import type { IconSetParams } from '@speccade/spec/kinds/ui.icon_set_v1';
import { describeJson } from '../describe-json.ts';
import { pictureAndDescription } from '../draw/artifacts.ts';
import { drawShape } from '../draw/draw-shape.ts';
import { gutterOf, noRoom } from '../draw/packed.ts';
import { createSurface, fillRect, packColor } from '../draw/surface.ts';
import { uvOf } from '../draw/uv.ts';

export function makeIconSet(spec: Spec): Artifact[] {
  const params = spec.recipe!.params as IconSetParams;
  const packing = packAtlas(params, params.icons);
  if (!packing.ok) throw noRoom(`icons[${packing.index}]`);
  const { width, height } = packing;
  const surface = createSurface(width, height);
  params.icons.forEach((icon, index) => {
    const place = packing.placements[index]!;
    const { x, y, inset } = place;
    const color = packColor(icon.color);
    if (icon.shape == null) fillRect(surface, x - inset, y - inset, place.width, place.height, color);
    else {
      drawShape(surface, icon.shape, color, x, y, icon.width, icon.height);
      gutterOf(surface, place, icon.width, icon.height);
    }
  });
  return pictureAndDescription(spec, surface, () =>
    describeJson({
      atlas_width: width,
      atlas_height: height,
      padding: params.padding,
      icons: params.icons.map((icon, index) => {
        const { x, y } = packing.placements[index]!;
        return {
          id: icon.id,
          ...uvOf(x, y, icon.width, icon.height, width, height),
          width: icon.width,
          height: icon.height,
          category: icon.category ?? undefined,
        };
      }),
      ...(params.mip_levels && { mip_levels: params.mip_levels }),
    }),
  );
}
