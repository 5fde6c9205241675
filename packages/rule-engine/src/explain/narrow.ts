/** The facts that a rule can read, and no others: enough to evaluate it to the same outcome. */

import type { Facts } from '../facts.ts';
import { type Expr, operands } from '../language/ast.ts';
import type { ParsedRule } from '../rules/ruleset.ts';
import { emptyRec, isRec, type Value } from '../value.ts';

/** Facts restricted to the paths of the rule's expressions and message. */
export function narrowFacts(rule: ParsedRule, facts: Facts): Facts {
  const paths: string[][] = [];
  const texts = rule.parts.filter((part) => typeof part !== 'string');
  const values = [...rule.then, ...rule.otherwise].map(({ value }) => value);
  for (const expr of [rule.when, rule.require, ...values, ...texts]) collect(expr, [], paths);
  const narrow = emptyRec();
  for (const path of paths) copyPath(path, facts, narrow);
  return freeze(narrow) as Facts;
}

/** Names and fields up to the first index, of every path whose root is no bound name. */
function collect(node: Expr, bound: readonly string[], paths: string[][]): void {
  const path: string[] = [];
  let at = node;
  while (at.k === 'sel') {
    path.unshift(at.f);
    at = at.e;
  }
  if (at.k === 'ref') {
    if (!bound.includes(at.n)) paths.push([at.n, ...path]);
    return;
  }
  const inner = at.k === 'let' ? [...bound, at.n] : at.k === 'mac' ? [...bound, at.v] : bound;
  const children = operands(at);
  for (const [i, child] of children.entries()) collect(child, i === children.length - 1 ? inner : bound, paths);
}

function copyPath(path: readonly string[], facts: Facts, narrow: Record<string, Value>): void {
  let from: Value = facts;
  let to = narrow;
  for (const [i, name] of path.entries()) {
    const value: Value | undefined = (from as Facts)[name];
    if (value === undefined) return;
    const isLast = i === path.length - 1;
    if (isLast || typeof value !== 'object' || !isRec(value)) {
      to[name] = value;
      return;
    }
    const next = to[name];
    // A whole record may be there already, for a path that ends at it.
    if (next === value) return;
    to = (to[name] = (next ?? emptyRec()) as Record<string, Value>) as Record<string, Value>;
    from = value;
  }
}

function freeze(value: Value): Value {
  if (typeof value === 'object' && !Object.isFrozen(value)) {
    for (const one of Object.values(value)) freeze(one);
    Object.freeze(value);
  }
  return value;
}
