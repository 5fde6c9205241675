/** Compiling names, fields and indices. */

import type { Expr, IdxNode, RefNode, SelNode } from '../language/ast.ts';
import { selectElement, selectField } from '../operators.ts';
import { isRec } from '../value.ts';
import type { PathCode, Place } from './code.ts';
import { compileNode } from './nodes.ts';

/** Code that finds a value, or nothing, at the end of fields and indices. */
export function compilePath(node: Expr, place: Place): PathCode {
  switch (node.k) {
    case 'ref':
      return compileRef(node, place);
    case 'sel':
      return compileField(node, place);
    case 'idx':
      return compileIndex(node, place);
    default:
      return compileNode(node, place);
  }
}

function compileRef({ n }: RefNode, place: Place): PathCode {
  const slot = place.names.get(n);
  if (slot !== undefined) {
    return (m) => {
      m.charge(1);
      return m.slots[slot];
    };
  }
  return (m) => {
    m.charge(1);
    return m.facts[n];
  };
}

function compileIndex(node: IdxNode, place: Place): PathCode {
  const base = compilePath(node.e, place);
  const index = compileNode(node.x, place);
  return (m) => {
    const list = base(m);
    const i = index(m);
    m.charge(1);
    return selectElement(list, i, node);
  };
}

function compileField(node: SelNode, place: Place): PathCode {
  const base = compilePath(node.e, place);
  const plain: PathCode = (m) => {
    const record = base(m);
    m.charge(1);
    return selectField(record, node.f, node);
  };
  return node.e.k === 'ref' && !place.names.has(node.e.n) ? fused(node.e.n, node.f, plain) : plain;
}

/**
 * A field of a fact in one step: both charges at once, where the fact is a record and the budget has room. In any other
 * case the plain code runs from the start and decides.
 */
function fused(root: string, field: string, plain: PathCode): PathCode {
  return (m) => {
    const record = m.facts[root];
    if (record !== undefined && isRec(record) && m.ops + 2 <= m.limit) {
      m.ops += 2;
      m.at += 2;
      return record[field];
    }
    return plain(m);
  };
}
