/** `texture.decal_v1`: a picture with a mask, to be projected onto surfaces. */
import * as z from 'zod/mini';
import type { SpecEnvelope } from '../../document.ts';
import type { Findings, KindModule } from '../kind.ts';
import { checkGraph, reportUnknownNode, warnUnused } from './check-graph.ts';
import { graphSize, id, number } from './common.ts';
import { checkPngSettings, pngSettings } from './encoding.ts';
import { nodes } from './nodes.ts';
import { primaries, reportSource } from './sources.ts';

const pair = z.tuple([number, number]);

export const decalMetadata = z.strictObject({
  aspect_ratio: z._default(number, 1),
  anchor: z._default(pair, [0.5, 0.5]),
  fade_distance: z._default(number, 0),
  projection_size: z.nullish(pair.check(z.describe('metres'))),
  /** Near and far. */
  depth_range: z.nullish(pair),
});
export type DecalMetadata = z.infer<typeof decalMetadata>;

export const decalParams = z.strictObject({
  resolution: graphSize,
  nodes,
  albedo_output: id,
  alpha_output: id,
  normal_output: z.nullish(id),
  roughness_output: z.nullish(id),
  metadata: decalMetadata,
  png: pngSettings,
});
export type DecalParams = z.infer<typeof decalParams>;

const OUTPUT_FIELDS = ['albedo_output', 'alpha_output', 'normal_output', 'roughness_output'] as const;

/** The map that a source names; no source and an empty one are the albedo. */
export function decalMap(source: string | undefined | null): string {
  return source || 'albedo';
}

function check(params: DecalParams, envelope: SpecEnvelope, findings: Findings): void {
  checkGraph(params.nodes, params.resolution, findings);
  const ids = params.nodes.map((node) => node.id);
  const roots: string[] = [];
  for (const field of OUTPUT_FIELDS) {
    const output = params[field];
    if (output === undefined || output === null) continue;
    if (ids.includes(output)) roots.push(output);
    else reportUnknownNode(output, ['recipe', 'params', field], ids, findings);
  }
  const maps = [
    'albedo',
    ...(params.normal_output ? ['normal'] : []),
    ...(params.roughness_output ? ['roughness'] : []),
  ];
  checkPngSettings(params.png, maps, findings);
  const outputs = primaries(envelope);
  for (const { output, index } of outputs) {
    const map = decalMap(output.source);
    if (maps.includes(map)) continue;
    const missing = map === 'normal' || map === 'roughness';
    const why = missing ? `the decal has no ${map}_output` : undefined;
    reportSource(map, index, maps, findings, why);
  }
  if (outputs.length > 0 && !outputs.some(({ output }) => decalMap(output.source) === 'albedo')) {
    findings.error('E015', ['outputs'], 'a decal needs an output of its albedo', {
      expected: 'a primary output with source "albedo"',
      found: 'none',
    });
  }
  warnUnused(params.nodes, roots, findings);
}

export const decal: KindModule<DecalParams> = { kind: 'texture.decal_v1', params: decalParams, check };

export default decal;
