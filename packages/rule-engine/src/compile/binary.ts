/** Compiling arithmetic, comparisons and `in`, with a short way for integers within 2^53. */

import { type BinNode, isConstant } from '../language/ast.ts';
import { ARITHMETIC, binary, constantValue, contains, equal, membershipCost, order, wantInt } from '../operators.ts';
import { isList, type Value } from '../value.ts';
import type { Code, Place } from './code.ts';
import { compileNode } from './nodes.ts';

export function compileBinary(node: BinNode, place: Place): Code {
  const l = compileNode(node.l, place);
  if (node.op === 'in' || node.op === 'not in') return compileMembership(node, l, place);
  const r = compileNode(node.r, place);
  switch (node.op) {
    case '==':
      return (m) => {
        const a = l(m);
        const b = r(m);
        m.charge(1);
        return typeof a === typeof b && typeof a !== 'object' ? a === b : equal(a, b, node);
      };
    case '!=':
      return (m) => {
        const a = l(m);
        const b = r(m);
        m.charge(1);
        return !equal(a, b, node);
      };
    case '<':
      return (m) => {
        const a = l(m);
        const b = r(m);
        m.charge(1);
        return typeof a === 'number' && typeof b === 'number' ? a < b : order(a, b, node) < 0;
      };
    case '<=':
      return (m) => {
        const a = l(m);
        const b = r(m);
        m.charge(1);
        return typeof a === 'number' && typeof b === 'number' ? a <= b : order(a, b, node) <= 0;
      };
    case '>':
      return (m) => {
        const a = l(m);
        const b = r(m);
        m.charge(1);
        return typeof a === 'number' && typeof b === 'number' ? a > b : order(a, b, node) > 0;
      };
    case '>=':
      return (m) => {
        const a = l(m);
        const b = r(m);
        m.charge(1);
        return typeof a === 'number' && typeof b === 'number' ? a >= b : order(a, b, node) >= 0;
      };
    default: {
      const compute = ARITHMETIC[node.op];
      return (m) => {
        const a = l(m);
        const b = r(m);
        m.charge(1);
        return compute(wantInt(a, node), wantInt(b, node), node);
      };
    }
  }
}

function compileMembership(node: BinNode, l: Code, place: Place): Code {
  const wanted = node.op === 'in';
  const list = constantList(node);
  if (list) {
    const cost = membershipCost(list);
    return (m) => {
      const value = l(m);
      m.charge(cost);
      return contains(list, value, node) === wanted;
    };
  }
  const r = compileNode(node.r, place);
  return (m) => {
    const value = l(m);
    const found = r(m);
    m.charge(membershipCost(found));
    return binary(node, value, found);
  };
}

/** The list on the right where it is constant and sound. */
function constantList({ r }: BinNode): readonly Value[] | undefined {
  if (r.k !== 'list' || !isConstant(r)) return undefined;
  try {
    const value = constantValue(r);
    return isList(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
