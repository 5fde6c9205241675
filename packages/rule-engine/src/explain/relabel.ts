/** Putting expressions in the place of names, for display. */

import type { Expr } from '../language/ast.ts';

/** The tree with every free name that has a label replaced by it. Names are never bound twice, so none is caught. */
export function relabel(node: Expr, labels: ReadonlyMap<string, Expr>): Expr {
  if (labels.size === 0) return node;
  const visit = (one: Expr): Expr => {
    switch (one.k) {
      case 'int':
      case 'str':
      case 'bool':
        return one;
      case 'ref':
        return labels.get(one.n) ?? one;
      case 'list':
        return { ...one, xs: one.xs.map(visit) };
      case 'sel':
      case 'has':
      case 'neg':
      case 'not':
        return { ...one, e: visit(one.e) };
      case 'idx':
        return { ...one, e: visit(one.e), x: visit(one.x) };
      case 'def':
        return { ...one, e: visit(one.e), d: visit(one.d) };
      case 'bin':
        return { ...one, l: visit(one.l), r: visit(one.r) };
      case 'and':
      case 'or':
        return { ...one, l: visit(one.l), r: visit(one.r) };
      case 'if':
        return { ...one, c: visit(one.c), a: visit(one.a), b: visit(one.b) };
      case 'let':
        return { ...one, e: visit(one.e), b: visit(one.b) };
      case 'call':
        return { ...one, a: one.a.map(visit) };
      case 'mac':
        return { ...one, l: visit(one.l), b: visit(one.b) };
    }
  };
  return visit(node);
}
