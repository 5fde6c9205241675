/** Changes of facts that turn a comparison with a number. */

import { add } from '../int.ts';
import type { Scope } from '../interpret.ts';
import type { BinaryOp, Expr } from '../language/ast.ts';
import { type Int, isInt, toJson, type Value, type ValueJson } from '../value.ts';
import { type Decision, wantedOp } from './clauses.ts';

/** One operation of a JSON Patch (RFC 6902) on the facts; beyond 2^53 its value is tagged as `toJson` does. */
export interface Patch {
  readonly op: 'replace';
  /** JSON Pointer (RFC 6901). */
  readonly path: string;
  readonly value: ValueJson;
}

/** For every comparison of a fact with a number among the clauses: the nearest value that turns it. */
export function suggestPatches(decisions: readonly Decision[]): Patch[] {
  const patches = new Map<string, Patch>();
  for (const { clause, node, operands, bound } of decisions) {
    if (node.k !== 'bin' || !operands) continue;
    const op = wantedOp(node, clause.holds);
    const patch = patchFor(node.l, bound, op, operands[1]) ?? patchFor(node.r, bound, op && MIRRORED[op], operands[0]);
    if (patch && !patches.has(patch.path)) patches.set(patch.path, patch);
  }
  return [...patches.values()];
}

/** `a op b` as `b op a`. */
const MIRRORED: Readonly<Partial<Record<BinaryOp, BinaryOp>>> = {
  '==': '==',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function patchFor(fact: Expr, names: Scope, op: BinaryOp | undefined, bound: Value): Patch | undefined {
  const path = pointer(fact, names);
  const value = path !== undefined && op !== undefined && isInt(bound) ? nearest(op, bound) : undefined;
  return value === undefined ? undefined : Object.freeze({ op: 'replace', path: path!, value: toJson(value) });
}

/** The value nearest to `bound` that compares so with it. */
function nearest(op: BinaryOp, bound: Int): Int | undefined {
  try {
    switch (op) {
      case '==':
      case '<=':
      case '>=':
        return bound;
      case '<':
        return add(bound, -1);
      case '>':
        return add(bound, 1);
      default:
        return undefined;
    }
  } catch {
    // There is no integer beyond the bound.
    return undefined;
  }
}

/** The place of a fact; undefined for what is computed. */
function pointer(node: Expr, names: Scope): string | undefined {
  switch (node.k) {
    case 'ref':
      return node.n === 'derived' || node.n === 'score' || names.has(node.n) ? undefined : `/${node.n}`;
    case 'sel': {
      const base = pointer(node.e, names);
      return base && `${base}/${node.f}`;
    }
    case 'idx': {
      const base = pointer(node.e, names);
      return base && node.x.k === 'int' ? `${base}/${node.x.v}` : undefined;
    }
    default:
      return undefined;
  }
}
