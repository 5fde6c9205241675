/** What must hold before an expression can run at all: functions exist, calls fit, bindings shadow nothing bound. */

import { MAX_ARG_COUNT } from '../budget/limits.ts';
import { acceptsCount, BUILTINS } from '../builtins.ts';
import { RuleError } from '../error.ts';
import { type Expr, MAX_AST_DEPTH, operands } from './ast.ts';

const resolved = new WeakSet<Expr>();

/**
 * Checks an expression once.
 *
 * @throws RuleError E_UNKNOWN_FUNCTION, E_ARITY (calls of more than eight arguments are left to the budget), E_SHADOW
 * for a binding inside another one of the same name, E_AST_DEPTH.
 */
export function resolve(expr: Expr): void {
  if (resolved.has(expr)) return;
  visit(expr, [], 1);
  resolved.add(expr);
}

function visit(node: Expr, bound: readonly string[], depth: number): void {
  // Trees made by hand have passed no parser, and evaluators are recursive.
  if (depth > MAX_AST_DEPTH) throw new RuleError('E_AST_DEPTH', `a tree is at most ${MAX_AST_DEPTH} nodes deep`);
  if (node.k === 'call') {
    const builtin = BUILTINS.get(node.f);
    if (!builtin) throw new RuleError('E_UNKNOWN_FUNCTION', `there is no function ${node.f}`, node);
    if (node.a.length <= MAX_ARG_COUNT && !acceptsCount(builtin, node.a.length)) {
      throw new RuleError('E_ARITY', `${node.f} takes ${builtin.variadic ? '1 to 8' : builtin.params.length}`, node);
    }
  }
  if (node.k === 'let' || node.k === 'mac') {
    const [first, body] = operands(node) as [Expr, Expr];
    const name = node.k === 'let' ? node.n : node.v;
    if (bound.includes(name)) throw new RuleError('E_SHADOW', `${name} is bound already`, node);
    visit(first, bound, depth + 1);
    visit(body, [...bound, name], depth + 1);
    return;
  }
  for (const child of operands(node)) visit(child, bound, depth + 1);
}
