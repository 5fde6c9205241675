/** Nodes of texture graphs that work on other nodes. */
import type { StarlarkInput } from '@speccade/starlark-wasm';
import { nonEmpty, oneOf, positive, ranged } from './checks.ts';
import { type Build, define, int, type LibraryFunction, num, optional, type Param, str, strs } from './define.ts';
import { atLeastItems, notBelow } from './shapes.ts';
import { BOMB_BLEND } from './texture-choices.ts';

/** A node: its id comes first and its type second. */
export function node<P extends Record<string, Param>>(
  name: string,
  type: string,
  description: string,
  params: P,
  build: Build<P & { id: Param<string> }> = ({ id: _, ...rest }) => rest as StarlarkInput,
): LibraryFunction {
  return define({
    name,
    category: 'texture.nodes',
    description,
    params: { id: str(nonEmpty), ...params },
    build: (args, context) => ({
      id: (args as { id: string }).id,
      type,
      ...(build(args as Parameters<typeof build>[0], context) as object),
    }),
  });
}

const from = str(nonEmpty);

export const TEXTURE_NODES = [
  node('threshold_node', 'threshold', 'Black below a value of another node, white from it on.', {
    input: from,
    threshold: num(undefined, 0.5),
  }),
  node('invert_node', 'invert', 'One minus another node.', { input: from }),
  node('color_ramp_node', 'color_ramp', 'Colors along the values of another node.', {
    input: from,
    ramp: strs(atLeastItems(2, '2 colors')),
  }),
  node('add_node', 'add', 'The sum of two nodes.', { a: from, b: from }),
  node('multiply_node', 'multiply', 'The product of two nodes.', { a: from, b: from }),
  node('lerp_node', 'lerp', 'A mix of two nodes, by the values of a third.', { a: from, b: from, t: from }),
  node('clamp_node', 'clamp', 'Another node, kept within bounds.', {
    input: from,
    min: num(undefined, 0),
    max: num(notBelow('min'), 1),
  }),
  node('grayscale_node', 'to_grayscale', 'The luminance of another node.', { input: from }),
  node('palette_node', 'palette', 'Another node, in the nearest of some colors.', {
    input: from,
    palette: strs(atLeastItems(1, '1 color')),
  }),
  node('compose_rgba_node', 'compose_rgba', 'Channels out of three or four nodes.', {
    r: from,
    g: from,
    b: from,
    a: optional.str(nonEmpty),
  }),
  node('normal_from_height_node', 'normal_from_height', 'The normal map of a height map.', {
    input: from,
    strength: num(positive, 1),
  }),
  node(
    'wang_tiles_node',
    'wang_tiles',
    'Another node, cut into tiles that fit each other.',
    {
      input: from,
      tile_count_x: int(positive, 4),
      tile_count_y: int(positive, 4),
      blend_width: num(ranged({ min: 0, max: 0.5 }, 'be in range 0.0 to 0.5'), 0.1),
    },
    ({ input, tile_count_x, tile_count_y, blend_width }) => ({
      input,
      tile_count: [tile_count_x, tile_count_y],
      blend_width,
    }),
  ),
  node(
    'texture_bomb_node',
    'texture_bomb',
    'Another node, scattered in copies.',
    {
      input: from,
      density: num(ranged({ min: 0, max: 1 }, 'be in range 0.0 to 1.0'), 0.5),
      scale_min: num(positive, 0.8),
      scale_max: num(notBelow('scale_min', 'high'), 1.2),
      rotation_variation: num(ranged({ min: 0, max: 360 }, 'be in range 0 to 360'), 0),
      blend_mode: str(oneOf(BOMB_BLEND), 'max'),
    },
    ({ input, density, scale_min, scale_max, rotation_variation, blend_mode }) => ({
      input,
      density,
      scale_variation: [scale_min, scale_max],
      rotation_variation,
      blend_mode,
    }),
  ),
];
