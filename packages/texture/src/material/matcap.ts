/** `texture.matcap_v1`: a ball under one light, with the look of a material. */
import type { MatcapParams, MatcapPreset, Rgb } from '@speccade/spec/kinds/texture';
import { pngArtifact } from '../artifacts.ts';
import type { Maker } from '../maker.ts';
import { makeRaster, type Raster, writePixels } from '../pixels.ts';
import { storageOf } from '../settings.ts';
import { nearDisc } from './near-disc.ts';

/** The ball leaves a small border. */
const COVERAGE = 0.95;
/** To the right, down and towards the eye: published balls are lit from the lower right. */
const LIGHT = [0.3, 0.4, 0.8] as const;
const OUTLINE_SHARE = 0.2;

export const makeMatcap: Maker = (spec) => {
  const params = spec.recipe!.params as MatcapParams;
  const storage = storageOf(params.png, 'matcap', true);
  const raster = renderMatcap(params, storage.bitDepth);
  return spec.outputs.map((output) => pngArtifact(output, raster, params.resolution, storage));
};

const BASES: Readonly<Record<MatcapPreset, Rgb>> = {
  toon_basic: [0.8, 0.8, 0.8],
  toon_rim: [0.7, 0.7, 0.9],
  metallic: [0.9, 0.9, 0.95],
  ceramic: [0.95, 0.95, 0.98],
  clay: [0.8, 0.6, 0.5],
  skin: [0.95, 0.8, 0.7],
  plastic: [0.85, 0.85, 0.9],
  velvet: [0.6, 0.4, 0.5],
};

interface Light {
  diffuse: number;
  specular: number;
}

function shade(preset: MatcapPreset, light: Light, rim: number, nh: number): void {
  switch (preset) {
    case 'toon_basic':
      light.diffuse = light.diffuse > 0.5 ? 1 : 0.3;
      break;
    case 'toon_rim':
      light.diffuse = (light.diffuse > 0.5 ? 1 : 0.3) + (rim > 0.7 ? 0.4 : 0);
      break;
    case 'metallic':
      light.specular = squared(nh, 6);
      light.diffuse *= 0.3;
      break;
    case 'ceramic':
      light.specular = 0.3 * squared(nh, 4);
      break;
    case 'skin':
      light.diffuse = 0.7 * light.diffuse + 0.3;
      break;
    case 'plastic':
      light.specular = 0.8 * squared(nh, 7);
      break;
    case 'velvet':
      light.diffuse = 0.6 * light.diffuse + 0.4 * rim;
      break;
  }
}

/** x to the power 2^times. */
function squared(x: number, times: number): number {
  let power = x;
  for (let k = 0; k < times; k++) power *= power;
  return power;
}

function normalize([x, y, z]: readonly [number, number, number]): [number, number, number] {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

function renderMatcap(params: MatcapParams, bitDepth: 8 | 16): Raster {
  const [width, height] = params.resolution;
  const radius = (COVERAGE * Math.min(width, height)) / 2;
  const base = params.base_color ?? BASES[params.preset];
  const [lx, ly, lz] = normalize(params.light_dir ?? LIGHT);
  const [hx, hy, hz] = normalize([lx, ly, lz + 1]);
  const steps = params.toon_steps ?? 0;
  const curvature = strengthOf(params.curvature_mask);
  const cavity = strengthOf(params.cavity_mask);
  const { outline } = params;
  const inner = outline ? 1 - Math.min(outline.width / radius, OUTLINE_SHARE) : 2;
  const near = outline ? nearDisc(width, height, radius, outline.width) : undefined;
  const raster = makeRaster(width * height, 4, bitDepth);
  const channels = Array.from({ length: 4 }, () => new Float64Array(width));
  const light: Light = { diffuse: 0, specular: 0 };
  for (let y = 0; y < height; y++) {
    const ny = (y - height / 2) / radius;
    for (let x = 0; x < width; x++) {
      const nx = (x - width / 2) / radius;
      const q = nx * nx + ny * ny;
      const outside = q > 1;
      const outlined = outline && (outside ? near![y * width + x] === 1 : q > inner * inner);
      if (outlined || outside) {
        for (let c = 0; c < 3; c++) channels[c]![x] = outlined ? outline.color[c]! : 0;
        channels[3]![x] = outlined ? 1 : 0;
        continue;
      }
      const nz = Math.sqrt(1 - q);
      light.diffuse = Math.max(nx * lx + ny * ly + nz * lz, 0);
      light.specular = 0;
      shade(params.preset, light, 1 - nz, Math.max(nx * hx + ny * hy + nz * hz, 0));
      if (steps > 0) {
        light.diffuse = Math.floor(light.diffuse * steps) / Math.max(steps - 1, 1);
        light.specular = Math.floor(light.specular * steps) / Math.max(steps - 1, 1);
      }
      const total = Math.min(light.diffuse + light.specular, 1);
      const rim = Math.sqrt(q);
      for (let c = 0; c < 3; c++) {
        let value = Math.min(base[c]! * total, 1);
        if (curvature > 0) value = Math.min(value + rim * curvature, 1);
        if (cavity > 0) value = Math.max(value - (1 - rim) * 0.5 * cavity, 0);
        channels[c]![x] = value;
      }
      channels[3]![x] = 1;
    }
    writePixels(raster, y * width, channels, width);
  }
  return raster;
}

function strengthOf(mask: MatcapParams['cavity_mask']): number {
  return mask?.enabled ? Math.min(Math.max(mask.strength, 0), 1) : 0;
}
