/**
 * The plan of an evaluation: in which order the nodes that the outputs need are computed, which of them become buffers of
 * the size of the picture, and when those are given back.
 *
 * Operations that only need the same pixel of their inputs are fused: a step computes one buffer or one output a few rows
 * at a time, all the nodes in between included, which so need no buffer but a few rows. A node becomes a buffer when
 * something reads it elsewhere than at the same pixel, when it comes into being as a whole, or when several steps would
 * have to compute it again; and when a step would otherwise need too many buffers at once.
 */
import { inputsOf, SIGNATURES, type TextureNode } from '@speccade/spec/kinds/texture';
import { operationOf } from './operations.ts';
import { spareBuffers } from './spare.ts';

export interface Step {
  /** The node whose rows are computed. */
  readonly node: TextureNode;
  /** `buffer`: kept for later steps; `output`: handed out. */
  readonly makes: 'buffer' | 'output';
  /** Nodes computed for it row by row, in order; `node` itself is the last unless it is a buffer already, or a whole. */
  readonly fused: readonly TextureNode[];
  /** Buffers that it reads. */
  readonly reads: readonly string[];
  /** Buffers that nothing reads afterwards. */
  readonly frees: readonly string[];
}

export interface Plan {
  readonly steps: readonly Step[];
  /** Buffers of the size of the picture that exist at once at most, besides what operations borrow while they run. */
  readonly peakBuffers: number;
}

/** A step that reads more buffers than this is split. */
const MOST_READS = 3;

/**
 * @param nodes a graph that passed validation
 * @param outputs ids of the nodes to hand out, in this order; none twice
 * @param mostBuffers buffers that should exist at once, beyond which some are made again rather than kept
 */
export function planGraph(
  nodes: readonly TextureNode[],
  outputs: readonly string[],
  mostBuffers = Number.POSITIVE_INFINITY,
): Plan {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const order = inOrder(byId, outputs);
  const buffers = chooseBuffers(order, outputs);
  const needs = buffersNeeded(order);
  const steps: { node: TextureNode; makes: Step['makes']; fused: TextureNode[]; reads: string[] }[] = [];
  const place = new Map(order.map((node, index) => [node.id, index]));
  const stepFor = (node: TextureNode, makes: Step['makes']) => {
    const { fused, reads } = groupOf(node, makes, byId, buffers);
    fused.sort((a, b) => place.get(a.id)! - place.get(b.id)!);
    steps.push({ node, makes, fused, reads });
  };
  const made = new Set<string>();
  for (const output of outputs) {
    for (const node of inOrder(byId, [output], needs)) {
      if (!buffers.has(node.id) || made.has(node.id)) continue;
      made.add(node.id);
      stepFor(node, 'buffer');
    }
    stepFor(byId.get(output)!, 'output');
  }
  const plan = withLifetimes(steps);
  return plan.peakBuffers <= mostBuffers ? plan : withLifetimes(spareBuffers(steps, mostBuffers));
}

/**
 * How many buffers computing each node takes at once, if every node were one and none were shared (R. Sethi and J. Ullman,
 * "The generation of optimal code for arithmetic expressions", 1970).
 */
function buffersNeeded(order: readonly TextureNode[]): Map<string, number> {
  const needs = new Map<string, number>();
  for (const node of order) {
    const inputs = inputsOf(node).map(({ id }) => needs.get(id)!);
    inputs.sort((a, b) => b - a);
    needs.set(
      node.id,
      inputs.reduce((most, need, kept) => Math.max(most, need + kept), 1),
    );
  }
  return needs;
}

/** The nodes that `outputs` need, inputs before their readers; of several inputs the one that needs most comes first. */
function inOrder(
  byId: ReadonlyMap<string, TextureNode>,
  outputs: readonly string[],
  needs?: ReadonlyMap<string, number>,
): TextureNode[] {
  const order: TextureNode[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const output of outputs) {
    const stack = [output];
    while (stack.length > 0) {
      const id = stack.at(-1)!;
      const node = byId.get(id)!;
      if (state.get(id) === undefined) {
        state.set(id, 'open');
        const inputs = inputsOf(node).map((input) => input.id);
        // The last one pushed is computed first.
        if (needs) inputs.sort((a, b) => needs.get(a)! - needs.get(b)!);
        for (const input of inputs) if (!state.has(input)) stack.push(input);
        continue;
      }
      stack.pop();
      if (state.get(id) === 'done') continue;
      state.set(id, 'done');
      order.push(node);
    }
  }
  return order;
}

function readsAtRandom(reader: TextureNode, field: string): boolean {
  const operation = operationOf(reader.type);
  return 'whole' in operation || (operation.random?.includes(field) ?? false);
}

function chooseBuffers(order: readonly TextureNode[], outputs: readonly string[]): Set<string> {
  const buffers = new Set<string>();
  const uses = new Map<string, number>();
  const use = (id: string) => uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const output of outputs) use(output);
  for (const node of order) {
    for (const { field, id } of inputsOf(node)) {
      use(id);
      if (readsAtRandom(node, field)) buffers.add(id);
    }
  }
  // Colours are never buffers: what several steps need of them is computed again, from gray buffers.
  const repeated = new Set<string>();
  for (const node of order.toReversed()) {
    const operation = operationOf(node.type);
    const many = uses.get(node.id)! > 1 || repeated.has(node.id);
    const isColor = SIGNATURES[node.type].value === 'color';
    if (isColor && many) for (const { id } of inputsOf(node)) repeated.add(id);
    if ('whole' in operation || (!isColor && many && !operation.cheap)) buffers.add(node.id);
  }
  // Sets of buffers behind each node that is none, to split steps that would need many of them.
  const behind = new Map<string, ReadonlySet<string>>();
  for (const node of order) {
    const reads = new Set<string>();
    for (const { id } of inputsOf(node)) {
      for (const read of buffers.has(id) ? [id] : behind.get(id)!) reads.add(read);
    }
    if (!buffers.has(node.id) && SIGNATURES[node.type].value === 'gray' && reads.size > MOST_READS)
      buffers.add(node.id);
    behind.set(node.id, reads);
  }
  return buffers;
}

/** What is computed row by row for one step, and the buffers that this starts from. */
function groupOf(
  node: TextureNode,
  makes: Step['makes'],
  byId: ReadonlyMap<string, TextureNode>,
  buffers: ReadonlySet<string>,
): { fused: TextureNode[]; reads: string[] } {
  const fused = new Set<TextureNode>();
  const reads = new Set<string>();
  if (makes === 'output' && buffers.has(node.id)) return { fused: [], reads: [node.id] };
  const whole = 'whole' in operationOf(node.type);
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (fused.has(next)) continue;
    if (!(next === node && whole)) fused.add(next);
    for (const { id } of inputsOf(next)) {
      if (buffers.has(id)) reads.add(id);
      else open.push(byId.get(id)!);
    }
  }
  return { fused: [...fused], reads: [...reads] };
}

function withLifetimes(steps: readonly Omit<Step, 'frees'>[]): Plan {
  const awaited = new Set<string>();
  const timed: Step[] = [];
  for (const step of steps.toReversed()) {
    if (step.makes === 'buffer') awaited.delete(step.node.id);
    timed.push({ ...step, frees: step.reads.filter((id) => !awaited.has(id)) });
    for (const id of step.reads) awaited.add(id);
  }
  timed.reverse();
  let live = 0;
  let peakBuffers = 0;
  for (const { makes, frees } of timed) {
    if (makes === 'buffer') live++;
    peakBuffers = Math.max(peakBuffers, live);
    live -= frees.length;
  }
  return { steps: timed, peakBuffers };
}
