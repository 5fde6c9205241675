/** How much of each layer of a splat set there is at each pixel. */
import type { SplatSetParams } from '@speccade/spec/kinds/texture';
import type { Period } from '../noise/cell-seed.ts';
import type { Fbm } from '../noise/field.ts';
import { perlinFbm, simplexFbm, wholeCells } from '../noise/seamless.ts';

/** From layer to layer. */
const SEED_STEP = 0x9e3779b9;
/** Distance at which slopes are measured, lattice cells. */
const SLOPE_STEP = 0.01;
/** A slope of one tenth, and when calibrated two and a half times the mean slope, belongs to the last layer. */
const SLOPE_SCALE = 10;
const CALIBRATED = 0.4;

/** Writes the weights of one row of pixels, one array per layer, not normalised. */
export type WeightRows = (y: number, weights: readonly Float64Array[]) => void;

export function splatWeights(params: SplatSetParams, seed: number): WeightRows {
  const [width, height] = params.resolution;
  const { mask_mode, noise_scale, layers } = params;
  const { period, xs, scaleY } = latticeOf(params, noise_scale);
  const range = 1 / layers.length;
  const seedOf = (layer: number) => (seed + Math.imul(layer, SEED_STEP)) >>> 0;
  const perlin = (layer: number, octaves: number, persistence: number) =>
    perlinFbm(seedOf(layer), octaves, persistence, period);
  const each = (fill: (layer: number) => (y: number, out: Float64Array) => void): WeightRows => {
    const fills = layers.map((_, layer) => fill(layer));
    return (y, weights) => {
      for (let layer = 0; layer < fills.length; layer++) fills[layer]!(y, weights[layer]!);
    };
  };
  const centre = (layer: number) => (layer + 0.5) * range;
  switch (mask_mode) {
    case 'noise':
      return each((layer) => {
        const noise = perlin(layer, 4, 0.5).over(xs, true);
        return (y, out) => noise(out, 0, y * scaleY);
      });
    case 'height':
      return each((layer) => {
        const noise = simplexFbm(seedOf(layer), 1, 1, period).over(xs, true);
        return (y, out) => {
          noise(out, 0, y * scaleY);
          const level = y / height;
          for (let x = 0; x < width; x++) out[x] = triangle(level + (out[x]! - 0.5) * 0.3, centre(layer), range);
        };
      });
    case 'slope':
    case 'height_slope':
      return each((layer) => {
        const slopeOnly = mask_mode === 'slope';
        const slopes = slopeRows(slopeOnly ? perlin(layer, 3, 0.6) : perlin(layer, 4, 0.5), xs, scaleY);
        const scale = params.calibrated_slope ? CALIBRATED / meanSlope(slopes, width, height) : SLOPE_SCALE;
        return (y, out) => {
          slopes(y, out);
          for (let x = 0; x < width; x++) {
            const steep = Math.min(1, scale * out[x]!);
            out[x] = triangle(slopeOnly ? steep : (0.5 * y) / height + 0.5 * steep, centre(layer), range);
          }
        };
      });
  }
}

/** Where the pixels lie on a lattice of so many cells per pixel, which closes where the set asks for it. */
export function latticeOf(
  { resolution: [width, height], seamless }: SplatSetParams,
  scale: number,
): { period: Period; xs: Float64Array; scaleY: number } {
  const period = seamless ? ([wholeCells(scale, width), wholeCells(scale, height)] as const) : undefined;
  const scaleX = period ? period[0] / width : scale;
  return {
    period,
    xs: Float64Array.from({ length: width }, (_, x) => x * scaleX),
    scaleY: period ? period[1] / height : scale,
  };
}

function triangle(q: number, centre: number, range: number): number {
  return Math.max(0, 1 - Math.abs(q - centre) / range);
}

/** Rows of the height's change over the step, along both axes together. */
function slopeRows(field: Fbm, xs: Float64Array, scale: number): (y: number, out: Float64Array) => void {
  const width = xs.length;
  const here = field.over(xs, true);
  const right = field.over(
    xs.map((x) => x + SLOPE_STEP),
    true,
  );
  const [h, hx, hy] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  return (y, out) => {
    here(h, 0, y * scale);
    right(hx, 0, y * scale);
    here(hy, 0, y * scale + SLOPE_STEP);
    for (let x = 0; x < width; x++) {
      const dx = hx[x]! - h[x]!;
      const dy = hy[x]! - h[x]!;
      out[x] = Math.sqrt(dx * dx + dy * dy);
    }
  };
}

function meanSlope(slopes: (y: number, out: Float64Array) => void, width: number, height: number): number {
  const row = new Float64Array(width);
  let sum = 0;
  for (let y = 0; y < height; y++) {
    slopes(y, row);
    for (let x = 0; x < width; x++) sum += row[x]!;
  }
  // A picture without slopes has one layer whatever the scale.
  return sum > 0 ? sum / (width * height) : 1;
}
