/** What an evaluation did, in a form that can be compared and written as JSON. */
import { freshBudget } from '../src/budget/state.ts';
import { type BudgetTick, BudgetTracker } from '../src/budget.ts';
import { compileExpr } from '../src/compile/compile.ts';
import { errorData } from '../src/error.ts';
import type { Facts } from '../src/facts.ts';
import { evaluateExpr } from '../src/interpret.ts';
import type { Expr } from '../src/language/ast.ts';
import { toJson } from '../src/value.ts';

export interface Outcome {
  readonly value?: unknown;
  readonly error?: unknown;
  readonly ops: number;
  readonly depth: number;
  readonly args: number;
}

export interface Watched extends Outcome {
  readonly at: number;
  readonly events: readonly string[];
}

type Evaluate = (expr: Expr, facts: Facts, budget: BudgetTracker | ReturnType<typeof freshBudget>) => unknown;

/** Both evaluators, by name. */
export const EVALUATORS: Readonly<Record<string, Evaluate>> = {
  model: (expr, facts, budget) => evaluateExpr(expr, facts, budget),
  compiled: (expr, facts, budget) => compileExpr(expr)(facts, budget),
};

export function outcome(evaluate: Evaluate, expr: Expr, facts: Facts): Outcome {
  const budget = freshBudget();
  return finish(budget, () => evaluate(expr, facts, budget));
}

/** With a tracker and every event of it. */
export function watchedOutcome(evaluate: Evaluate, expr: Expr, facts: Facts): Watched {
  const tracker = new BudgetTracker();
  const events: string[] = [];
  tracker.subscribe((tick) => events.push(line(tick)));
  const result = finish(tracker, () => evaluate(expr, facts, tracker));
  return { ...result, at: tracker.snapshot().at, events };
}

export function line({ kind, at, cost, integer_ops, call_depth, current_arg_count }: BudgetTick): string {
  return `${at} ${kind} ${cost}: ${integer_ops} ${call_depth} ${current_arg_count}`;
}

function finish(
  budget: { integer_ops: number; call_depth: number; current_arg_count: number },
  run: () => unknown,
): Outcome {
  let result: { value?: unknown; error?: unknown };
  try {
    result = { value: toJson(run() as never) };
  } catch (error) {
    result = { error: errorData(error) };
  }
  return { ...result, ops: budget.integer_ops, depth: budget.call_depth, args: budget.current_arg_count };
}
