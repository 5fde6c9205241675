/** Nodes of a graph as samples of pictures. */
import type { BackendContext } from '@speccade/spec';
import type { Size, TextureNode } from '@speccade/spec/kinds/texture';
import { SIGNATURES } from '@speccade/spec/kinds/texture';
import { evaluateGraph } from '../graph/evaluate.ts';
import { makeRaster, planesOf, type Raster, writePixels } from '../pixels.ts';
import type { Storage } from '../settings.ts';

export interface GraphInput {
  readonly resolution: Size;
  readonly tileable: boolean;
  /** Of the spec. */
  readonly seed: number;
  readonly context: BackendContext;
}

/** Gives the samples of each of `ids` to `take`, one after the other, so that only one picture exists at a time. */
export function rasterizeGraph(
  nodes: readonly TextureNode[],
  ids: readonly string[],
  { resolution: [width, height], tileable, seed, context }: GraphInput,
  storage: (id: string) => Storage,
  take: (id: string, raster: Raster, storage: Storage) => void,
): void {
  const types = new Map(nodes.map((node) => [node.id, SIGNATURES[node.type].value]));
  context.onStage?.('evaluate_graph');
  evaluateGraph(nodes, ids, { width, height, tileable, seed, signal: context.signal }, (id) => {
    const stored = storage(id);
    const channels = types.get(id) === 'color' ? 4 : 1;
    const raster = makeRaster(width * height, channels, stored.bitDepth);
    return (values, { y, count, stride }) => {
      writePixels(raster, y * width, planesOf(values, channels, stride), count);
      if ((y * width + count) / width === height) take(id, raster, stored);
    };
  });
}
