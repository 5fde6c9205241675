/**
 * The verdict over a run: allow, warn or deny. Fails closed: what cannot be evaluated denies.
 *
 * The optional expression of a gate runs in the same evaluator with a budget of its own, capped by `MAX_INTEGER_OPS`.
 */

import { lowerLimits, MAX_INTEGER_OPS } from './budget/limits.ts';
import { freshBudget } from './budget/state.ts';
import { Program } from './compile/compile.ts';
import { errorData } from './error.ts';
import { type Facts, makeFacts } from './facts.ts';
import type { Expr } from './language/ast.ts';
import { readAst } from './language/ast-json.ts';
import { parse } from './language/parser.ts';
import type { RuleResult, RulesetResult } from './rules/result.ts';
import type { Rec } from './value.ts';
import { type Waiver, WaiverBook, type WaiverContext, type WaiverReport } from './waivers.ts';

/** What a verdict is over. */
export type GatedRun = Pick<RulesetResult, 'results' | 'state'>;

export interface Gate {
  /** Must be true to pass, over the counts of {@link GateFacts} and `score`. It can only make the verdict stricter. */
  readonly expression?: string | Expr | undefined;
  /** Operations of the expression, an integer from 0 to `MAX_INTEGER_OPS`, which is the default. */
  readonly max_ops?: number | undefined;
}

/** What the expression of a gate reads, beside `score`. */
export interface GateFacts {
  readonly hard_fails: number;
  readonly soft_fails: number;
  readonly advisory_fails: number;
  readonly errors: number;
  readonly warnings: number;
  readonly skipped: number;
  readonly passed: number;
}

export type Decision = 'allow' | 'warn' | 'deny';

export interface GateReason {
  readonly decision: Exclude<Decision, 'allow'>;
  /** The rule, or `gate` for the expression. */
  readonly rule: string;
  readonly message: string;
}

export interface GateVerdict extends WaiverReport {
  readonly decision: Decision;
  /** Why it is not `allow`, in order of execution. */
  readonly reasons: readonly GateReason[];
}

/**
 * The verdict over the results of a run.
 *
 * Deny for any error, any failed hard rule, and any failed soft rule that is not waived; warn for failed advisory rules;
 * otherwise allow. Never throws for what results, expression or waivers contain.
 *
 * @param context the subject that waivers are matched with and the day they are held against.
 */
export function evaluateGate(
  run: GatedRun,
  gate: Gate = {},
  waivers: readonly Waiver[] = [],
  context: WaiverContext = {},
): GateVerdict {
  const book = new WaiverBook(waivers, context);
  const reasons: GateReason[] = [];
  for (const result of run.results) {
    const decision = decisionOf(result, book);
    if (decision !== 'allow')
      reasons.push(Object.freeze({ decision, rule: result.rule_id, message: messageOf(result) }));
  }
  if (gate.expression !== undefined) {
    const message = refusal(gate, run);
    if (message !== undefined) reasons.push(Object.freeze({ decision: 'deny', rule: 'gate', message }));
  }
  const denied = reasons.some(({ decision }) => decision === 'deny');
  return Object.freeze({
    decision: denied ? 'deny' : reasons.length > 0 ? 'warn' : 'allow',
    reasons: Object.freeze(reasons),
    ...book.report(),
  });
}

function decisionOf({ rule_id, status, enforcement }: RuleResult, book: WaiverBook): Decision {
  if (status === 'pass' || status === 'skip') return 'allow';
  if (status !== 'fail') return 'deny';
  switch (enforcement) {
    case 'advisory':
      return book.covers(rule_id) ? 'allow' : 'warn';
    case 'soft':
      return book.covers(rule_id) ? 'allow' : 'deny';
    default:
      return 'deny';
  }
}

function messageOf({ error, diagnostics }: RuleResult): string {
  return error ? `${error.code}: ${error.message}` : diagnostics[0]?.message || 'failed';
}

function summarize({ results, state }: GatedRun): Facts {
  const count = (test: (result: RuleResult) => boolean) => results.filter(test).length;
  const failed = (enforcement: string) => count((one) => one.status === 'fail' && one.enforcement === enforcement);
  const summary: GateFacts & { readonly score: Rec } = {
    hard_fails: failed('hard'),
    soft_fails: failed('soft'),
    advisory_fails: failed('advisory'),
    errors: count(({ status }) => status === 'error'),
    warnings: count(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'warning')),
    skipped: count(({ status }) => status === 'skip'),
    passed: count(({ status }) => status === 'pass'),
    score: state.score,
  };
  return makeFacts(summary);
}

/** Why the expression does not pass; undefined where it does. */
function refusal({ expression, max_ops = MAX_INTEGER_OPS }: Gate, run: GatedRun): string | undefined {
  try {
    const program = new Program(typeof expression === 'string' ? parse(expression) : readAst(expression));
    const value = program.run(summarize(run), freshBudget(), { limits: lowerLimits({ integer_ops: max_ops }) });
    if (value === true) return undefined;
    return value === false ? 'the expression is false' : 'E_TYPE: the expression is not a boolean';
  } catch (error) {
    const { code, message } = errorData(error);
    return `${code}: ${message}`;
  }
}
