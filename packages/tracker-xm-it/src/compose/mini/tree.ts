/** What a mini-notation says, before it is played. */

export type MiniNode =
  | { readonly kind: 'rest' }
  | { readonly kind: 'event'; readonly word: string; readonly offset: number }
  /** One after another within a cycle, each as long as its weight. */
  | { readonly kind: 'sequence'; readonly steps: readonly WeightedNode[]; readonly weight: number }
  /** One to each cycle. */
  | { readonly kind: 'alternation'; readonly steps: readonly MiniNode[] }
  /** All at once. */
  | { readonly kind: 'stack'; readonly parts: readonly MiniNode[] }
  /** So many cycles in one, or one over so many. */
  | { readonly kind: 'fast' | 'slow'; readonly factor: number; readonly body: MiniNode };

export interface WeightedNode {
  readonly node: MiniNode;
  readonly weight: number;
}

export const REST: MiniNode = { kind: 'rest' };

/** One after another. */
export function sequenceOf(steps: readonly WeightedNode[]): MiniNode {
  if (steps.length === 0) return REST;
  if (steps.length === 1) return steps[0]!.node;
  return { kind: 'sequence', steps, weight: steps.reduce((sum, step) => sum + step.weight, 0) };
}

/** How many notes can sound at once: the voices that a node needs. */
export function voicesOf(node: MiniNode): number {
  switch (node.kind) {
    case 'stack':
      return node.parts.reduce((sum, part) => sum + voicesOf(part), 0);
    case 'sequence':
      return node.steps.reduce((most, { node: step }) => Math.max(most, voicesOf(step)), 1);
    case 'alternation':
      return node.steps.reduce((most, step) => Math.max(most, voicesOf(step)), 1);
    case 'fast':
    case 'slow':
      return voicesOf(node.body);
    default:
      return 1;
  }
}
