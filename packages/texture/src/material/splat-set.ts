/** `texture.splat_set_v1`: the maps of terrain layers, the masks that mix them, and a map of large variations. */
import { Pcg32 } from '@speccade/numerics';
import type { Artifact } from '@speccade/spec';
import { type SplatSetParams, type SplatSource, splatSource } from '@speccade/spec/kinds/texture';
import { jsonArtifact, pngArtifact } from '../artifacts.ts';
import { float } from '../describe-json.ts';
import type { Maker } from '../maker.ts';
import { perlinFbm, simplexFbm, wholeCells } from '../noise/seamless.ts';
import { makeRaster, type Raster, writePixels } from '../pixels.ts';
import { storageOf } from '../settings.ts';
import { writeSobelNormals } from './normals.ts';
import { latticeOf, splatWeights } from './splat-weights.ts';

const ROUGHNESS_SEED = 0x87654321;
const MACRO_SEED = 0x12345678;

export const makeSplatSet: Maker = (spec, context) => {
  const params = spec.recipe!.params as SplatSetParams;
  const maps = new SplatMaps(params, spec.seed);
  return spec.outputs.map((output): Artifact => {
    context.signal?.throwIfAborted();
    if (output.kind === 'metadata') return jsonArtifact(output, metadataOf(params));
    const source = splatSource(output.source!, params)!;
    const storage = storageOf(params.png, output.source!.trim(), source.map === 'albedo');
    return pngArtifact(output, maps.make(source, storage.bitDepth), params.resolution, storage);
  });
};

class SplatMaps {
  private readonly params: SplatSetParams;
  private readonly seed: number;
  private readonly seeds: readonly number[];
  private detail: { layer: number; values: Float64Array } | undefined;
  private masks: Raster[] | undefined;

  constructor(params: SplatSetParams, seed: number) {
    this.params = params;
    this.seed = seed;
    const rng = new Pcg32(seed);
    this.seeds = params.layers.map(() => rng.nextU32());
  }

  make(source: SplatSource, bitDepth: 8 | 16): Raster {
    switch (source.map) {
      case 'albedo':
        return this.albedo(source.layer, bitDepth);
      case 'normal':
        return this.normal(source.layer, bitDepth);
      case 'roughness':
        return this.roughness(source.layer, bitDepth);
      case 'mask':
        return this.mask(source.index, bitDepth);
      case 'macro':
        return this.macro(bitDepth);
    }
  }

  /** 0 to 1: the same for albedo and normal of a layer. */
  private detailOf(layer: number): Float64Array {
    if (this.detail?.layer === layer) return this.detail.values;
    const [width, height] = this.params.resolution;
    const { detail_scale } = this.params.layers[layer]!;
    const cells = this.params.seamless ? wholeCells(detail_scale * 10, 1) : undefined;
    const field = perlinFbm(this.seeds[layer]!, 4, 0.5, cells ? [cells, cells] : undefined);
    const place = (i: number, n: number) => (cells ? (i * cells) / n : ((i * detail_scale) / n) * 10);
    const xs = Float64Array.from({ length: width }, (_, x) => place(x, width));
    const values = new Float64Array(width * height);
    const noise = field.over(xs, true);
    for (let y = 0; y < height; y++) noise(values, y * width, place(y, height));
    this.detail = { layer, values };
    return values;
  }

  private albedo(layer: number, bitDepth: 8 | 16): Raster {
    const [width, height] = this.params.resolution;
    const { albedo_color, detail_intensity } = this.params.layers[layer]!;
    const detail = this.detailOf(layer);
    const raster = makeRaster(width * height, 4, bitDepth);
    const planes = albedo_color.map((alpha) => new Float64Array(width).fill(alpha));
    for (let y = 0; y < height; y++) {
      const row = detail.subarray(y * width, (y + 1) * width);
      for (let channel = 0; channel < 3; channel++) {
        shade(planes[channel]!, row, albedo_color[channel]!, detail_intensity);
      }
      writePixels(raster, y * width, planes, width);
    }
    return raster;
  }

  private normal(layer: number, bitDepth: 8 | 16): Raster {
    const [width, height] = this.params.resolution;
    const raster = makeRaster(width * height, 4, bitDepth);
    writeSobelNormals(raster, this.detailOf(layer), width, height, this.params.layers[layer]!.normal_strength);
    return raster;
  }

  private roughness(layer: number, bitDepth: 8 | 16): Raster {
    const [width, height] = this.params.resolution;
    const { roughness, detail_scale } = this.params.layers[layer]!;
    const seed = (this.seeds[layer]! + ROUGHNESS_SEED) >>> 0;
    const cells = this.params.seamless ? wholeCells(detail_scale * 20, 1) : undefined;
    const field = simplexFbm(seed, 1, 1, cells ? [cells, cells] : undefined);
    const place = (i: number, n: number) => (cells ? (i * cells) / n : ((i * detail_scale * 2) / n) * 10);
    const xs = Float64Array.from({ length: width }, (_, x) => place(x, width));
    const noise = field.over(xs, true);
    return grayRows(width, height, bitDepth, (y, row) => {
      noise(row, 0, place(y, height));
      shade(row, row, roughness, 0.1);
    });
  }

  private macro(bitDepth: 8 | 16): Raster {
    const [width, height] = this.params.resolution;
    const { macro_scale, macro_intensity } = this.params;
    const { period, xs, scaleY } = latticeOf(this.params, macro_scale);
    const noise = perlinFbm((this.seed + MACRO_SEED) >>> 0, 3, 0.5, period).over(xs, true);
    return grayRows(width, height, bitDepth, (y, row) => {
      noise(row, 0, y * scaleY);
      shade(row, row, 0.5, macro_intensity);
    });
  }

  private mask(index: number, bitDepth: 8 | 16): Raster {
    if (bitDepth === 8) {
      this.masks ??= this.makeMasks(8);
      return this.masks[index]!;
    }
    return this.makeMasks(16)[index]!;
  }

  /** Four layers each, in red, green, blue and alpha; at every pixel all layers of all masks add up to 1. */
  private makeMasks(bitDepth: 8 | 16): Raster[] {
    const [width, height] = this.params.resolution;
    const layers = this.params.layers.length;
    const rows = splatWeights(this.params, this.seed);
    const weights = Array.from({ length: layers }, () => new Float64Array(width));
    const masks = Array.from({ length: Math.ceil(layers / 4) }, () => makeRaster(width * height, 4, bitDepth));
    const nothing = new Float64Array(width);
    const planes = masks.map((_, mask) => [0, 1, 2, 3].map((channel) => weights[4 * mask + channel] ?? nothing));
    const sums = new Float64Array(width);
    for (let y = 0; y < height; y++) {
      rows(y, weights);
      sums.fill(0);
      for (const weight of weights) add(sums, weight);
      // Where no layer has any weight, the first one has it all.
      for (const [layer, weight] of weights.entries()) divide(weight, sums, layer === 0 ? 1 : 0);
      for (const [k, mask] of masks.entries()) writePixels(mask, y * width, planes[k]!, width);
    }
    return masks;
  }
}

function add(sums: Float64Array, weight: Float64Array): void {
  for (let x = 0; x < sums.length; x++) sums[x] = sums[x]! + weight[x]!;
}

/** Makes weights shares of sums, or `other` where nothing can be shared. */
function divide(weight: Float64Array, sums: Float64Array, other: number): void {
  for (let x = 0; x < sums.length; x++) weight[x] = sums[x]! > 0 ? weight[x]! / sums[x]! : other;
}

/** A value varied by a detail of 0 to 1. */
function shade(out: Float64Array, detail: Float64Array, base: number, intensity: number): void {
  for (let x = 0; x < out.length; x++) out[x] = base + (detail[x]! - 0.5) * intensity;
}

function grayRows(
  width: number,
  height: number,
  bitDepth: 8 | 16,
  fill: (y: number, row: Float64Array) => void,
): Raster {
  const raster = makeRaster(width * height, 1, bitDepth);
  const row = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    fill(y, row);
    writePixels(raster, y * width, [row], width);
  }
  return raster;
}

function metadataOf(params: SplatSetParams) {
  return {
    resolution: params.resolution,
    layers: params.layers.map(({ id, roughness }, index) => ({
      id,
      mask_index: index >> 2,
      mask_channel: index & 3,
      roughness: float(roughness),
    })),
    // Published metadata spells `height_slope` without the underscore.
    mask_mode: params.mask_mode.replace('_', ''),
    has_macro_variation: params.macro_variation,
    splat_mask_count: Math.ceil(params.layers.length / 4),
  };
}
