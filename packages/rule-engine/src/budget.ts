/** Budgets of evaluations: limits, counters, the observable tracker and what it throws. */
export { RuleBudgetExceeded } from './budget/exceeded.ts';
export type { BudgetCounter, BudgetLimits } from './budget/limits.ts';
export { DEFAULT_LIMITS, lowerLimits, MAX_ARG_COUNT, MAX_CALL_DEPTH, MAX_INTEGER_OPS } from './budget/limits.ts';
export type { BudgetListener, BudgetTick } from './budget/listeners.ts';
export type { BudgetState } from './budget/state.ts';
export { bumpCallDepth, bumpIntegerOps, checkArgCount, freshBudget } from './budget/state.ts';
export type { BudgetSnapshot } from './budget/tracker.ts';
export { BudgetTracker, freshTracker } from './budget/tracker.ts';
