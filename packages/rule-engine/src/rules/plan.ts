/** What an admitted ruleset runs as. Kept beside it, so that nothing but admission can make one. */

import { type BudgetLimits, lowerLimits } from '../budget/limits.ts';
import { Program } from '../compile/compile.ts';
import type { MessagePart } from './message.ts';
import { type AdmittedRuleset, CATEGORY_ORDER, type Category, type MutationOp, type ParsedRule } from './ruleset.ts';

export interface MutationPlan {
  readonly op: MutationOp;
  readonly path: string;
  readonly value: Program;
}

export interface RulePlan {
  readonly rule: ParsedRule;
  readonly when: Program;
  readonly require: Program;
  readonly pass: readonly MutationPlan[];
  readonly fail: readonly MutationPlan[];
  readonly parts: readonly MessagePart[];
}

export interface Plan {
  readonly limits: BudgetLimits;
  readonly rules: readonly RulePlan[];
  readonly byCategory: ReadonlyMap<Category, readonly RulePlan[]>;
}

const plans = new WeakMap<AdmittedRuleset, Plan>();

/** @throws RuleError for expressions that cannot run. */
export function planRule(rule: ParsedRule): RulePlan {
  const mutations = (list: ParsedRule['then']) =>
    list.map(({ op, path, value }) => ({ op, path, value: new Program(value) }));
  return {
    rule,
    when: new Program(rule.when),
    require: new Program(rule.require),
    pass: mutations(rule.then),
    fail: mutations(rule.otherwise),
    parts: rule.parts,
  };
}

export function keepPlan(ruleset: AdmittedRuleset, rules: readonly RulePlan[]): void {
  plans.set(ruleset, {
    limits: lowerLimits(ruleset.limits),
    rules,
    byCategory: new Map(
      CATEGORY_ORDER.map((category) => [category, rules.filter(({ rule }) => rule.category === category)]),
    ),
  });
}

/** @throws TypeError for anything that `admitRuleset` did not return. */
export function planOf(ruleset: AdmittedRuleset): Plan {
  const plan = typeof ruleset === 'object' && ruleset !== null ? plans.get(ruleset) : undefined;
  if (!plan) throw new TypeError('ruleset must come from admitRuleset');
  return plan;
}
