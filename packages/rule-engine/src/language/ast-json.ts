/** Reading syntax trees that came as JSON: everything is checked, because nothing parsed them. */

import { RuleError } from '../error.ts';
import {
  BINARY_OPS,
  type Expr,
  isIdentifier,
  isPath,
  MACROS,
  MAX_AST_DEPTH,
  MAX_AST_NODES,
  MAX_STRING_LENGTH,
  RESERVED,
} from './ast.ts';

type Json = Readonly<Record<string, unknown>>;

/** Fields of each kind of node, beside `k`. */
const FIELDS: Readonly<Record<Expr['k'], readonly string[]>> = {
  int: ['v'],
  str: ['v'],
  bool: ['v'],
  list: ['xs'],
  ref: ['n'],
  sel: ['e', 'f'],
  idx: ['e', 'x'],
  def: ['e', 'd'],
  has: ['e'],
  neg: ['e'],
  not: ['e'],
  bin: ['op', 'l', 'r'],
  and: ['l', 'r'],
  or: ['l', 'r'],
  if: ['c', 'a', 'b'],
  let: ['n', 'e', 'b'],
  call: ['f', 'a'],
  mac: ['m', 'v', 'l', 'b'],
};

/**
 * A frozen copy of a JSON syntax tree.
 *
 * @throws RuleError E_SYNTAX for anything that `parse` could not have produced, with the JSON path of the node in its
 * message; E_INT_RANGE, E_LITERAL, E_AST_SIZE (2,048 nodes), E_AST_DEPTH (1,024 levels).
 */
export function readAst(json: unknown): Expr {
  let nodes = 0;

  function read(value: unknown, path: string, depth: number): Expr {
    if (depth > MAX_AST_DEPTH) throw new RuleError('E_AST_DEPTH', `a tree is at most ${MAX_AST_DEPTH} nodes deep`);
    if (++nodes > MAX_AST_NODES) throw new RuleError('E_AST_SIZE', `a tree has at most ${MAX_AST_NODES} nodes`);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(path, 'is not a node');
    const node = value as Json;
    const kind = Object.hasOwn(node, 'k') ? node.k : undefined;
    if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) throw wrong(path, 'is of no known kind');
    const k = kind as Expr['k'];
    const fields = FIELDS[k];
    const keys = Object.keys(node);
    if (keys.length !== fields.length + 1 || !fields.every((field) => Object.hasOwn(node, field))) {
      throw wrong(path, `has other fields than k, ${fields.join(', ')}`);
    }
    const child = (field: string) => read(node[field], `${path}.${field}`, depth + 1);
    const children = (field: string) => {
      const list = node[field];
      if (!Array.isArray(list)) throw wrong(`${path}.${field}`, 'is not a list');
      if (list.length > MAX_AST_NODES) throw new RuleError('E_AST_SIZE', `a tree has at most ${MAX_AST_NODES} nodes`);
      return Object.freeze(Array.from(list, (one, i) => read(one, `${path}.${field}[${i}]`, depth + 1)));
    };
    const pathChild = (): Expr => {
      const e = child('e');
      if (!isPath(e)) throw wrong(`${path}.e`, 'is not a fact');
      return e;
    };
    switch (k) {
      case 'int':
        return { k, v: integer(node.v, path) };
      case 'str':
        return { k, v: text(node.v, path) };
      case 'bool':
        if (typeof node.v !== 'boolean') throw wrong(`${path}.v`, 'is not a boolean');
        return { k, v: node.v };
      case 'list':
        return { k, xs: children('xs') };
      case 'ref':
        return { k, n: name(node.n, `${path}.n`) };
      case 'sel':
        return { k, e: child('e'), f: field(node.f, `${path}.f`) };
      case 'idx':
        return { k, e: child('e'), x: child('x') };
      case 'def':
        return { k, e: pathChild(), d: child('d') };
      case 'has':
        return { k, e: pathChild() };
      case 'neg':
      case 'not':
        return { k, e: child('e') };
      case 'bin':
        return { k, op: member(BINARY_OPS, node.op, `${path}.op`), l: child('l'), r: child('r') };
      case 'and':
      case 'or':
        return { k, l: child('l'), r: child('r') };
      case 'if':
        return { k, c: child('c'), a: child('a'), b: child('b') };
      case 'let':
        return { k, n: name(node.n, `${path}.n`), e: child('e'), b: child('b') };
      case 'call': {
        const a = children('a');
        if (a.length === 0) throw wrong(`${path}.a`, 'is empty');
        return { k, f: name(node.f, `${path}.f`), a };
      }
      case 'mac':
        return {
          k,
          m: member(MACROS, node.m, `${path}.m`),
          v: name(node.v, `${path}.v`),
          l: child('l'),
          b: child('b'),
        };
    }
  }
  return freeze(read(json, '$', 1));
}

function freeze(node: Expr): Expr {
  for (const value of Object.values(node)) if (typeof value === 'object') freeze(value as Expr);
  return Object.freeze(node);
}

function wrong(path: string, what: string): RuleError {
  return new RuleError('E_SYNTAX', `${path} ${what}`);
}

function integer(value: unknown, path: string): string {
  if (typeof value !== 'string' || !/^(?:0|-?[1-9][0-9]{0,18})$/.test(value)) {
    throw wrong(`${path}.v`, 'is not a canonical decimal');
  }
  if (BigInt.asIntN(64, BigInt(value)) !== BigInt(value)) {
    throw new RuleError('E_INT_RANGE', `${path}.v is not a 64-bit integer`);
  }
  return value;
}

function text(value: unknown, path: string): string {
  if (typeof value !== 'string' || !value.isWellFormed()) throw wrong(`${path}.v`, 'is not a well-formed string');
  if (value.length > MAX_STRING_LENGTH) {
    throw new RuleError('E_LITERAL', `${path}.v has more than ${MAX_STRING_LENGTH} characters`);
  }
  return value;
}

function field(value: unknown, path: string): string {
  if (typeof value !== 'string' || !isIdentifier(value)) throw wrong(path, 'is not a name');
  return value;
}

function name(value: unknown, path: string): string {
  const found = field(value, path);
  if (RESERVED.includes(found)) throw wrong(path, 'is reserved');
  return found;
}

function member<T extends string>(names: readonly T[], value: unknown, path: string): T {
  if (!names.includes(value as T)) throw wrong(path, `is none of ${names.join(' ')}`);
  return value as T;
}
