/** Why a rule has the outcome it has: the clauses that decided, on the facts they read, and what would change it. */

import type { ErrorData } from './error.ts';
import { type Clause, decidingClauses } from './explain/clauses.ts';
import { narrowFacts } from './explain/narrow.ts';
import { type Patch, suggestPatches } from './explain/patch.ts';
import { type Facts, makeFacts } from './facts.ts';
import { print } from './language/printer.ts';
import { type ExecuteOptions, factsOf, runRuleset } from './rules/execute.ts';
import { type Plan, planOf, type RulePlan } from './rules/plan.ts';
import type { RuleStatus } from './rules/result.ts';
import type { AdmittedRuleset } from './rules/ruleset.ts';
import { RuleRun } from './rules/run-rule.ts';
import { fromJson, toJson, type ValueJson } from './value.ts';

export type { Clause } from './explain/clauses.ts';
export type { Patch } from './explain/patch.ts';

export interface Explanation {
  readonly rule_id: string;
  readonly status: RuleStatus;
  /** `when` explains a skip, `require` a pass or failure. */
  readonly part: 'when' | 'require';
  /** That part in canonical form. */
  readonly text: string;
  /** The sub-expressions that decided, in order of evaluation; none for errors. */
  readonly clauses: readonly Clause[];
  readonly error?: ErrorData;
  /** The message of a failure. */
  readonly message?: string;
  /** Changes of facts, each of which turns one deciding numeric bound of a failure. */
  readonly patches: readonly Patch[];
  /** `rule`: the facts are those the rule reads, with the state it saw. `ruleset`: all facts, as other rules took part. */
  readonly scope: 'rule' | 'ruleset';
  /** Enough to come to the same outcome again. */
  readonly facts: ValueJson;
}

/**
 * Explains the outcome of one rule by running its ruleset on the facts again.
 *
 * @throws RangeError for a rule that the ruleset does not have; what `executeRuleset` throws.
 */
export function explainRule(
  ruleset: AdmittedRuleset,
  ruleId: string,
  facts: Facts,
  options: Pick<ExecuteOptions, 'max_total_ops'> = {},
): Explanation {
  const plan = planFor(planOf(ruleset), ruleId);
  const { rule } = plan;
  const result = runRuleset(ruleset, facts, options, false).results.find(({ rule_id }) => rule_id === ruleId)!;
  const { status, error, diagnostics } = result;
  const part = status === 'skip' || error?.expr === 'when' ? 'when' : 'require';
  const seen = factsOf(ruleset, facts, rule.category, options);
  // An error without a part came from elsewhere: a conflict, or the work of other rules.
  const scope = error && error.expr === undefined ? 'ruleset' : 'rule';
  const clauses = error ? [] : decidingClauses(rule[part], seen);
  return Object.freeze({
    rule_id: ruleId,
    status,
    part,
    text: print(rule[part]),
    clauses: Object.freeze(clauses.map(({ clause }) => clause)),
    ...(error && { error }),
    ...(diagnostics[0] && { message: diagnostics[0].message }),
    patches: Object.freeze(status === 'fail' ? suggestPatches(clauses) : []),
    scope,
    facts: toJson(scope === 'rule' ? narrowFacts(rule, seen) : facts),
  });
}

/**
 * The outcome of the explained rule on nothing but the facts of the explanation: the same as its `status`.
 *
 * @throws RangeError, RuleError for an explanation that is not of this ruleset.
 */
export function replayExplanation(
  ruleset: AdmittedRuleset,
  explanation: Explanation,
  options: Pick<ExecuteOptions, 'max_total_ops'> = {},
): RuleStatus {
  const plans = planOf(ruleset);
  const plan = planFor(plans, explanation.rule_id);
  const facts = makeFacts(fromJson(explanation.facts));
  if (explanation.scope === 'ruleset') {
    const { results } = runRuleset(ruleset, facts, options, false);
    return results.find(({ rule_id }) => rule_id === explanation.rule_id)!.status;
  }
  const run = new RuleRun(plan, plans.limits, undefined, undefined);
  run.evaluate(facts);
  return run.result().status;
}

/** The explanation as lines of text. */
export function printExplanation({
  rule_id,
  status,
  part,
  text,
  clauses,
  error,
  message,
  patches,
}: Explanation): string {
  const lines = [`${rule_id}: ${status}${message ? `, ${message}` : ''}`, `  ${part}: ${text}`];
  for (const clause of clauses) lines.push(`  because ${clause.text}`);
  if (error) {
    const place = error.start === undefined ? '' : ` at ${error.start}`;
    lines.push(`  because of ${error.code}: ${error.message}${error.expr ? ` (${error.expr}${place})` : ''}`);
  }
  for (const { path, value } of patches) lines.push(`  would hold with ${path} = ${JSON.stringify(value)}`);
  return lines.join('\n');
}

function planFor({ rules }: Plan, ruleId: string): RulePlan {
  const plan = rules.find(({ rule }) => rule.id === ruleId);
  if (!plan) throw new RangeError(`there is no rule ${ruleId}`);
  return plan;
}
