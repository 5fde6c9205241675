/** What operators and macros do with values, apart from what they cost. */

import { RuleError } from './error.ts';
import * as int from './int.ts';
import type { BinaryOp, BinNode, Expr } from './language/ast.ts';
import { compareText } from './text.ts';
import { type Int, isInt, isList, isRec, type Kind, kindOf, type Value } from './value.ts';

export function typeError(message: string, at: Expr): RuleError {
  return new RuleError('E_TYPE', message, at);
}

export function absent(at: Expr): RuleError {
  return new RuleError('E_ABSENT', 'the fact is absent', at);
}

/** The integer that `at` needs; the error is at that node. */
export function wantInt(value: Value, at: Expr): Int {
  if (!isInt(value)) throw typeError(`an integer is needed, not ${nounOf(value)}`, at);
  return value;
}

export function wantBool(value: Value, at: Expr): boolean {
  if (typeof value !== 'boolean') throw typeError(`a boolean is needed, not ${nounOf(value)}`, at);
  return value;
}

export function wantList(value: Value, at: Expr): readonly Value[] {
  if (!isList(value)) throw typeError(`a list is needed, not ${nounOf(value)}`, at);
  return value;
}

const NOUNS: Readonly<Record<Kind, string>> = {
  int: 'an integer',
  bool: 'a boolean',
  str: 'a string',
  list: 'a list',
  rec: 'a record',
};

export function nounOf(value: Value): string {
  return NOUNS[kindOf(value)];
}

/** A field of a record; undefined where it, or the record, is absent. */
export function selectField(base: Value | undefined, field: string, at: Expr): Value | undefined {
  if (base === undefined) return undefined;
  if (!isRec(base)) throw typeError(`a record is needed before ".", not ${nounOf(base)}`, at);
  return base[field];
}

/** An element of a list; undefined where it, or the list, is absent. */
export function selectElement(base: Value | undefined, index: Value, at: Expr): Value | undefined {
  const i = wantInt(index, at);
  if (base === undefined) return undefined;
  const list = wantList(base, at);
  return typeof i === 'number' && i >= 0 && i < list.length ? list[i] : undefined;
}

/** Equality of integers, booleans and strings. @throws RuleError E_TYPE for other or different types. */
export function equal(a: Value, b: Value, at: Expr): boolean {
  const kind = kindOf(a);
  if (kind !== kindOf(b)) throw typeError(`${nounOf(a)} and ${nounOf(b)} do not compare`, at);
  if (kind === 'list' || kind === 'rec') throw typeError(`${nounOf(a)} does not compare`, at);
  return a === b;
}

/** Order of integers, or of strings by code point: negative, 0 or positive. @throws RuleError E_TYPE */
export function order(a: Value, b: Value, at: Expr): number {
  if (isInt(a) && isInt(b)) return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  throw typeError(`${nounOf(a)} and ${nounOf(b)} have no order`, at);
}

/** Whether a list has an element, compared in its order up to the first that is equal. */
export function contains(list: readonly Value[], value: Value, at: Expr): boolean {
  const kind = kindOf(value);
  if (kind === 'list' || kind === 'rec') throw typeError(`${nounOf(value)} does not compare`, at);
  for (const element of list) if (equal(element, value, at)) return true;
  return false;
}

/** Ticks of `in`: what follows the operands. */
export function membershipCost(list: Value): number {
  return isList(list) ? 1 + list.length : 1;
}

/** The result of a binary operator other than `&&` and `||`. */
export function binary(node: BinNode, l: Value, r: Value): Value {
  switch (node.op) {
    case '==':
      return equal(l, r, node);
    case '!=':
      return !equal(l, r, node);
    case '<':
      return order(l, r, node) < 0;
    case '<=':
      return order(l, r, node) <= 0;
    case '>':
      return order(l, r, node) > 0;
    case '>=':
      return order(l, r, node) >= 0;
    case 'in':
      return contains(wantList(r, node.r), l, node);
    case 'not in':
      return !contains(wantList(r, node.r), l, node);
    default:
      return ARITHMETIC[node.op](wantInt(l, node), wantInt(r, node), node);
  }
}

export const ARITHMETIC: Readonly<
  Record<Exclude<BinaryOp, 'in' | 'not in' | '==' | '!=' | '<' | '<=' | '>' | '>='>, (a: Int, b: Int, at: Expr) => Int>
> = {
  '+': int.add,
  '-': int.subtract,
  '*': int.multiply,
  '/': int.divide,
  '%': int.remainder,
};

/** The list of these elements. @throws RuleError E_TYPE when they differ in type. */
export function makeList(elements: readonly Value[], at: Expr): readonly Value[] {
  for (let i = 1; i < elements.length; i++) {
    if (kindOf(elements[i]!) !== kindOf(elements[0]!)) {
      throw typeError(`a list holds ${nounOf(elements[0]!)} and ${nounOf(elements[i]!)}`, at);
    }
  }
  return Object.freeze(elements);
}

/** The value of a constant node. */
export function constantValue(node: Expr): Value {
  switch (node.k) {
    case 'int':
      return int.toInt(BigInt(node.v));
    case 'str':
    case 'bool':
      return node.v;
    case 'list':
      return makeList(node.xs.map(constantValue), node);
    default:
      throw new TypeError('node must be constant');
  }
}
