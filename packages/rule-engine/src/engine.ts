/** Evaluation and execution, with the budget's constants and error beside them. */

export type { BudgetState as BudgetTracker } from './budget.ts';
export { freshBudget, MAX_ARG_COUNT, MAX_CALL_DEPTH, MAX_INTEGER_OPS, RuleBudgetExceeded } from './budget.ts';
export type { CompiledExpr } from './compile/compile.ts';
export { compileExpr } from './compile/compile.ts';
export { evaluateExpr } from './interpret.ts';
export type { ExecuteOptions } from './rules/execute.ts';
export { executeRuleset, MAX_TOTAL_OPS } from './rules/execute.ts';
export type { Category } from './rules/ruleset.ts';
export { CATEGORY_ORDER } from './rules/ruleset.ts';
