/** Evaluates small graphs for tests. */

import { node as nodeSchema, SIGNATURES, type TextureNode } from '@speccade/spec/kinds/texture';
import { evaluateGraph } from '../src/graph/evaluate.ts';

export type Json = Record<string, unknown>;

export function parseNodes(nodes: readonly Json[]): TextureNode[] {
  return nodes.map((node) => nodeSchema.parse(node));
}

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly tileable?: boolean;
  readonly seed?: number;
  readonly bandPixels?: number;
  readonly mostBuffers?: number;
}

/** The values of each of `ids`; of colours four planes. */
export function evaluate(nodes: readonly TextureNode[], ids: readonly string[], size: Size): Map<string, Float64Array> {
  const { width, height, tileable = false, seed = 42 } = size;
  const pixels = width * height;
  const results = new Map<string, Float64Array>();
  evaluateGraph(nodes, ids, { ...size, tileable, seed }, (id) => {
    const planes = SIGNATURES[nodes.find((node) => node.id === id)!.type].value === 'color' ? 4 : 1;
    const all = new Float64Array(planes * pixels);
    results.set(id, all);
    return (values, { y, count, stride }) => {
      for (let plane = 0; plane < planes; plane++) {
        all.set(values.subarray(plane * stride, plane * stride + count), plane * pixels + y * width);
      }
    };
  });
  return results;
}

/** The values of the last node. */
export function last(nodes: readonly Json[], size: Size): Float64Array {
  const parsed = parseNodes(nodes);
  const { id } = parsed.at(-1)!;
  return evaluate(parsed, [id], size).get(id)!;
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]!;
  return sum / values.length;
}

/** Standard deviation. */
export function spread(values: ArrayLike<number>): number {
  const m = mean(values);
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += (values[k]! - m) * (values[k]! - m);
  return Math.sqrt(sum / values.length);
}

/** The largest difference of neighbours across the left and right border beside that inside, and for top and bottom. */
export function seams(values: Float64Array, width: number, height: number): [number, number] {
  let [inX, inY, acrossX, acrossY] = [0, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const here = values[y * width + x]!;
      const right = Math.abs(here - values[y * width + ((x + 1) % width)]!);
      const below = Math.abs(here - values[((y + 1) % height) * width + x]!);
      if (x === width - 1) acrossX = Math.max(acrossX, right);
      else inX = Math.max(inX, right);
      if (y === height - 1) acrossY = Math.max(acrossY, below);
      else inY = Math.max(inY, below);
    }
  }
  return [acrossX / inX, acrossY / inY];
}
