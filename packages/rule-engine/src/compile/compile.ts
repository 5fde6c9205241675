/**
 * Expressions as trees of closures. No code is generated, so that it runs under any content security policy and can be
 * scanned for what is forbidden.
 */

import { RuleBudgetExceeded } from '../budget/exceeded.ts';
import type { BudgetLimits } from '../budget/limits.ts';
import type { BudgetState } from '../budget/state.ts';
import type { Facts } from '../facts.ts';
import { assertFacts } from '../facts.ts';
import { type Expr, operands } from '../language/ast.ts';
import { resolve } from '../language/resolve.ts';
import type { Value } from '../value.ts';
import type { Code } from './code.ts';
import { Machine } from './machine.ts';
import { compileNode } from './nodes.ts';
import type { TraceRecorder } from './trace.ts';

/** A compiled expression. Throws what `evaluateExpr` throws, charges what it charges. */
export type CompiledExpr = (facts: Facts, budget: BudgetState) => Value;

/** Of all expressions that bind nothing and so never write to it. */
const NO_SLOTS: Value[] = [];

function binds(node: Expr): boolean {
  return node.k === 'let' || node.k === 'mac' || operands(node).some(binds);
}

/** A compiled expression for the engine itself. */
export class Program {
  readonly #expr: Expr;
  readonly #code: Code;
  /** Whether any name is bound, and a run needs slots. */
  readonly #binds: boolean;
  #traced: Code | undefined;

  /** @throws RuleError E_UNKNOWN_FUNCTION, E_ARITY, E_SHADOW. */
  constructor(expr: Expr) {
    resolve(expr);
    this.#expr = expr;
    this.#binds = binds(expr);
    this.#code = compileNode(expr, { names: new Map(), traced: false });
  }

  /** The value of the expression. */
  run(facts: Facts, budget: BudgetState, options: RunOptions = {}): Value {
    const { limits, trace, clock } = options;
    const machine = new Machine(facts, budget, this.#binds ? [] : NO_SLOTS, limits, trace);
    const code = trace ? (this.#traced ??= compileNode(this.#expr, { names: new Map(), traced: true })) : this.#code;
    try {
      return code(machine);
    } catch (error) {
      trace?.fail(error, this.#expr, machine.spent());
      if (!(error instanceof RuleBudgetExceeded)) machine.unwind();
      throw error;
    } finally {
      machine.store();
      if (clock) clock.at += machine.at;
    }
  }
}

export interface RunOptions {
  readonly limits?: BudgetLimits;
  readonly trace?: TraceRecorder | undefined;
  /** Advanced by the steps of the run; a tracker has a clock of its own. */
  readonly clock?: { at: number };
}

/**
 * Compiles an expression for repeated evaluation.
 *
 * @throws RuleError E_UNKNOWN_FUNCTION, E_ARITY, E_SHADOW.
 */
export function compileExpr(expr: Expr): CompiledExpr {
  const program = new Program(expr);
  return (facts, budget) => {
    assertFacts(facts);
    return program.run(facts, budget);
  };
}
