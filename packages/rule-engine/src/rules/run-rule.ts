/** One rule in one run: its budget, its outcome and what became of its mutations. */

import type { BudgetLimits } from '../budget/limits.ts';
import type { BudgetListener } from '../budget/listeners.ts';
import { type BudgetState, freshBudget } from '../budget/state.ts';
import { type BudgetSnapshot, BudgetTracker } from '../budget/tracker.ts';
import type { Program } from '../compile/compile.ts';
import type { TraceRecorder } from '../compile/trace.ts';
import { type ErrorData, errorData, RuleError, type RulePart } from '../error.ts';
import type { Facts } from '../facts.ts';
import { renderMessage } from './message.ts';
import type { MutationPlan, RulePlan } from './plan.ts';
import type { Diagnostic, RuleResult, RuleStatus } from './result.ts';
import { checkMutationValue, type Mutation } from './state.ts';

const NONE: readonly never[] = Object.freeze([]);

export class RuleRun {
  mutations: readonly Mutation[] = NONE;
  readonly #plan: RulePlan;
  readonly #limits: BudgetLimits;
  readonly #budget: BudgetState;
  readonly #recorder: TraceRecorder | undefined;
  /** Steps of the struct; a tracker counts its own. */
  readonly #clock = { at: 0 };
  #status: RuleStatus = 'skip';
  #diagnostics: readonly Diagnostic[] = NONE;
  #error: ErrorData | undefined;

  constructor(
    plan: RulePlan,
    limits: BudgetLimits,
    listener: BudgetListener | undefined,
    recorder: TraceRecorder | undefined,
  ) {
    this.#plan = plan;
    this.#limits = limits;
    this.#recorder = recorder;
    if (listener) {
      const tracker = new BudgetTracker(limits);
      tracker.subscribe(listener);
      this.#budget = tracker;
    } else {
      this.#budget = freshBudget();
    }
  }

  get integerOps(): number {
    return this.#budget.integer_ops;
  }

  evaluate(facts: Facts): void {
    const { rule, when, require, pass, fail, parts } = this.#plan;
    let part: RulePart = 'when';
    const bool = (program: Program, name: 'when' | 'require'): boolean => {
      part = name;
      const value = this.#run(program, name, facts);
      if (typeof value !== 'boolean') throw new RuleError('E_TYPE', `${name} is not a boolean`, rule[name]);
      return value;
    };
    const value = ({ op, path, value: program }: MutationPlan, i: number): Mutation => {
      part = `${this.#status === 'pass' ? 'then' : 'otherwise'}[${i}]`;
      const result = this.#run(program, part, facts);
      checkMutationValue(op, result);
      return Object.freeze({ op, path, value: result });
    };
    this.#recorder?.begin();
    try {
      if (!bool(when, 'when')) return;
      this.#status = bool(require, 'require') ? 'pass' : 'fail';
      const plans = this.#status === 'pass' ? pass : fail;
      if (plans.length > 0) this.mutations = Object.freeze(plans.map(value));
    } catch (error) {
      this.fail(error, part);
      return;
    }
    if (this.#status === 'fail') {
      const { id: rule_id, severity } = rule;
      this.#diagnostics = Object.freeze([Object.freeze({ rule_id, severity, message: renderMessage(parts, facts) })]);
    }
  }

  /** Ends the rule in an error. Nothing that it would have changed is left. */
  fail(error: unknown, part?: RulePart): void {
    this.#status = 'error';
    this.#error = errorData(error, this.#plan.rule.id, part);
    this.#diagnostics = NONE;
    this.mutations = NONE;
  }

  result(reason?: 'not_admitted'): RuleResult {
    const { id: rule_id, category, enforcement } = this.#plan.rule;
    return Object.freeze({
      rule_id,
      category,
      enforcement,
      status: this.#status,
      ...(reason !== undefined && { reason }),
      diagnostics: this.#diagnostics,
      mutations: this.mutations,
      ...(this.#error && { error: this.#error }),
      budget: this.#snapshot(),
    });
  }

  #run(program: Program, part: RulePart, facts: Facts) {
    this.#recorder?.part(part);
    return program.run(facts, this.#budget, { limits: this.#limits, trace: this.#recorder, clock: this.#clock });
  }

  #snapshot(): BudgetSnapshot {
    const budget = this.#budget;
    if (budget instanceof BudgetTracker) return budget.snapshot();
    return Object.freeze({ ...budget, at: this.#clock.at, limits: this.#limits });
  }
}
