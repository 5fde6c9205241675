/** What must hold before an expression can run at all: functions exist, calls fit, bindings shadow nothing bound. */

import { MAX_ARG_COUNT } from '../budget/limits.ts';
import { acceptsCount, BUILTINS } from '../builtins.ts';
import { RuleError } from '../error.ts';
import { type Expr, operands } from './ast.ts';

const resolved = new WeakSet<Expr>();

/**
 * Checks an expression once.
 *
 * @throws RuleError E_UNKNOWN_FUNCTION, E_ARITY (calls of more than eight arguments are left to the budget), E_SHADOW
 * for a binding inside another one of the same name.
 */
export function resolve(expr: Expr): void {
  if (resolved.has(expr)) return;
  visit(expr, []);
  resolved.add(expr);
}

function visit(node: Expr, bound: readonly string[]): void {
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
    visit(first, bound);
    visit(body, [...bound, name]);
    return;
  }
  for (const child of operands(node)) visit(child, bound);
}
