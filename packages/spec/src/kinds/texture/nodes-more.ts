/** The operations that SpecCade adds to the published ones: noise that tiles, patterns, tone, colour, height, sampling. */
import * as z from 'zod/mini';
import { byte, hexColor, id, number, positive, unitRange } from './common.ts';

const cells = z.int().check(z.gte(1), z.lte(4096));
/** Cells across the width and down the height; whole numbers, so that the pattern closes at the borders. */
const grid = z.tuple([cells, cells]);
const sampling = z._default(z.enum(['nearest', 'bilinear']), 'bilinear');
const metric = z._default(z.enum(['euclidean', 'manhattan', 'chebyshev']), 'euclidean');

export const BLEND_MODES = [
  'normal',
  'multiply',
  'screen',
  'overlay',
  'hard_light',
  'soft_light',
  'add',
  'subtract',
  'difference',
  'darken',
  'lighten',
  'color_dodge',
  'color_burn',
] as const;
export type BlendMode = (typeof BLEND_MODES)[number];
const mode = z.enum(BLEND_MODES);

export const MORE_NODES = [
  z.strictObject({
    id,
    type: z.literal('periodic_noise'),
    basis: z.enum(['perlin', 'value', 'worley', 'gabor']),
    cells: grid,
    octaves: z._default(byte.check(z.gte(1), z.lte(16)), 1),
    persistence: z._default(unitRange, 0.5),
    lacunarity: z._default(z.int().check(z.gte(1), z.lte(8)), 2),
    /** How the octaves are added up; the last two give ridges and billows. */
    fractal: z._default(z.enum(['fbm', 'ridged', 'billow']), 'fbm'),
    /** Worley only. */
    metric,
    feature: z._default(z.enum(['f1', 'f2', 'f2_minus_f1']), 'f1'),
    jitter: z._default(unitRange, 1),
    /** Gabor only: cycles per cell, the direction of the waves, and how far they may turn from it. */
    frequency: z._default(positive.check(z.lte(8)), 1.5),
    angle: z._default(number.check(z.describe('degrees')), 0),
    spread: z._default(number.check(z.gte(0), z.lte(180), z.describe('degrees')), 0),
  }),
  z.strictObject({
    id,
    type: z.literal('voronoi'),
    cells: grid,
    jitter: z._default(unitRange, 1),
    metric,
    /** One value per cell, or the distance from the nearest border between two cells, in cells. */
    output: z._default(z.enum(['cell', 'edge']), 'cell'),
  }),
  z.strictObject({
    id,
    type: z.literal('bricks'),
    columns: cells,
    rows: cells,
    mortar: z._default(unitRange.check(z.describe('share of the height of a row')), 0.1),
    bevel: z._default(unitRange.check(z.describe('share of the height of a row')), 0.1),
    row_offset: z._default(number.check(z.describe('bricks')), 0.5),
    variation: z._default(unitRange, 0),
  }),
  z.strictObject({
    id,
    type: z.literal('hexagons'),
    columns: cells,
    rows: cells,
    gap: z._default(unitRange.check(z.describe('share of a hexagon')), 0.1),
    bevel: z._default(unitRange.check(z.describe('share of a hexagon')), 0.1),
    variation: z._default(unitRange, 0),
  }),
  z.strictObject({
    id,
    type: z.literal('levels'),
    input: id,
    in_low: z._default(number, 0),
    in_high: z._default(number, 1),
    gamma: z._default(positive.check(z.lte(100)), 1),
    out_low: z._default(number, 0),
    out_high: z._default(number, 1),
  }),
  z.strictObject({
    id,
    type: z.literal('curves'),
    input: id,
    points: z.array(z.tuple([number, number])).check(z.minLength(2), z.maxLength(256)),
  }),
  z.strictObject({ id, type: z.literal('blend'), base: id, blend: id, mode, opacity: z._default(unitRange, 1) }),
  z.strictObject({
    id,
    type: z.literal('color_blend'),
    base: id,
    blend: id,
    mode,
    opacity: z._default(unitRange, 1),
    mask: z.nullish(id),
  }),
  z.strictObject({ id, type: z.literal('color_mix'), a: id, b: id, mask: id }),
  z.strictObject({
    id,
    type: z.literal('hsv_adjust'),
    input: id,
    hue: z._default(number.check(z.describe('degrees')), 0),
    saturation: z._default(number.check(z.gte(0), z.describe('factor')), 1),
    value: z._default(number.check(z.gte(0), z.describe('factor')), 1),
  }),
  z.strictObject({
    id,
    type: z.literal('channel'),
    input: id,
    channel: z.enum(['r', 'g', 'b', 'a', 'hue', 'saturation', 'value']),
  }),
  z.strictObject({
    id,
    type: z.literal('gradient_stops'),
    input: id,
    stops: z
      .array(z.strictObject({ position: number, color: hexColor, alpha: z._default(unitRange, 1) }))
      .check(z.minLength(1), z.maxLength(256)),
    interpolation: z._default(z.enum(['linear', 'smooth', 'step']), 'linear'),
  }),
  z.strictObject({
    id,
    type: z.literal('ambient_occlusion'),
    input: id,
    radius: z._default(z.int().check(z.gte(1), z.lte(64), z.describe('pixels')), 4),
    strength: z._default(number.check(z.gte(0)), 1),
  }),
  z.strictObject({ id, type: z.literal('curvature'), input: id, strength: z._default(number, 1) }),
  z.strictObject({
    id,
    type: z.literal('warp_2d'),
    input: id,
    x: z.nullish(id),
    y: z.nullish(id),
    strength: number.check(z.describe('pixels')),
    sampling,
  }),
  z.strictObject({
    id,
    type: z.literal('transform'),
    input: id,
    scale: z._default(z.tuple([number, number]), [1, 1]),
    angle: z._default(number.check(z.describe('degrees')), 0),
    offset: z._default(z.tuple([number, number]), [0, 0]),
    sampling,
  }),
  z.strictObject({
    id,
    type: z.literal('corner_tiles'),
    input: id,
    tiles: grid,
    colors: z._default(z.int().check(z.gte(2), z.lte(16)), 4),
    blend_width: z._default(unitRange.check(z.describe('share of a tile')), 0.4),
  }),
  z.strictObject({
    id,
    type: z.literal('histogram_tiles'),
    input: id,
    tiles: grid,
  }),
] as const;
