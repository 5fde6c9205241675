/** Admission of subjects: whether the rest of a ruleset may judge them at all. */

import type { Facts } from './facts.ts';
import { type ExecuteOptions, runRuleset } from './rules/execute.ts';
import type { RuleResult } from './rules/result.ts';
import type { AdmittedRuleset } from './rules/ruleset.ts';
import type { Mutation, RuleState } from './rules/state.ts';
import { EMPTY_STATE } from './rules/state.ts';

export interface AdmitRequest {
  readonly ruleset: AdmittedRuleset;
  readonly facts: Facts;
  readonly opts?: ExecuteOptions;
}

export interface SubjectAdmission {
  readonly admitted: boolean;
  /** Of the rules that refused: their message, or their error's. */
  readonly reasons: readonly string[];
  /** Later categories are skipped with reason `not_admitted` where the subject is not admitted. */
  readonly results: readonly RuleResult[];
  /** None where the subject is not admitted. */
  readonly mutations: readonly Mutation[];
  readonly state: RuleState;
}

/**
 * Runs a ruleset on a subject. It is admitted when no rule of category `admission` failed or ended in an error.
 *
 * @throws what `executeRuleset` throws.
 */
export function admit({ ruleset, facts, opts = {} }: AdmitRequest): SubjectAdmission {
  const { results, all_mutations, state } = runRuleset(ruleset, facts, opts, true);
  const refusing = results.filter(
    ({ category, status }) => category === 'admission' && (status === 'fail' || status === 'error'),
  );
  const admitted = refusing.length === 0;
  return Object.freeze({
    admitted,
    reasons: Object.freeze(refusing.map(reasonOf)),
    results,
    mutations: admitted ? all_mutations : Object.freeze([]),
    state: admitted ? state : EMPTY_STATE,
  });
}

function reasonOf({ rule_id, error, diagnostics }: RuleResult): string {
  return `${rule_id}: ${error?.message ?? (diagnostics[0]?.message || 'failed')}`;
}
