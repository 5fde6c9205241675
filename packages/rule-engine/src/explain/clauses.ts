/** The parts of a condition that decided its outcome, found by evaluating it once more, part by part. */

import { freshBudget } from '../budget/state.ts';
import type { Facts } from '../facts.ts';
import { evaluateIn, type Scope } from '../interpret.ts';
import { type BinaryOp, type BinNode, type Expr, isConstant, isPath, type MacNode } from '../language/ast.ts';
import { print, quote } from '../language/printer.ts';
import { isList, type Value } from '../value.ts';
import { relabel } from './relabel.ts';

/** A sub-expression, and what it came to. */
export interface Clause {
  /** With the values of its operands: `tex.width = 4096 > 2048` where `tex.width <= 2048` is false. */
  readonly text: string;
  /** The sub-expression in canonical form; elements of lists stand for the names that macros bound to them. */
  readonly expr: string;
  readonly holds: boolean;
}

/** A clause with what patches are made from. */
export interface Decision {
  readonly clause: Clause;
  readonly node: Expr;
  /** Values of the operands of a comparison. */
  readonly operands: readonly [Value, Value] | undefined;
  /** Names that stand for no fact. */
  readonly bound: Scope;
}

/** What stands for bound names where it is shown. */
type Labels = ReadonlyMap<string, Expr>;

/** Elements of a list whose clauses are shown where all of them decided. */
const MAX_ELEMENTS = 3;

/** What decided a condition that evaluates without error. */
export function decidingClauses(condition: Expr, facts: Facts): Decision[] {
  return new Deciding(facts).of(condition, new Map(), new Map());
}

class Deciding {
  readonly #facts: Facts;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  of(node: Expr, scope: Scope, labels: Labels): Decision[] {
    switch (node.k) {
      case 'and':
      case 'or': {
        // One operand decides a false && and a true ||; both decide the others.
        const decisive = node.k === 'or';
        if (this.#value(node.l, scope) === decisive) return this.of(node.l, scope, labels);
        const r = this.of(node.r, scope, labels);
        return this.#value(node.r, scope) === decisive ? r : [...this.of(node.l, scope, labels), ...r];
      }
      case 'not':
        return this.of(node.e, scope, labels);
      case 'if': {
        const branch = this.#value(node.c, scope) === true ? node.a : node.b;
        return [...this.of(node.c, scope, labels), ...this.of(branch, scope, labels)];
      }
      case 'let':
        return this.of(node.b, new Map(scope).set(node.n, this.#value(node.e, scope)), labels);
      case 'mac':
        return this.#quantifier(node, scope, labels) ?? [this.#leaf(node, scope, labels)];
      default:
        return [this.#leaf(node, scope, labels)];
    }
  }

  #value(node: Expr, scope: Scope): Value {
    return evaluateIn(node, this.#facts, scope, freshBudget());
  }

  /** The elements that decided an `all` or `any`; undefined where the macro is shown as a whole. */
  #quantifier(node: MacNode, scope: Scope, labels: Labels): Decision[] | undefined {
    if (node.m !== 'all' && node.m !== 'any') return undefined;
    const decisive = node.m === 'any';
    const list = this.#value(node.l, scope);
    if (!isList(list) || list.length === 0) return undefined;
    const inner = (element: Value) => new Map(scope).set(node.v, element);
    const label = (i: number): Labels => {
      if (!isPath(node.l)) return labels;
      const element: Expr = { k: 'idx', e: relabel(node.l, labels), x: { k: 'int', v: String(i) } };
      return new Map(labels).set(node.v, element);
    };
    const found = list.findIndex((element) => this.#value(node.b, inner(element)) === decisive);
    if (found >= 0) return this.of(node.b, inner(list[found]!), label(found));
    if (list.length > MAX_ELEMENTS) return undefined;
    return list.flatMap((element, i) => this.of(node.b, inner(element), label(i)));
  }

  #leaf(node: Expr, scope: Scope, labels: Labels): Decision {
    const holds = this.#value(node, scope) === true;
    const shown = relabel(node, labels);
    const expr = print(shown);
    if (node.k === 'bin' && shown.k === 'bin') {
      const operands = [this.#value(node.l, scope), this.#value(node.r, scope)] as const;
      const [l, r] = [show(shown.l, operands[0]), show(shown.r, operands[1])];
      return { clause: { text: `${l} ${actual(node, holds)} ${r}`, expr, holds }, node: shown, operands, bound: scope };
    }
    return { clause: { text: `${expr} is ${holds}`, expr, holds }, node: shown, operands: undefined, bound: scope };
  }
}

const OPPOSITE: Readonly<Partial<Record<BinaryOp, BinaryOp>>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  in: 'not in',
  'not in': 'in',
};

/** The operator that does hold between the operands. */
function actual({ op }: BinNode, holds: boolean): BinaryOp {
  return holds ? op : (OPPOSITE[op] ?? op);
}

/** The comparison that must hold for a clause to turn. */
export function wantedOp({ op }: BinNode, holds: boolean): BinaryOp | undefined {
  return holds ? OPPOSITE[op] : op;
}

function show(node: Expr, value: Value): string {
  return isConstant(node) ? print(node) : `${print(node)} = ${brief(value)}`;
}

const MAX_BRIEF = 60;

function brief(value: Value): string {
  if (typeof value === 'string') {
    return value.length > MAX_BRIEF ? `a string of ${value.length}` : quote(value);
  }
  if (isList(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'a record' : String(value);
}
