/** The counters as a plain struct: the fast path, without events. Its helpers throw what the tracker's methods throw. */

import { RuleBudgetExceeded } from './exceeded.ts';
import { MAX_ARG_COUNT, MAX_CALL_DEPTH, MAX_INTEGER_OPS } from './limits.ts';

/** Counters of one rule's evaluation. Any object literal of this shape will do. */
export interface BudgetState {
  integer_ops: number;
  call_depth: number;
  current_arg_count: number;
}

/** All counters at 0. Every rule starts with one of these. */
export function freshBudget(): BudgetState {
  return { integer_ops: 0, call_depth: 0, current_arg_count: 0 };
}

/**
 * Charges `cost` integer operations.
 *
 * @throws RuleBudgetExceeded `integer_ops` when the sum exceeds {@link MAX_INTEGER_OPS}; the sum stays in the struct.
 */
export function bumpIntegerOps(budget: BudgetState, cost = 1): void {
  budget.integer_ops += cost;
  if (budget.integer_ops > MAX_INTEGER_OPS) {
    throw new RuleBudgetExceeded('integer_ops', MAX_INTEGER_OPS, budget.integer_ops);
  }
}

/**
 * Enters one call.
 *
 * @throws RuleBudgetExceeded `call_depth` when the depth exceeds {@link MAX_CALL_DEPTH}; the depth stays in the struct.
 */
export function bumpCallDepth(budget: BudgetState): void {
  budget.call_depth += 1;
  if (budget.call_depth > MAX_CALL_DEPTH) {
    throw new RuleBudgetExceeded('call_depth', MAX_CALL_DEPTH, budget.call_depth);
  }
}

/** @throws RuleBudgetExceeded `arg_count` when a call has more than {@link MAX_ARG_COUNT} arguments. */
export function checkArgCount(count: number): void {
  if (count > MAX_ARG_COUNT) throw new RuleBudgetExceeded('arg_count', MAX_ARG_COUNT, count);
}
