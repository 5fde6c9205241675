/** What a run of a ruleset yields. */

import type { BudgetSnapshot } from '../budget/tracker.ts';
import type { Trace } from '../compile/trace.ts';
import type { ErrorData } from '../error.ts';
import type { Category, Enforcement, Severity } from './ruleset.ts';
import type { Mutation, RuleState } from './state.ts';

export type RuleStatus = 'pass' | 'fail' | 'skip' | 'error';

export interface Diagnostic {
  readonly rule_id: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface RuleResult {
  readonly rule_id: string;
  readonly category: Category;
  readonly enforcement: Enforcement;
  readonly status: RuleStatus;
  /** Why a rule was skipped that its own condition did not skip. */
  readonly reason?: 'not_admitted';
  /** One for a failure, none else. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the rule changed; nothing where it ended in an error. */
  readonly mutations: readonly Mutation[];
  readonly error?: ErrorData;
  readonly budget: BudgetSnapshot;
}

export interface RulesetResult {
  /** In order of execution. */
  readonly results: readonly RuleResult[];
  /** Exactly those that were applied, in order. */
  readonly all_mutations: readonly Mutation[];
  readonly state: RuleState;
  /** `error` where any rule ended in one, else `fail` where any failed, else `pass`. */
  readonly status: 'pass' | 'fail' | 'error';
  readonly engine_version: string;
  readonly version_hash: string;
}

/** Traces by rule; no part of the result, which is the same with and without them. */
export type RuleTraces = ReadonlyMap<string, Trace>;
