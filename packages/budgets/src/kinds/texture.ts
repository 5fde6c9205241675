import {
  type DecalParams,
  graphDepth,
  inputsOf,
  type MaterialPresetParams,
  type ProceduralParams,
  type SplatSetParams,
  type TextureNode,
} from '@speccade/spec/kinds/texture';
import type { SpecCounts } from '../checks.ts';
import type { KindBudgets } from '../kind-budget.ts';
import { MATCAP_WEIGHT, NODE_WEIGHTS, NOISE_WEIGHTS, PIXEL_WEIGHT } from '../texture-weights.ts';

export const BUDGETS: KindBudgets = {
  'texture.procedural_v1': { count: countGraph, estimate: estimateGraph },
  'texture.trimsheet_v1': { count: countPicture, estimate: estimatePicture },
  'texture.decal_v1': { count: countGraph, estimate: estimateGraph },
  'texture.splat_set_v1': { count: countPicture, estimate: estimateSplatSet },
  'texture.matcap_v1': { count: countPicture, estimate: estimateMatcap },
  'texture.material_preset_v1': { count: countPicture, estimate: estimateMaterial },
};

interface Sized {
  readonly resolution: readonly [number, number];
}

/** What a recipe that makes one size of picture asks for. */
export function countPicture({ resolution: [width, height] }: Sized): SpecCounts {
  return {
    texture: {
      counts: { width, height },
      paths: { width: 'recipe.params.resolution[0]', height: 'recipe.params.resolution[1]' },
    },
  };
}

/** The same for a recipe with a graph. */
export function countGraph(params: ProceduralParams | DecalParams): SpecCounts {
  const { texture } = countPicture(params);
  const nodes = 'recipe.params.nodes';
  return {
    texture: {
      counts: { ...texture!.counts, graphNodes: params.nodes.length, graphDepth: graphDepth(params.nodes) },
      paths: { ...texture!.paths, graphNodes: nodes, graphDepth: nodes },
    },
  };
}

/** Pixels x weights of the nodes; writing the files is one weight per node that nothing else reads. */
export function estimateGraph(params: ProceduralParams | DecalParams): number {
  const read = new Set(params.nodes.flatMap((node) => inputsOf(node).map(({ id }) => id)));
  const files = params.nodes.filter(({ id }) => !read.has(id)).length;
  const copies = 'tileable' in params && params.tileable ? 4 : 1;
  const nodes = params.nodes.reduce((sum, node) => sum + weightOf(node, copies), 0);
  return pixels(params) * (nodes + PIXEL_WEIGHT * files);
}

/** Tileable noise is mixed of copies, all of them of octaves where the algorithm has some. */
function weightOf(node: TextureNode, copies: number): number {
  if (node.type === 'noise') {
    const { algorithm, octaves } = node.noise;
    const layers = algorithm === 'perlin' || algorithm === 'fbm' || algorithm === 'simplex' ? octaves : 1;
    return copies * Math.max(layers, 1) * NOISE_WEIGHTS[algorithm];
  }
  if (node.type === 'reaction_diffusion') return node.steps;
  return NODE_WEIGHTS[node.type] ?? 1;
}

export function estimatePicture(params: Sized): number {
  return pixels(params) * PIXEL_WEIGHT;
}

export function estimateMatcap(params: Sized): number {
  return pixels(params) * (PIXEL_WEIGHT + MATCAP_WEIGHT);
}

/** Three maps for each layer, a mask for four of them; detail and weights of four octaves, and simplex noise. */
export function estimateSplatSet(params: SplatSetParams): number {
  return pixels(params) * params.layers.length * (3 * PIXEL_WEIGHT + 8 * NOISE_WEIGHTS.fbm + NOISE_WEIGHTS.simplex);
}

export function estimateMaterial(params: MaterialPresetParams): number {
  return pixels(params) * (4 * PIXEL_WEIGHT + 8 * NOISE_WEIGHTS.fbm);
}

function pixels({ resolution: [width, height] }: Sized): number {
  return width * height;
}
