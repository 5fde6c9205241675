/** The texture functions. */
import { TEXTURE_GRAPH } from './texture-graph.ts';
import { TEXTURE_MATERIALS } from './texture-materials.ts';
import { TEXTURE_NODES } from './texture-nodes.ts';
import { TEXTURE_SHEETS } from './texture-sheets.ts';
import { TEXTURE_SOURCES } from './texture-sources.ts';
import { TEXTURE_SPLAT } from './texture-splat.ts';

export const TEXTURE = [
  ...TEXTURE_SOURCES,
  ...TEXTURE_NODES,
  ...TEXTURE_GRAPH,
  ...TEXTURE_SHEETS,
  ...TEXTURE_SPLAT,
  ...TEXTURE_MATERIALS,
];
