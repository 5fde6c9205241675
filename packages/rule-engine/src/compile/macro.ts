/** Compiling macros: loops over a list that bind one name. */

import { RuleError } from '../error.ts';
import { add } from '../int.ts';
import type { Expr, MacNode } from '../language/ast.ts';
import { makeList, wantBool, wantInt, wantList } from '../operators.ts';
import type { Int, Value } from '../value.ts';
import type { Code, Place } from './code.ts';
import type { Machine } from './machine.ts';
import { compileNode } from './nodes.ts';

/** A loop over a list, given the code of the body for one element. */
type Loop = (m: Machine, list: readonly Value[], body: (m: Machine, element: Value) => Value) => Value;

export function compileMacro(node: MacNode, place: Place): Code {
  const slot = place.names.size;
  const source = compileNode(node.l, place);
  const inner = compileNode(node.b, { ...place, names: new Map(place.names).set(node.v, slot) });
  const loop = LOOPS[node.m](node);
  const body = (m: Machine, element: Value): Value => {
    m.charge(1);
    m.slots[slot] = element;
    return inner(m);
  };
  return (m) => {
    const outer = m.argCount;
    m.enter(2);
    m.charge(1);
    const list = wantList(source(m), node.l);
    const result = loop(m, list, body);
    m.leave(outer);
    return result;
  };
}

const LOOPS: Readonly<Record<MacNode['m'], (node: MacNode) => Loop>> = {
  all: (node) => until(node.b, false),
  any: (node) => until(node.b, true),
  count: (node) => (m, list, body) => {
    let count = 0;
    for (const element of list) if (wantBool(body(m, element), node.b)) count++;
    return count;
  },
  sum: (node) => (m, list, body) => {
    let sum: Int = 0;
    for (const element of list) sum = add(sum, wantInt(body(m, element), node.b), node);
    return sum;
  },
  min_of: (node) => best(node, (value, least) => value < least),
  max_of: (node) => best(node, (value, most) => value > most),
  map: (node) => (m, list, body) => {
    const values: Value[] = [];
    for (const element of list) values.push(body(m, element));
    return makeList(values, node);
  },
  filter: (node) => (m, list, body) => {
    const kept: Value[] = [];
    for (const element of list) if (wantBool(body(m, element), node.b)) kept.push(element);
    return Object.freeze(kept);
  },
};

/** Ends at the first element whose body is `end`. */
function until(bodyNode: Expr, end: boolean): Loop {
  return (m, list, body) => {
    for (const element of list) if (wantBool(body(m, element), bodyNode) === end) return end;
    return !end;
  };
}

function best(node: MacNode, better: (value: Int, than: Int) => boolean): Loop {
  return (m, list, body) => {
    let result: Int | undefined;
    for (const element of list) {
      const value = wantInt(body(m, element), node.b);
      if (result === undefined || better(value, result)) result = value;
    }
    if (result === undefined) throw new RuleError('E_EMPTY', `${node.m} of an empty list`, node);
    return result;
  };
}
