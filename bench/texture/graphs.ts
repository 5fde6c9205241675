/** One node of each operation, reading the gray node `n` and the colour node `c`. */
import { node as nodeSchema, type TextureNode, type TextureOp } from '@speccade/spec/kinds/texture';

type Fields = Record<string, unknown>;

export const BASE: readonly TextureNode[] = [
  { id: 'n', type: 'gradient', direction: 'radial' },
  { id: 'm', type: 'gradient', direction: 'vertical' },
  {
    id: 'c',
    type: 'gradient_stops',
    input: 'n',
    stops: [
      { position: 0, color: '#204060' },
      { position: 1, color: '#e0a030' },
    ],
  },
].map((node) => nodeSchema.parse(node));

const [input, pair, blend] = [{ input: 'n' }, { a: 'n', b: 'm' }, { base: 'n', blend: 'm' }];

const FIELDS: Readonly<Record<Exclude<TextureOp, 'noise'>, Fields>> = {
  constant: { value: 0.5 },
  gradient: { direction: 'radial' },
  stripes: { direction: 'vertical', stripe_width: 9, color1: 0, color2: 1 },
  checkerboard: { tile_size: 9, color1: 0, color2: 1 },
  reaction_diffusion: { steps: 20 },
  invert: input,
  clamp: { ...input, min: 0.2, max: 0.8 },
  add: pair,
  multiply: pair,
  lerp: { ...pair, t: 'm' },
  threshold: { ...input, threshold: 0.5 },
  blend_screen: blend,
  blend_overlay: blend,
  blend_soft_light: blend,
  blend_difference: blend,
  blur: { ...input, radius: 6 },
  erode: { ...input, radius: 4 },
  dilate: { ...input, radius: 8 },
  warp: { ...input, displacement: 'm', strength: 8 },
  uv_scale: { ...input, scale_x: 1.5, scale_y: 1.5 },
  uv_rotate: { ...input, angle: 0.5 },
  uv_translate: { ...input, offset_x: 0.3, offset_y: 0.2 },
  to_grayscale: { input: 'c' },
  color_ramp: { ...input, ramp: ['#102030', '#80c040', '#ffffff'] },
  palette: { input: 'c', palette: ['#204060', '#70b050', '#e0e0e0'] },
  compose_rgba: { r: 'n', g: 'm', b: 'n' },
  normal_from_height: { ...input, strength: 2 },
  wang_tiles: { ...input, tile_count: [4, 4] },
  texture_bomb: { ...input, density: 0.5, scale_variation: [0.1, 0.2], rotation_variation: 90 },
  periodic_noise: { basis: 'perlin', cells: [16, 16] },
  voronoi: { cells: [16, 16] },
  bricks: { columns: 8, rows: 16, variation: 0.5 },
  hexagons: { columns: 16, rows: 16 },
  levels: { ...input, in_low: 0.2, in_high: 0.8 },
  curves: {
    ...input,
    points: [
      [0, 0],
      [0.3, 0.1],
      [0.7, 0.9],
      [1, 1],
    ],
  },
  blend: { ...blend, mode: 'overlay' },
  color_blend: { base: 'c', blend: 'c', mode: 'multiply' },
  color_mix: { a: 'c', b: 'c', mask: 'm' },
  hsv_adjust: { input: 'c', hue: 40 },
  channel: { input: 'c', channel: 'g' },
  gradient_stops: {
    ...input,
    stops: [
      { position: 0, color: '#000000' },
      { position: 1, color: '#ffffff' },
    ],
  },
  ambient_occlusion: { ...input, radius: 4 },
  curvature: input,
  warp_2d: { ...input, x: 'n', y: 'm', strength: 8 },
  transform: { ...input, angle: 30 },
  corner_tiles: { ...input, tiles: [4, 4] },
  histogram_tiles: { ...input, tiles: [4, 4] },
};

/** By name of the operation. */
export const NODES: ReadonlyMap<string, TextureNode> = new Map(
  Object.entries(FIELDS).map(([type, fields]) => [type, nodeSchema.parse({ id: 'x', type, ...fields })]),
);
