/** `texture.decal_v1`: colour and mask from two nodes of a graph, optionally normals and roughness. */
import type { Artifact } from '@speccade/spec';
import { type DecalParams, decalMap, SIGNATURES } from '@speccade/spec/kinds/texture';
import { jsonArtifact, pngArtifact } from '../artifacts.ts';
import { float, floats } from '../describe-json.ts';
import { luminance } from '../graph/colors.ts';
import { evaluateGraph, type TakeRows } from '../graph/evaluate.ts';
import type { Maker } from '../maker.ts';
import { makeRaster, type Raster, writeChannel } from '../pixels.ts';
import { storageOf } from '../settings.ts';

/** Alpha of a colour from which on its luminance is the mask instead. */
const OPAQUE = 0.999;

export const makeDecal: Maker = (spec, context) => {
  const params = spec.recipe!.params as DecalParams;
  const rasters = renderMaps(params, spec.seed, context.signal);
  return spec.outputs.map((output): Artifact => {
    if (output.kind === 'metadata') return jsonArtifact(output, metadataOf(params));
    const map = decalMap(output.source);
    const storage = storageOf(params.png, map, map === 'albedo');
    return pngArtifact(output, rasters.get(map)!, params.resolution, storage);
  });
};

function renderMaps(params: DecalParams, seed: number, signal: AbortSignal | undefined): Map<string, Raster> {
  const { nodes, resolution, albedo_output, alpha_output, normal_output, roughness_output, png } = params;
  const [width, height] = resolution;
  const types = new Map(nodes.map(({ id, type }) => [id, SIGNATURES[type].value]));
  const rasters = new Map<string, Raster>();
  const takers = new Map<string, TakeRows[]>();
  const listen = (
    map: string,
    id: string | null | undefined,
    write: (raster: Raster, isColor: boolean) => TakeRows,
  ) => {
    if (id === null || id === undefined) return;
    let raster = rasters.get(map);
    if (!raster) {
      const { bitDepth } = storageOf(png, map, false);
      raster = makeRaster(width * height, 4, bitDepth);
      rasters.set(map, raster);
    }
    takers.set(id, [...(takers.get(id) ?? []), write(raster, types.get(id) === 'color')]);
  };
  const scratch = new Float64Array(Math.max(width, 4096));
  const ones = new Float64Array(scratch.length).fill(1);
  const rgb =
    (raster: Raster, isColor: boolean): TakeRows =>
    (values, { y, count, stride }) => {
      for (let channel = 0; channel < 3; channel++)
        writeChannel(raster, channel, y * width, values, isColor ? channel * stride : 0, count);
    };
  const opaque = (raster: Raster, y: number, count: number) => writeChannel(raster, 3, y * width, ones, 0, count);
  listen('albedo', albedo_output, rgb);
  listen('albedo', alpha_output, (raster, isColor) => (values, { y, count, stride }) => {
    if (isColor) maskOfColor(scratch, values, count, stride);
    writeChannel(raster, 3, y * width, isColor ? scratch : values, 0, count);
  });
  listen('normal', normal_output, (raster, isColor) => (values, band) => {
    rgb(raster, isColor)(values, band);
    if (isColor) writeChannel(raster, 3, band.y * width, values, 3 * band.stride, band.count);
    else opaque(raster, band.y, band.count);
  });
  listen('roughness', roughness_output, (raster, isColor) => (values, { y, count, stride }) => {
    if (isColor) luminance(scratch, values, count, stride);
    for (let channel = 0; channel < 3; channel++)
      writeChannel(raster, channel, y * width, isColor ? scratch : values, 0, count);
    opaque(raster, y, count);
  });
  const options = { width, height, tileable: false, seed, signal };
  evaluateGraph(nodes, [...takers.keys()], options, (id) => (values, band) => {
    for (const take of takers.get(id)!) take(values, band);
  });
  return rasters;
}

/** The alpha where there is some, or else the luminance. */
function maskOfColor(out: Float64Array, color: Float64Array, count: number, stride: number): void {
  luminance(out, color, count, stride);
  for (let k = 0; k < count; k++) {
    const alpha = color[k + 3 * stride]!;
    if (alpha < OPAQUE) out[k] = alpha;
  }
}

function metadataOf({ resolution, metadata, normal_output, roughness_output }: DecalParams) {
  const { aspect_ratio, anchor, fade_distance, projection_size, depth_range } = metadata;
  return {
    resolution,
    aspect_ratio: float(aspect_ratio),
    anchor: floats(anchor),
    fade_distance: float(fade_distance),
    projection_size: projection_size ? floats(projection_size) : undefined,
    depth_range: depth_range ? floats(depth_range) : undefined,
    has_normal_map: normal_output != null,
    has_roughness_map: roughness_output != null,
  };
}
