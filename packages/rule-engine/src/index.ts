export type { AdmitRequest, SubjectAdmission } from './admission.ts';
export { admit } from './admission.ts';
export type { BudgetCounter, BudgetLimits, BudgetListener, BudgetSnapshot, BudgetState, BudgetTick } from './budget.ts';
export {
  BudgetTracker,
  bumpCallDepth,
  bumpIntegerOps,
  checkArgCount,
  DEFAULT_LIMITS,
  freshBudget,
  freshTracker,
  lowerLimits,
  MAX_ARG_COUNT,
  MAX_CALL_DEPTH,
  MAX_INTEGER_OPS,
  RuleBudgetExceeded,
} from './budget.ts';
export type { Builtin } from './builtins.ts';
export { BUILTIN_COSTS, BUILTINS } from './builtins.ts';
export type { CheckOptions } from './check/checker.ts';
export { check } from './check/checker.ts';
export type { CostEstimate } from './check/cost.ts';
export { estimateCost } from './check/cost.ts';
export type { Finding, WarningCode } from './check/finding.ts';
export type { Trace, TraceStep } from './compile/trace.ts';
export { MAX_TRACE_STEPS } from './compile/trace.ts';
export { inspectFunctionForbidden } from './determinism.ts';
export type { Category, CompiledExpr, ExecuteOptions } from './engine.ts';
export { CATEGORY_ORDER, compileExpr, evaluateExpr, executeRuleset, MAX_TOTAL_OPS } from './engine.ts';
export type { ErrorData, EvaluationErrorCode, RuleErrorCode, RulePart, Span, StaticErrorCode } from './error.ts';
export { errorData, RuleError } from './error.ts';
export type { Clause, Explanation, Patch } from './explain.ts';
export { explainRule, printExplanation, replayExplanation } from './explain.ts';
export type { Facts } from './facts.ts';
export { MAX_FACT_DEPTH, MAX_FACT_LEAVES, makeFacts } from './facts.ts';
export { toFixedPoint } from './fixed-point.ts';
export type { Expr } from './language/ast.ts';
export { MAX_AST_DEPTH, MAX_AST_NODES, MAX_NESTING, MAX_SOURCE_LENGTH, spanOf } from './language/ast.ts';
export { readAst } from './language/ast-json.ts';
export { parse } from './language/parser.ts';
export { print } from './language/printer.ts';
export type { Decision, Gate, GatedRun, GateFacts, GateReason, GateVerdict } from './policy-gate.ts';
export { evaluateGate } from './policy-gate.ts';
export type { AdmitRulesetOptions, RulesetAdmission } from './rules/admit-ruleset.ts';
export { admitRuleset } from './rules/admit-ruleset.ts';
export type { Diagnostic, RuleResult, RuleStatus, RulesetResult } from './rules/result.ts';
export type { AdmittedRuleset, Enforcement, MutationRule, Rule, Ruleset, Severity } from './rules/ruleset.ts';
export { MAX_MUTATIONS, MAX_RULES, RULESET_FORMAT } from './rules/ruleset.ts';
export type { Mutation, RuleState } from './rules/state.ts';
export { applyMutations, EMPTY_STATE } from './rules/state.ts';
export type { FactSchema, RecSchema } from './schema.ts';
export { readSchema } from './schema.ts';
export type { Int, Rec, Value, ValueJson } from './value.ts';
export { fromJson, toJson } from './value.ts';
export { computeVersionHash, ENGINE_VERSION, engineFingerprint } from './versioning.ts';
export type { Waiver, WaiverContext, WaiverReport } from './waivers.ts';
export { dayNumber } from './waivers.ts';
