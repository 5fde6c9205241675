/** `texture.procedural_v1`: each primary output is a node of the graph. */
import type { Artifact } from '@speccade/spec';
import type { ProceduralParams, TextureNode } from '@speccade/spec/kinds/texture';
import { SIGNATURES } from '@speccade/spec/kinds/texture';
import { pngArtifact } from '../artifacts.ts';
import type { Maker } from '../maker.ts';
import { storageOf } from '../settings.ts';
import { rasterizeGraph } from './rasterize.ts';

/** Operations whose colours are data: packed maps and normals. */
const DATA: ReadonlySet<string> = new Set(['compose_rgba', 'normal_from_height']);

export const makeProcedural: Maker = (spec, context) => {
  const params = spec.recipe!.params as ProceduralParams;
  const byId = new Map(params.nodes.map((node) => [node.id, node]));
  const outputs = spec.outputs.filter(({ kind }) => kind === 'primary');
  const artifacts = new Array<Artifact>(outputs.length);
  rasterizeGraph(
    params.nodes,
    [...new Set(outputs.map(({ source }) => source!))],
    { resolution: params.resolution, tileable: params.tileable, seed: spec.seed, context },
    (id) => storageOf(params.png, id, isColor(byId.get(id)!)),
    (id, raster, storage) => {
      context.onStage?.('encode_output');
      const first = outputs.findIndex(({ source }) => source === id);
      const made = pngArtifact(outputs[first]!, raster, params.resolution, storage);
      outputs.forEach((output, index) => {
        if (output.source === id) artifacts[index] = { ...made, path: output.path };
      });
    },
  );
  return artifacts;
};

function isColor(node: TextureNode): boolean {
  return SIGNATURES[node.type].value === 'color' && !DATA.has(node.type);
}
