/** Compiling a node of any kind. Charges in the order that the definition of the language gives. */

import { negate } from '../int.ts';
import { type Expr, type IfNode, isConstant, type LetNode, type ListNode, type LogicNode } from '../language/ast.ts';
import { absent, constantValue, makeList, wantBool, wantInt } from '../operators.ts';
import type { Value } from '../value.ts';
import { compileBinary } from './binary.ts';
import { compileCall } from './call.ts';
import type { BoolCode, Code, Place } from './code.ts';
import { compileMacro } from './macro.ts';
import { compilePath } from './path.ts';

export function compileNode(node: Expr, place: Place): Code {
  if (isConstant(node)) return compileConstant(node);
  const code = compileBare(node, place);
  if (!place.traced) return code;
  return (m) => {
    const value = code(m);
    m.trace!.step(node, value, m.spent());
    return value;
  };
}

/** Code of a node that is used as a condition. */
export function compileBool(node: Expr, place: Place): BoolCode {
  const code = compileNode(node, place);
  if (yieldsBool(node)) return code as BoolCode;
  return (m) => wantBool(code(m), node);
}

function yieldsBool(node: Expr): boolean {
  switch (node.k) {
    case 'bool':
    case 'has':
    case 'not':
    case 'and':
    case 'or':
      return true;
    case 'bin':
      return !['+', '-', '*', '/', '%'].includes(node.op);
    case 'mac':
      return node.m === 'all' || node.m === 'any';
    default:
      return false;
  }
}

/** A constant list of mixed types fails where it is evaluated, not where it is compiled. */
function compileConstant(node: Expr): Code {
  let value: Value;
  try {
    value = constantValue(node);
  } catch {
    return () => constantValue(node);
  }
  return () => value;
}

function compileBare(node: Expr, place: Place): Code {
  switch (node.k) {
    case 'int':
    case 'str':
    case 'bool':
      return compileConstant(node);
    case 'ref':
    case 'sel':
    case 'idx': {
      const path = compilePath(node, place);
      return (m) => {
        const value = path(m);
        if (value === undefined) throw absent(node);
        return value;
      };
    }
    case 'list':
      return compileList(node, place);
    case 'def': {
      const path = compilePath(node.e, place);
      const fallback = compileNode(node.d, place);
      return (m) => {
        m.charge(1);
        return path(m) ?? fallback(m);
      };
    }
    case 'has': {
      const path = compilePath(node.e, place);
      return (m) => {
        m.charge(1);
        return path(m) !== undefined;
      };
    }
    case 'neg': {
      const operand = compileNode(node.e, place);
      return (m) => {
        const value = operand(m);
        m.charge(1);
        return negate(wantInt(value, node), node);
      };
    }
    case 'not': {
      const operand = compileNode(node.e, place);
      return (m) => {
        const value = operand(m);
        m.charge(1);
        return !wantBool(value, node);
      };
    }
    case 'bin':
      return compileBinary(node, place);
    case 'and':
    case 'or':
      return compileLogic(node, place);
    case 'if':
      return compileIf(node, place);
    case 'let':
      return compileLet(node, place);
    case 'call':
      return compileCall(node, place);
    case 'mac':
      return compileMacro(node, place);
  }
}

function compileList(node: ListNode, place: Place): Code {
  const elements = node.xs.map((x) => compileNode(x, place));
  return (m) => {
    const values: Value[] = [];
    for (const element of elements) values.push(element(m));
    m.charge(1 + values.length);
    return makeList(values, node);
  };
}

function compileLogic(node: LogicNode, place: Place): Code {
  const l = compileBool(node.l, place);
  const r = compileBool(node.r, place);
  if (node.k === 'and') {
    return (m) => {
      m.charge(1);
      return l(m) && r(m);
    };
  }
  return (m) => {
    m.charge(1);
    return l(m) || r(m);
  };
}

function compileIf(node: IfNode, place: Place): Code {
  const condition = compileBool(node.c, place);
  const a = compileNode(node.a, place);
  const b = compileNode(node.b, place);
  return (m) => {
    m.charge(1);
    return condition(m) ? a(m) : b(m);
  };
}

function compileLet(node: LetNode, place: Place): Code {
  const slot = place.names.size;
  const value = compileNode(node.e, place);
  const body = compileNode(node.b, { ...place, names: new Map(place.names).set(node.n, slot) });
  return (m) => {
    m.charge(1);
    m.slots[slot] = value(m);
    return body(m);
  };
}
