/** The rules of a texture graph: ids, references, types, cycles, and parameters that only make sense together. */
import type { PathStep } from '../../issue.ts';
import { didYouMean } from '../../suggest.ts';
import type { Findings } from '../kind.ts';
import { checkNode } from './check-node.ts';
import type { Size } from './common.ts';
import { findCycle } from './cycle.ts';
import type { TextureNode } from './nodes.ts';
import { inputsOf, SIGNATURES } from './signatures.ts';

const NODES: readonly PathStep[] = ['recipe', 'params', 'nodes'];

/** Reports everything that keeps the graph from being evaluated at `size` pixels. */
export function checkGraph(nodes: readonly TextureNode[], size: Size, findings: Findings): void {
  const byId = new Map<string, TextureNode>();
  nodes.forEach((node, index) => {
    if (byId.has(node.id)) {
      findings.error('E012', [...NODES, index, 'id'], `the node id ${JSON.stringify(node.id)} is given twice`, {
        expected: 'a different id for each node',
        found: JSON.stringify(node.id),
      });
    } else byId.set(node.id, node);
  });
  nodes.forEach((node, index) => {
    checkInputs(node, [...NODES, index], byId, findings);
    checkNode(node, size, [...NODES, index], findings);
  });
  const cycle = findCycle([...byId.values()], byId);
  if (cycle) {
    findings.error('E012', NODES, `the nodes form a cycle: ${cycle.join(' -> ')}`, {
      expected: 'a graph in which no node reads itself, directly or through others',
      found: cycle.join(' -> '),
    });
  }
}

function checkInputs(
  node: TextureNode,
  path: readonly PathStep[],
  byId: ReadonlyMap<string, TextureNode>,
  findings: Findings,
): void {
  for (const { field, type, id } of inputsOf(node)) {
    const input = byId.get(id);
    if (!input) {
      reportUnknownNode(id, [...path, field], byId.keys(), findings);
      continue;
    }
    const { value } = SIGNATURES[input.type];
    if (value === type) continue;
    findings.error(
      'E012',
      [...path, field],
      `${field} of ${node.type} must be ${NAMES[type]}, but ${JSON.stringify(id)} (${input.type}) gives ${NAMES[value]}`,
      {
        expected: NAMES[type],
        found: NAMES[value],
        suggestion: type === 'gray' ? 'put a to_grayscale node between them' : 'put a color_ramp node between them',
      },
    );
  }
}

const NAMES = { gray: 'a grayscale node', color: 'a colour node' } as const;

/** E012 for an id that no node has. */
export function reportUnknownNode(
  id: string,
  path: readonly PathStep[],
  known: Iterable<string>,
  findings: Findings,
  code = 'E012',
): void {
  const suggestion = didYouMean(id, [...known]);
  findings.error(code, path, `there is no node ${JSON.stringify(id)}`, {
    expected: 'the id of a node',
    found: JSON.stringify(id),
    ...(suggestion !== undefined && { suggestion }),
  });
}

/** W004 for every node that none of `outputs` needs. Only for graphs without errors. */
export function warnUnused(nodes: readonly TextureNode[], outputs: Iterable<string>, findings: Findings): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const needed = new Set<string>();
  const open = [...outputs];
  while (open.length > 0) {
    const id = open.pop()!;
    if (needed.has(id)) continue;
    needed.add(id);
    const node = byId.get(id);
    if (node) open.push(...inputsOf(node).map((input) => input.id));
  }
  nodes.forEach((node, index) => {
    if (needed.has(node.id)) return;
    findings.warn(
      'W004',
      [...NODES, index],
      `no output needs the node ${JSON.stringify(node.id)}; it is not evaluated`,
    );
  });
}
