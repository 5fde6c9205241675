/** What each operation reads and gives: the types that the edges of a graph have. */
import type { TextureNode, TextureOp } from './nodes.ts';

/** One channel, or red, green, blue and alpha. */
export type ValueType = 'gray' | 'color';

export interface Signature {
  /** Fields that name other nodes, with the type that those must have. */
  readonly inputs: Readonly<Record<string, ValueType>>;
  readonly value: ValueType;
}

const source: Signature = { inputs: {}, value: 'gray' };
const filter: Signature = { inputs: { input: 'gray' }, value: 'gray' };
const pair: Signature = { inputs: { a: 'gray', b: 'gray' }, value: 'gray' };
const blend: Signature = { inputs: { base: 'gray', blend: 'gray' }, value: 'gray' };
const colorize: Signature = { inputs: { input: 'gray' }, value: 'color' };
const recolor: Signature = { inputs: { input: 'color' }, value: 'color' };
const reduce: Signature = { inputs: { input: 'color' }, value: 'gray' };

export const SIGNATURES: Readonly<Record<TextureOp, Signature>> = {
  constant: source,
  noise: source,
  gradient: source,
  stripes: source,
  checkerboard: source,
  reaction_diffusion: source,
  invert: filter,
  clamp: filter,
  add: pair,
  multiply: pair,
  lerp: { inputs: { a: 'gray', b: 'gray', t: 'gray' }, value: 'gray' },
  threshold: filter,
  blend_screen: blend,
  blend_overlay: blend,
  blend_soft_light: blend,
  blend_difference: blend,
  blur: filter,
  erode: filter,
  dilate: filter,
  warp: { inputs: { input: 'gray', displacement: 'gray' }, value: 'gray' },
  uv_scale: filter,
  uv_rotate: filter,
  uv_translate: filter,
  to_grayscale: reduce,
  color_ramp: colorize,
  palette: recolor,
  compose_rgba: { inputs: { r: 'gray', g: 'gray', b: 'gray', a: 'gray' }, value: 'color' },
  normal_from_height: colorize,
  wang_tiles: filter,
  texture_bomb: filter,
  periodic_noise: source,
  voronoi: source,
  bricks: source,
  hexagons: source,
  levels: filter,
  curves: filter,
  blend,
  color_blend: { inputs: { base: 'color', blend: 'color', mask: 'gray' }, value: 'color' },
  color_mix: { inputs: { a: 'color', b: 'color', mask: 'gray' }, value: 'color' },
  hsv_adjust: recolor,
  channel: reduce,
  gradient_stops: colorize,
  ambient_occlusion: filter,
  curvature: filter,
  warp_2d: { inputs: { input: 'gray', x: 'gray', y: 'gray' }, value: 'gray' },
  transform: filter,
  corner_tiles: filter,
  histogram_tiles: filter,
};

/** The ids that a node reads, with the fields they stand in; inputs that may be left out and are do not count. */
export function inputsOf(node: TextureNode): { field: string; type: ValueType; id: string }[] {
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(SIGNATURES[node.type].inputs).flatMap(([field, type]) => {
    const id = fields[field];
    return typeof id === 'string' ? [{ field, type, id }] : [];
  });
}
