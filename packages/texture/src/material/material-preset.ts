/** `texture.material_preset_v1`: the four maps of a ready-made material. */
import { Pcg32 } from '@speccade/numerics';
import type { Artifact } from '@speccade/spec';
import { MATERIAL_MAPS, type MaterialMap, type MaterialPresetParams } from '@speccade/spec/kinds/texture';
import { jsonArtifact, pngArtifact } from '../artifacts.ts';
import { float, floats } from '../describe-json.ts';
import { normalRows } from '../graph/normal-rows.ts';
import type { Maker } from '../maker.ts';
import type { Period } from '../noise/cell-seed.ts';
import type { Fbm } from '../noise/field.ts';
import { perlinFbm, simplexFbm, wholeCells, worleyRows } from '../noise/seamless.ts';
import { makeRaster, planesOf, type Raster, writePixels } from '../pixels.ts';
import { storageOf } from '../settings.ts';
import { MATERIALS, type MaterialNoise, type MaterialRows, type MaterialSettings } from './preset-rows.ts';
import { PRESET_DEFAULTS } from './preset-table.ts';

export const makeMaterialPreset: Maker = (spec) => {
  const params = spec.recipe!.params as MaterialPresetParams;
  const settings = settingsOf(params);
  const wanted = new Set(
    spec.outputs.flatMap(({ kind, source }) => (kind === 'primary' ? [source as MaterialMap] : [])),
  );
  const rasters = renderMaps(params, settings, spec.seed, wanted);
  return spec.outputs.map((output): Artifact => {
    if (output.kind === 'metadata') return jsonArtifact(output, metadataOf(params, settings));
    const map = output.source as MaterialMap;
    const storage = storageOf(params.png, map, map === 'albedo');
    return pngArtifact(output, rasters.get(map)!, params.resolution, storage);
  });
};

function settingsOf(params: MaterialPresetParams): MaterialSettings {
  const defaults = PRESET_DEFAULTS[params.preset];
  const [low, high] = params.roughness_range ?? defaults.roughness;
  return {
    width: params.resolution[0],
    imageHeight: params.resolution[1],
    base: params.base_color ?? defaults.base,
    low,
    high,
    metallic: params.metallic ?? defaults.metallic,
    ...patternOf(params, params.pattern_scale ?? defaults.pattern),
  };
}

/** The scale of the waves of wood and the sides of panels; whole numbers of them where the picture has to close. */
function patternOf({ resolution: [width, height], seamless }: MaterialPresetParams, pattern: number) {
  const panel = Math.trunc(Math.max((width * pattern) / 2, 16));
  if (!seamless) return { pattern, panel: [panel, panel] as const };
  const waves = Math.max(Math.round((height * pattern) / TWO_PI), 1);
  const side = (n: number) => n / Math.max(Math.round(n / panel), 1);
  return { pattern: (waves * TWO_PI) / height, panel: [side(width), side(height)] as const };
}

const TWO_PI = 2 * Math.PI;

function fieldFor({ kind }: MaterialNoise, seed: number, period: Period): Fbm {
  switch (kind) {
    case 'perlin':
      return perlinFbm(seed, 1, 1, period);
    case 'simplex':
      return simplexFbm(seed, 1, 1, period);
    case 'worley':
      return worleyRows(seed, period);
    case 'simplex_fbm3':
      return simplexFbm(seed, 3, 0.5, period);
    case 'perlin_fbm4':
      return perlinFbm(seed, 4, 0.5, period);
  }
}

function renderMaps(
  params: MaterialPresetParams,
  settings: MaterialSettings,
  seed: number,
  wanted: ReadonlySet<MaterialMap>,
): Map<MaterialMap, Raster> {
  const [width, height] = params.resolution;
  const material = MATERIALS[params.preset];
  const scale = params.noise_scale ?? PRESET_DEFAULTS[params.preset].noise;
  // The panel's noise has never gone through shares of the picture.
  const byShare = params.tileable && params.preset !== 'sci_fi_panel';
  const position = (i: number, n: number) => (byShare ? (i / n) * scale * n : i * scale);
  const rng = new Pcg32(seed);
  const noises = material.noises(params.pattern_scale ?? PRESET_DEFAULTS[params.preset].pattern).map((noise) => {
    const seedOfNoise = rng.nextU32();
    const row = new Float64Array(width);
    if (params.seamless) {
      const columns = wholeCells(scale * noise.x, width);
      const lines = wholeCells(scale * noise.y, height);
      const xs = Float64Array.from({ length: width }, (_, x) => (x * columns) / width);
      return {
        noise: fieldFor(noise, seedOfNoise, [columns, lines]).over(xs),
        y: (y: number) => (y * lines) / height,
        row,
      };
    }
    const xs = Float64Array.from({ length: width }, (_, x) => position(x, width) * noise.x);
    return {
      noise: fieldFor(noise, seedOfNoise, undefined).over(xs),
      y: (y: number) => position(y, height) * noise.y,
      row,
    };
  });
  const noiseRows = noises.map(({ row }) => row);
  const [red, green, blue, roughness, metallic] = Array.from({ length: 5 }, () => new Float64Array(width)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const heights = new Float64Array(width * height);
  const rasters = new Map(
    MATERIAL_MAPS.filter((map) => wanted.has(map)).map((map) => {
      const channels = map === 'albedo' || map === 'normal' ? 4 : 1;
      return [map, makeRaster(width * height, channels, storageOf(params.png, map, false).bitDepth)];
    }),
  );
  const albedo = rasters.get('albedo');
  const grays = [
    [rasters.get('roughness'), roughness],
    [rasters.get('metallic'), metallic],
  ] as const;
  const ones = new Float64Array(width).fill(1);
  for (let y = 0; y < height; y++) {
    for (const { noise, row, y: place } of noises) noise(row, 0, place(y));
    const rows: MaterialRows = {
      red,
      green,
      blue,
      roughness,
      metallic,
      height: heights.subarray(y * width, (y + 1) * width),
    };
    material.fill(rows, noiseRows, settings, y);
    if (albedo) writePixels(albedo, y * width, [red, green, blue, ones], width);
    for (const [raster, values] of grays) if (raster) writePixels(raster, y * width, [values], width);
  }
  const normal = rasters.get('normal');
  if (normal) writeNormals(normal, heights, width, height, params.flip_y ? -1 : 1);
  return rasters;
}

/** Central differences across the borders, green pointing down the picture unless `sign` is -1. */
function writeNormals(raster: Raster, heights: Float64Array, width: number, height: number, sign: number): void {
  const values = new Float64Array(4 * width).fill(1);
  const planes = planesOf(values, 4, width);
  const write = normalRows(heights, width, height, { strengthX: 1, strengthY: -sign, sobel: false });
  for (let y = 0; y < height; y++) {
    write(values, 0, width, y);
    writePixels(raster, y * width, planes, width);
  }
}

function metadataOf(params: MaterialPresetParams, { base, low, high, metallic }: MaterialSettings) {
  return {
    resolution: params.resolution,
    tileable: params.tileable,
    preset: params.preset,
    base_color: floats(base),
    roughness_range: floats([low, high]),
    metallic: float(metallic),
    generated_maps: MATERIAL_MAPS,
  };
}
