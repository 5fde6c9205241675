/** `texture.trimsheet_v1`: coloured tiles on shelves, their edges repeated into the gutter between them. */
import { BackendError } from '@speccade/spec';
import { packShelves } from '@speccade/spec/kinds/atlas';
import { type TrimsheetParams, tileFill } from '@speccade/spec/kinds/texture';
import { jsonArtifact, pngArtifact } from '../artifacts.ts';
import { float } from '../describe-json.ts';
import type { Maker } from '../maker.ts';
import { makeRaster, writePixels } from '../pixels.ts';
import { storageOf } from '../settings.ts';

const MAGENTA = [1, 0, 1, 1] as const;

export const makeTrimsheet: Maker = (spec) => {
  const { resolution, padding, tiles, png } = spec.recipe!.params as TrimsheetParams;
  const [width, height] = resolution;
  const packing = packShelves(tiles, width, height, padding);
  if (!packing.ok) {
    const message = 'the tiles do not all fit into the atlas';
    throw new BackendError([{ code: 'TEXTURE_002', severity: 'error', path: 'recipe.params.tiles', message }]);
  }
  const places = packing.placements;
  const storage = storageOf(png, 'atlas', true);
  const raster = makeRaster(width * height, 4, storage.bitDepth);
  tiles.forEach((tile, index) => {
    const { x, y } = places[index]!;
    const fill = tileFill(tile);
    const color = fill === undefined || fill === 'node' ? MAGENTA : fill;
    const count = tile.width + 2 * padding;
    const planes = color.map((value) => new Float64Array(count).fill(value));
    for (let line = y - padding; line < y + tile.height + padding; line++) {
      writePixels(raster, line * width + x - padding, planes, count);
    }
  });
  const metadata = {
    atlas_width: width,
    atlas_height: height,
    padding,
    tiles: tiles.map(({ id, width: w, height: h }, index) => {
      const { x, y } = places[index]!;
      return {
        id,
        u_min: float(x / width),
        v_min: float(y / height),
        u_max: float((x + w) / width),
        v_max: float((y + h) / height),
        width: w,
        height: h,
      };
    }),
  };
  return spec.outputs.map((output) =>
    output.kind === 'metadata' ? jsonArtifact(output, metadata) : pngArtifact(output, raster, resolution, storage),
  );
};
