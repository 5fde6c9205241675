/** Running rulesets. Pure: the same ruleset and facts give the same result, whoever listens. */

import { RuleBudgetExceeded } from '../budget/exceeded.ts';
import type { BudgetListener } from '../budget/listeners.ts';
import { type Trace, TraceRecorder } from '../compile/trace.ts';
import { RuleError } from '../error.ts';
import { assertFacts, type Facts } from '../facts.ts';
import { emptyRec } from '../value.ts';
import { findConflicts } from './conflicts.ts';
import { type Plan, planOf } from './plan.ts';
import type { RuleResult, RulesetResult } from './result.ts';
import { type AdmittedRuleset, CATEGORY_ORDER, type Category } from './ruleset.ts';
import { RuleRun } from './run-rule.ts';
import { EMPTY_STATE, type Mutation, type RuleState, StateDraft } from './state.ts';

/** Default of `max_total_ops`. */
export const MAX_TOTAL_OPS = 1_000_000;

export interface ExecuteOptions {
  /** Operations of all rules together, an integer from 1. Rules that would start after it is spent end in `E_BUDGET`. */
  readonly max_total_ops?: number | undefined;
  /** Called with every budget event; cannot influence the result. */
  readonly listener?: BudgetListener | undefined;
  /** Receives the trace of every rule that ran. */
  readonly onTrace?: ((rule_id: string, trace: Trace) => void) | undefined;
}

/**
 * Runs every rule of a ruleset, category by category.
 *
 * Each rule has a fresh budget for its condition, requirement and mutations. Rules of a category see the state of its
 * start; its mutations are applied when all of them have run. An error of a rule drops the mutations of that rule and
 * stops no other.
 *
 * @throws TypeError for a ruleset that was not admitted or facts that `makeFacts` did not build; RuleError E_SHADOW for
 * facts called `derived` or `score`; RangeError for `max_total_ops`.
 */
export function executeRuleset(ruleset: AdmittedRuleset, facts: Facts, options: ExecuteOptions = {}): RulesetResult {
  return runRuleset(ruleset, facts, options, false);
}

/** With `gated`, nothing after category `admission` runs where a rule of it has failed. */
export function runRuleset(
  ruleset: AdmittedRuleset,
  facts: Facts,
  options: ExecuteOptions,
  gated: boolean,
): RulesetResult {
  const plan = planOf(ruleset);
  assertFacts(facts);
  for (const name of ['derived', 'score']) {
    if (Object.hasOwn(facts, name)) throw new RuleError('E_SHADOW', `${name} cannot be a fact`);
  }
  const { max_total_ops = MAX_TOTAL_OPS } = options;
  if (!Number.isSafeInteger(max_total_ops) || max_total_ops < 1) {
    throw new RangeError('max_total_ops must be an integer from 1');
  }
  const run = new Run(plan, facts, max_total_ops, options);
  let admitted = true;
  for (const category of CATEGORY_ORDER) {
    if (admitted) run.category(category);
    else run.skip(category);
    if (gated && category === 'admission') admitted = run.admitted();
  }
  const { results, mutations, state } = run;
  const failed = results.some(({ status }) => status === 'fail');
  return Object.freeze({
    results: Object.freeze(results),
    all_mutations: Object.freeze(mutations),
    state,
    status: results.some(({ status }) => status === 'error') ? 'error' : failed ? 'fail' : 'pass',
    engine_version: ruleset.engine_version,
    version_hash: ruleset.version_hash,
  });
}

/** The facts that rules of a category see: those of the subject, and what earlier categories computed. */
export function factsOf(
  ruleset: AdmittedRuleset,
  facts: Facts,
  category: Category,
  { max_total_ops = MAX_TOTAL_OPS }: Pick<ExecuteOptions, 'max_total_ops'> = {},
): Facts {
  const run = new Run(planOf(ruleset), facts, max_total_ops, {});
  for (const earlier of CATEGORY_ORDER.slice(0, CATEGORY_ORDER.indexOf(category))) run.category(earlier);
  return withState(facts, run.state);
}

class Run {
  readonly results: RuleResult[] = [];
  readonly mutations: Mutation[] = [];
  state: RuleState = EMPTY_STATE;
  readonly #plan: Plan;
  readonly #facts: Facts;
  readonly #options: ExecuteOptions;
  readonly #recorder: TraceRecorder | undefined;
  readonly #maxTotal: number;
  #total = 0;

  constructor(plan: Plan, facts: Facts, maxTotal: number, options: ExecuteOptions) {
    this.#plan = plan;
    this.#facts = facts;
    this.#maxTotal = maxTotal;
    this.#options = options;
    this.#recorder = options.onTrace ? new TraceRecorder() : undefined;
  }

  category(category: Category): void {
    const plans = this.#plansOf(category);
    if (plans.length === 0) return;
    const facts = withState(this.#facts, this.state);
    const { limits } = this.#plan;
    const runs = plans.map((plan) => {
      const run = new RuleRun(plan, limits, this.#options.listener, this.#recorder);
      if (this.#total >= this.#maxTotal) {
        run.fail(new RuleBudgetExceeded('integer_ops', this.#maxTotal, this.#total));
        return run;
      }
      run.evaluate(facts);
      this.#total += run.integerOps;
      const trace = this.#recorder?.end();
      if (trace) this.#options.onTrace!(plan.rule.id, trace);
      return run;
    });
    this.#commit(runs);
    for (const run of runs) this.results.push(run.result());
  }

  /** Reports the rules of a category that a failed admission keeps from running. */
  skip(category: Category): void {
    for (const plan of this.#plansOf(category)) {
      this.results.push(new RuleRun(plan, this.#plan.limits, undefined, undefined).result('not_admitted'));
    }
  }

  admitted(): boolean {
    return !this.results.some(
      ({ category, status }) => category === 'admission' && (status === 'fail' || status === 'error'),
    );
  }

  #plansOf(category: Category) {
    return this.#plan.byCategory.get(category) ?? [];
  }

  #commit(runs: readonly RuleRun[]): void {
    const conflicts = findConflicts(runs.map((run) => run.mutations));
    for (const index of conflicts) {
      runs[index]!.fail(new RuleError('E_CONFLICT', 'mutations of this category contradict each other'));
    }
    if (runs.every((run) => run.mutations.length === 0)) return;
    const draft = new StateDraft(this.state);
    for (const run of runs) {
      try {
        draft.apply(run.mutations);
      } catch (error) {
        run.fail(error);
      }
      this.mutations.push(...run.mutations);
    }
    this.state = draft.finish();
  }
}

/** The facts with what rules have computed beside them. */
function withState(facts: Facts, { derived, score }: RuleState): Facts {
  const roots = emptyRec();
  for (const name of Object.keys(facts)) roots[name] = facts[name]!;
  roots.derived = derived;
  roots.score = score;
  return Object.freeze(roots) as Facts;
}
