/** Makes sprite sheets: frames of a colour, a drawing or their own pixels, packed into one picture. */
import type { Artifact, Spec } from '@speccade/spec';
import { type Placement, packAtlas } from '@speccade/spec/kinds/atlas';
import type { SpriteFrame, SpriteSheetParams } from '@speccade/spec/kinds/sprite.sheet_v1';
import { describeJson, floats } from '../describe-json.ts';
import { artifactsOf, pictureMetrics, pngOf } from '../draw/artifacts.ts';
import { drawShape } from '../draw/draw-shape.ts';
import { gutterOf, noRoom } from '../draw/packed.ts';
import { createSurface, fillRect, packColor, type Surface, setPixel } from '../draw/surface.ts';
import { uvOf } from '../draw/uv.ts';
import { asepriteDescription } from './aseprite.ts';

const MAGENTA = packColor([1, 0, 1, 1]);

export function makeSheet(spec: Spec): Artifact[] {
  const params = spec.recipe!.params as SpriteSheetParams;
  const packing = packAtlas(params, params.frames);
  if (!packing.ok) throw noRoom(`frames[${packing.index}]`);
  const { width, height } = packing;
  const surface = createSurface(width, height);
  params.frames.forEach((frame, index) => {
    drawFrame(surface, frame, packing.placements[index]!, params);
  });
  const png = pngOf(surface);
  const picture = spec.outputs.find(({ kind }) => kind === 'primary')?.path ?? '';
  return artifactsOf(
    spec,
    ({ kind, format, source }) => {
      if (kind === 'primary') return format === 'png' ? png : undefined;
      if (format !== 'json') return undefined;
      const name = picture.slice(picture.lastIndexOf('/') + 1);
      if (source === 'aseprite')
        return describeJson(asepriteDescription(params, packing.placements, [width, height], name));
      return describeJson(description(params, packing.placements, [width, height]));
    },
    pictureMetrics(surface),
  );
}

function drawFrame(s: Surface, frame: SpriteFrame, place: Placement, { palette }: SpriteSheetParams): void {
  const { x, y, inset } = place;
  const { width, height, pixels, shape } = frame;
  const color = frame.color ? packColor(frame.color) : MAGENTA;
  if (pixels == null && shape == null) {
    fillRect(s, x - inset, y - inset, place.width, place.height, color);
    return;
  }
  if (pixels != null) drawPixels(s, pixels, palette ?? {}, x, y, width);
  else drawShape(s, shape!, color, x, y, width, height);
  gutterOf(s, place, width, height);
}

function drawPixels(
  s: Surface,
  rows: readonly string[],
  palette: Readonly<Record<string, readonly [number, number, number, number]>>,
  x: number,
  y: number,
  width: number,
): void {
  const colors = new Map(Object.entries(palette).map(([key, color]) => [key, packColor(color)]));
  const scale = width / [...rows[0]!].length;
  rows.forEach((row, r) => {
    [...row].forEach((key, c) => {
      const color = colors.get(key) ?? 0;
      if (scale === 1) setPixel(s, x + c, y + r, color);
      else fillRect(s, x + c * scale, y + r * scale, scale, scale, color);
    });
  });
}

function description(
  params: SpriteSheetParams,
  placements: readonly Placement[],
  [width, height]: readonly [number, number],
) {
  return {
    atlas_width: width,
    atlas_height: height,
    padding: params.padding,
    frames: params.frames.map((frame, index) => {
      const { x, y } = placements[index]!;
      return {
        id: frame.id,
        ...uvOf(x, y, frame.width, frame.height, width, height),
        width: frame.width,
        height: frame.height,
        pivot: floats(frame.pivot),
      };
    }),
    ...(params.mip_levels && { mip_levels: params.mip_levels }),
  };
}
