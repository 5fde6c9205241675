/** Cycles in a graph, found without recursion: a graph may be a chain of any length. */
import type { TextureNode } from './nodes.ts';
import { inputsOf } from './signatures.ts';

/** The ids along the first cycle, in node order, its first id again at the end; `undefined` when there is none. */
export function findCycle(nodes: readonly TextureNode[], byId: ReadonlyMap<string, TextureNode>): string[] | undefined {
  const done = new Set<string>();
  for (const root of nodes) {
    if (done.has(root.id)) continue;
    const path: string[] = [];
    const onPath = new Set<string>();
    // Each step of the path with the inputs that are still to be followed.
    const open: string[][] = [];
    const enter = (id: string) => {
      path.push(id);
      onPath.add(id);
      open.push(inputsOf(byId.get(id)!).map((input) => input.id));
    };
    enter(root.id);
    while (open.length > 0) {
      const next = open.at(-1)!.shift();
      if (next === undefined) {
        open.pop();
        const id = path.pop()!;
        onPath.delete(id);
        done.add(id);
      } else if (onPath.has(next)) return [...path.slice(path.indexOf(next)), next];
      else if (!done.has(next) && byId.has(next)) enter(next);
    }
  }
  return undefined;
}

/**
 * Nodes on the longest path of a graph, in time that grows with its edges. Nodes on a cycle, or behind one, and ids that
 * no node has do not count.
 */
export function graphDepth(nodes: readonly TextureNode[]): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const readers = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  const depths = new Map<string, number>();
  for (const node of byId.values()) {
    const inputs = inputsOf(node).filter(({ id }) => byId.has(id));
    waiting.set(node.id, inputs.length);
    for (const { id } of inputs) {
      const list = readers.get(id);
      if (list) list.push(node.id);
      else readers.set(id, [node.id]);
    }
  }
  const ready = [...byId.keys()].filter((id) => waiting.get(id) === 0);
  for (const id of ready) depths.set(id, 1);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    for (const reader of readers.get(id) ?? []) {
      depths.set(reader, Math.max(depths.get(reader) ?? 1, depths.get(id)! + 1));
      const left = waiting.get(reader)! - 1;
      waiting.set(reader, left);
      if (left === 0) ready.push(reader);
    }
  }
  return [...waiting].reduce((most, [id, left]) => (left === 0 ? Math.max(most, depths.get(id)!) : most), 0);
}
