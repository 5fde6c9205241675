/** `texture.procedural_v1`: pictures from a graph of operations. */
import * as z from 'zod/mini';
import type { KindModule } from '../kind.ts';
import { checkGraph, reportUnknownNode, warnUnused } from './check-graph.ts';
import { graphSize } from './common.ts';
import { checkPngSettings, pngSettings } from './encoding.ts';
import { nodes } from './nodes.ts';
import { primaries, reportSource } from './sources.ts';

export const proceduralParams = z.strictObject({
  resolution: graphSize,
  tileable: z.boolean(),
  nodes,
  png: pngSettings,
});
export type ProceduralParams = z.infer<typeof proceduralParams>;

export const procedural: KindModule<ProceduralParams> = {
  kind: 'texture.procedural_v1',
  params: proceduralParams,
  check(params, envelope, findings) {
    checkGraph(params.nodes, params.resolution, findings);
    const ids = params.nodes.map((node) => node.id);
    checkPngSettings(params.png, ids, findings);
    const used: string[] = [];
    for (const { output, index } of primaries(envelope)) {
      if (output.source === undefined || output.source === null) reportSource(undefined, index, ids, findings);
      else if (!ids.includes(output.source))
        reportUnknownNode(output.source, ['outputs', index, 'source'], ids, findings, 'E015');
      else used.push(output.source);
    }
    if (used.length > 0) warnUnused(params.nodes, used, findings);
  },
};

export default procedural;
