/** Texture graphs and the specs of them. */
import { oneOf, resolution } from './checks.ts';
import { anys, bool, define, ints, str } from './define.ts';
import { about, document, identity, primary } from './document.ts';
import { TEXTURE_FORMAT } from './texture-choices.ts';

export const TEXTURE_GRAPH = [
  define({
    name: 'texture_graph',
    category: 'texture.graph',
    description: 'The parameters of texture.procedural_v1: nodes and the size of their pictures.',
    params: { resolution: ints(resolution), nodes: anys(), tileable: bool(true) },
    example: 'texture_graph([128, 128], [noise_node("base", "worley", 0.06, 3), invert_node("out", "base")])',
    build: ({ resolution, nodes, tileable }) => ({ resolution, tileable, nodes }),
  }),
  define({
    name: 'texture_spec',
    category: 'texture',
    description: 'A spec with a texture graph; its output names no node.',
    keywordOnly: true,
    params: {
      ...identity,
      output_path: str(),
      format: str(oneOf(TEXTURE_FORMAT)),
      resolution: ints(resolution),
      nodes: anys(),
      tileable: bool(true),
      ...about,
    },
    order: ['asset_id', 'format', 'seed'],
    build: ({ output_path, format, resolution, nodes, tileable, ...rest }) =>
      document('texture', rest, [primary(format, output_path)], {
        kind: 'texture.procedural_v1',
        params: { resolution, tileable, nodes },
      }),
  }),
];
