/** What an expression is made of. */
import type { PathStep } from '../../issue.ts';
import type { PatternExpr } from './expression.ts';

export interface Child {
  readonly expr: PatternExpr;
  /** From the expression to the child. */
  readonly steps: readonly PathStep[];
  /** Whether it is evaluated whenever its parent is. */
  readonly certain: boolean;
}

/** The expressions directly inside `expr`. Definitions that it refers to are not. */
export function childrenOf(expr: PatternExpr): Child[] {
  switch (expr.op) {
    case 'stack':
      return expr.parts.map((part, index) => ({ expr: part, steps: ['parts', index], certain: true }));
    case 'concat':
    case 'interleave':
      return expr.parts.map(({ body }, index) => ({ expr: body, steps: ['parts', index, 'body'], certain: true }));
    case 'choose':
      return expr.choices.map(({ body }, index) => ({
        expr: body,
        steps: ['choices', index, 'body'],
        certain: expr.choices.length === 1,
      }));
    case 'ref':
    case 'emit':
    case 'emit_seq':
    case 'mini':
      return [];
    default:
      return [{ expr: expr.body, steps: ['body'], certain: true }];
  }
}

export interface Visited {
  readonly expr: PatternExpr;
  readonly path: readonly PathStep[];
  readonly certain: boolean;
}

/** An expression and everything inside it, outermost first. */
export function* walk(expr: PatternExpr, path: readonly PathStep[], certain = true): Generator<Visited> {
  const open: Visited[] = [{ expr, path, certain }];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (const child of childrenOf(next.expr).reverse()) {
      open.push({ expr: child.expr, path: [...next.path, ...child.steps], certain: next.certain && child.certain });
    }
  }
}
