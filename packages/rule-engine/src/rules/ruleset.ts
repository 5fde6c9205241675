/** A ruleset that has been admitted: the only form in which rules run. */

import type { BudgetLimits } from '../budget/limits.ts';
import type { Expr } from '../language/ast.ts';
import type { RecSchema } from '../schema.ts';
import type { MessagePart } from './message.ts';

/** The order in which categories run. Rules of one category see what earlier categories computed, not each other. */
export const CATEGORY_ORDER = ['derive', 'admission', 'limit', 'compliance', 'quality', 'annotate'] as const;
export type Category = (typeof CATEGORY_ORDER)[number];

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a failure means to the policy gate. */
export const ENFORCEMENTS = ['hard', 'soft', 'advisory'] as const;
export type Enforcement = (typeof ENFORCEMENTS)[number];

export const RULESET_FORMAT = 'speccade.ruleset/1';
export const MAX_RULES = 1024;
/** Mutations of one outcome of a rule. */
export const MAX_MUTATIONS = 16;

export type MutationOp = 'set' | 'add' | 'tag';

/** A change of state whose value is still an expression. */
export interface MutationRule {
  readonly op: MutationOp;
  readonly path: string;
  readonly value: Expr;
}

export interface Rule {
  readonly id: string;
  readonly category: Category;
  /** -1000 to 1000, ascending. */
  readonly priority: number;
  readonly severity: Severity;
  readonly enforcement: Enforcement;
  readonly when: Expr;
  readonly require: Expr;
  readonly then: readonly MutationRule[];
  readonly otherwise: readonly MutationRule[];
  readonly message: string;
  readonly help?: string;
}

/** A rule as its document gives it, with its message taken apart. */
export interface ParsedRule extends Rule {
  readonly parts: readonly MessagePart[];
}

export interface Ruleset {
  readonly format: typeof RULESET_FORMAT;
  readonly id: string;
  /** The author's number; not part of the hash. */
  readonly version?: number;
  /** Id of a schema, or the schema. */
  readonly facts?: string | RecSchema;
  /** Only what is lowered. */
  readonly limits: Partial<BudgetLimits>;
  /** In order of execution: category, priority, id. */
  readonly rules: readonly Rule[];
}

declare const admitted: unique symbol;
/** A {@link Ruleset} that passed `admitRuleset`. */
export type AdmittedRuleset = Ruleset & {
  readonly version_hash: string;
  readonly engine_version: string;
  readonly [admitted]: true;
};
