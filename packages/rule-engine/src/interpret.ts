/**
 * The model: a plain walk over the tree that does what the definition of the language says, one tick at a time, and
 * nothing else. Compiled expressions are held against it.
 */

import { RuleBudgetExceeded } from './budget/exceeded.ts';
import { MAX_ARG_COUNT } from './budget/limits.ts';
import { type BudgetState, bumpCallDepth, bumpIntegerOps, checkArgCount } from './budget/state.ts';
import { BudgetTracker } from './budget/tracker.ts';
import { argumentsFit, BUILTINS, costOfCall } from './builtins.ts';
import { RuleError } from './error.ts';
import { assertFacts, type Facts } from './facts.ts';
import { add, negate } from './int.ts';
import { type CallNode, type Expr, isConstant, type MacNode } from './language/ast.ts';
import { resolve } from './language/resolve.ts';
import {
  absent,
  binary,
  constantValue,
  makeList,
  membershipCost,
  selectElement,
  selectField,
  typeError,
  wantBool,
  wantInt,
  wantList,
} from './operators.ts';
import type { Int, Value } from './value.ts';

/** Values of bound names. */
export type Scope = ReadonlyMap<string, Value>;

const EMPTY: Scope = new Map();

/**
 * The value of an expression.
 *
 * Frames that an error leaves behind are popped, so that the depth of `budget` is that of before; the operations stay
 * charged. After `RuleBudgetExceeded` all counters stay as they were observed.
 *
 * @param facts what `makeFacts` returned.
 * @param budget charged as it goes: a struct, or a tracker that reports every step.
 * @throws RuleError E_UNKNOWN_FUNCTION, E_ARITY, E_SHADOW before anything is charged; E_ABSENT, E_TYPE, E_INT_OVERFLOW,
 * E_DIV_BY_ZERO, E_DOMAIN, E_EMPTY, E_STRING_SIZE, E_PARSE_INT.
 * @throws RuleBudgetExceeded
 */
export function evaluateExpr(expr: Expr, facts: Facts, budget: BudgetState): Value {
  assertFacts(facts);
  resolve(expr);
  return evaluateIn(expr, facts, EMPTY, budget);
}

/** The value of an expression whose free names are in `scope` or facts. */
export function evaluateIn(expr: Expr, facts: Facts, scope: Scope, budget: BudgetState): Value {
  const frames = new Frames(budget);
  try {
    return new Walk(facts, frames).value(expr, scope);
  } catch (error) {
    if (!(error instanceof RuleBudgetExceeded)) frames.unwind();
    throw error;
  }
}

/** The budget of one evaluation, whichever form it has, and the frames that are open in it. */
class Frames {
  readonly #budget: BudgetState;
  readonly #argCounts: number[] = [];

  constructor(budget: BudgetState) {
    this.#budget = budget;
  }

  tick(cost: number): void {
    if (this.#budget instanceof BudgetTracker) this.#budget.tickIntegerOp(cost);
    else bumpIntegerOps(this.#budget, cost);
  }

  push(argCount: number): void {
    const budget = this.#budget;
    this.#argCounts.push(budget.current_arg_count);
    if (budget instanceof BudgetTracker) {
      budget.pushCall(argCount);
      return;
    }
    budget.current_arg_count = argCount;
    // The depth counts even where the arguments are what is refused.
    if (argCount > MAX_ARG_COUNT) budget.call_depth += 1;
    checkArgCount(argCount);
    bumpCallDepth(budget);
  }

  pop(): void {
    const outer = this.#argCounts.pop()!;
    if (this.#budget instanceof BudgetTracker) {
      this.#budget.popCall();
      return;
    }
    this.#budget.call_depth -= 1;
    this.#budget.current_arg_count = outer;
  }

  unwind(): void {
    while (this.#argCounts.length > 0) this.pop();
  }
}

class Walk {
  readonly #facts: Facts;
  readonly #frames: Frames;

  constructor(facts: Facts, frames: Frames) {
    this.#facts = facts;
    this.#frames = frames;
  }

  value(node: Expr, scope: Scope): Value {
    if (isConstant(node)) return constantValue(node);
    switch (node.k) {
      case 'ref':
      case 'sel':
      case 'idx': {
        const found = this.#find(node, scope);
        if (found === undefined) throw absent(node);
        return found;
      }
      case 'list': {
        const elements = node.xs.map((x) => this.value(x, scope));
        this.#frames.tick(1 + elements.length);
        return makeList(elements, node);
      }
      case 'def':
        this.#frames.tick(1);
        return this.#find(node.e, scope) ?? this.value(node.d, scope);
      case 'has':
        this.#frames.tick(1);
        return this.#find(node.e, scope) !== undefined;
      case 'neg': {
        const value = this.value(node.e, scope);
        this.#frames.tick(1);
        return negate(wantInt(value, node), node);
      }
      case 'not': {
        const value = this.value(node.e, scope);
        this.#frames.tick(1);
        return !wantBool(value, node);
      }
      case 'bin': {
        const l = this.value(node.l, scope);
        const r = this.value(node.r, scope);
        this.#frames.tick(node.op === 'in' || node.op === 'not in' ? membershipCost(r) : 1);
        return binary(node, l, r);
      }
      case 'and':
        this.#frames.tick(1);
        return wantBool(this.value(node.l, scope), node.l) && wantBool(this.value(node.r, scope), node.r);
      case 'or':
        this.#frames.tick(1);
        return wantBool(this.value(node.l, scope), node.l) || wantBool(this.value(node.r, scope), node.r);
      case 'if':
        this.#frames.tick(1);
        return this.value(wantBool(this.value(node.c, scope), node.c) ? node.a : node.b, scope);
      case 'let': {
        this.#frames.tick(1);
        const bound = this.value(node.e, scope);
        return this.value(node.b, new Map(scope).set(node.n, bound));
      }
      case 'call':
        return this.#call(node, scope);
      case 'mac':
        return this.#macro(node, scope);
      default:
        throw new TypeError('not a node');
    }
  }

  /** The value of fields and indices after whatever they start from; undefined where that is absent. */
  #find(node: Expr, scope: Scope): Value | undefined {
    switch (node.k) {
      case 'ref': {
        this.#frames.tick(1);
        const bound = scope.get(node.n);
        return bound === undefined ? this.#facts[node.n] : bound;
      }
      case 'sel': {
        const base = this.#find(node.e, scope);
        this.#frames.tick(1);
        return selectField(base, node.f, node);
      }
      case 'idx': {
        const base = this.#find(node.e, scope);
        const index = this.value(node.x, scope);
        this.#frames.tick(1);
        return selectElement(base, index, node);
      }
      default:
        return this.value(node, scope);
    }
  }

  #call(node: CallNode, scope: Scope): Value {
    this.#frames.push(node.a.length);
    const args = node.a.map((arg) => this.value(arg, scope));
    const builtin = BUILTINS.get(node.f)!;
    const fits = argumentsFit(builtin, args);
    this.#frames.tick(costOfCall(builtin, args, fits));
    if (!fits) throw typeError(`the arguments of ${node.f} have other types`, node);
    const result = builtin.apply(args, node);
    this.#frames.pop();
    return result;
  }

  #macro(node: MacNode, scope: Scope): Value {
    this.#frames.push(2);
    this.#frames.tick(1);
    const list = wantList(this.value(node.l, scope), node.l);
    const body = (element: Value): Value => {
      this.#frames.tick(1);
      return this.value(node.b, new Map(scope).set(node.v, element));
    };
    const result = this.#fold(node, list, body);
    this.#frames.pop();
    return result;
  }

  #fold(node: MacNode, list: readonly Value[], body: (element: Value) => Value): Value {
    const bool = (element: Value) => wantBool(body(element), node.b);
    const int = (element: Value) => wantInt(body(element), node.b);
    switch (node.m) {
      case 'all':
        return list.every(bool);
      case 'any':
        return list.some(bool);
      case 'count':
        return list.filter(bool).length;
      case 'filter':
        return Object.freeze(list.filter(bool));
      case 'map':
        return makeList(list.map(body), node);
      case 'sum':
        return list.reduce<Int>((sum, element) => add(sum, int(element), node), 0);
      case 'min_of':
      case 'max_of': {
        const values = list.map(int);
        if (values.length === 0) throw new RuleError('E_EMPTY', `${node.m} of an empty list`, node);
        return values.reduce((best, value) => ((node.m === 'min_of' ? value < best : value > best) ? value : best));
      }
    }
  }
}
