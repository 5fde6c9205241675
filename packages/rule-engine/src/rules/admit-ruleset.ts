/** Admission of rulesets: the one way from a document to something that runs. */

import { lowerLimits } from '../budget/limits.ts';
import { analyze } from '../check/checker.ts';
import { estimateCost } from '../check/cost.ts';
import { type Finding, finding, findingOf } from '../check/finding.ts';
import { NOTHING, type Present, presentWhen, union } from '../check/presence.ts';
import { RuleError, type RulePart } from '../error.ts';
import type { Expr } from '../language/ast.ts';
import { type RecSchema, readSchema } from '../schema.ts';
import { computeVersionHash, ENGINE_VERSION } from '../versioning.ts';
import { type ReadDocument, readDocument } from './document.ts';
import { keepPlan, planRule, type RulePlan } from './plan.ts';
import { type AdmittedRuleset, type ParsedRule, RULESET_FORMAT, type Ruleset } from './ruleset.ts';

export interface AdmitRulesetOptions {
  /** Type of the facts, for rulesets that name it by id or not at all. An inline schema wins. */
  readonly schema?: RecSchema | undefined;
  /** Refuses facts that may be absent and costs that may exceed the budget. Default: both are warnings. */
  readonly strict?: boolean | undefined;
}

export interface RulesetAdmission {
  readonly ok: boolean;
  /** Present exactly when `ok`. */
  readonly ruleset?: AdmittedRuleset;
  /** Errors and warnings, rule by rule in order of execution. */
  readonly findings: readonly Finding[];
}

/**
 * Parses, checks, costs, compiles and hashes a ruleset document: plain data as YAML or JSON gives it.
 *
 * Never throws for a wrong document: everything wrong is a finding, and one error refuses the ruleset.
 */
export function admitRuleset(document: unknown, options: AdmitRulesetOptions = {}): RulesetAdmission {
  const { ruleset: read, findings } = readDocument(document);
  if (!read) return refused(findings);
  let schema = options.schema;
  try {
    schema = schemaOf(read, options.schema);
  } catch (error) {
    findings.push(findingOf(error));
  }
  const plans: RulePlan[] = [];
  for (const rule of read.rules) {
    findings.push(...new RuleCheck(rule, schema, read, options.strict ?? false).run());
    try {
      plans.push(planRule(rule));
    } catch (error) {
      // The check has reported it already where there is one to report.
      const found = { ...findingOf(error), rule: rule.id };
      if (!findings.some(({ code, rule: id }) => code === found.code && id === rule.id)) findings.push(found);
    }
  }
  if (findings.some(({ severity }) => severity === 'error')) return refused(findings);
  const ruleset = seal(read);
  keepPlan(ruleset, plans);
  return Object.freeze({ ok: true, ruleset, findings: Object.freeze(findings) });
}

function refused(findings: Finding[]): RulesetAdmission {
  return Object.freeze({ ok: false, findings: Object.freeze(findings) });
}

function schemaOf({ facts }: ReadDocument, given: RecSchema | undefined): RecSchema | undefined {
  const schema = typeof facts === 'object' ? facts : given && readSchema(given);
  for (const name of ['derived', 'score']) {
    if (schema && Object.hasOwn(schema.fields, name)) throw new RuleError('E_SHADOW', `${name} cannot be a fact`);
  }
  return schema;
}

function seal({ id, version, facts, limits, rules }: ReadDocument): AdmittedRuleset {
  const ruleset: Ruleset = {
    format: RULESET_FORMAT,
    id,
    ...(version !== undefined && { version }),
    ...(facts !== undefined && { facts }),
    limits,
    rules: Object.freeze(rules.map(sealRule)),
  };
  const sealed = { ...ruleset, version_hash: computeVersionHash(ruleset), engine_version: ENGINE_VERSION };
  return Object.freeze(sealed) as AdmittedRuleset;
}

function sealRule({ parts: _, ...rule }: ParsedRule) {
  Object.freeze(rule.then);
  Object.freeze(rule.otherwise);
  return Object.freeze(rule);
}

/** The checks of one rule. Its parts run one after the other, and what the earlier prove holds in the later. */
class RuleCheck {
  readonly #findings: Finding[] = [];
  readonly #rule: ParsedRule;
  readonly #schema: RecSchema | undefined;
  readonly #strict: boolean;
  readonly #limit: number;
  #min = 0;
  #max: number | 'unbounded' = 0;

  constructor(rule: ParsedRule, schema: RecSchema | undefined, { limits }: ReadDocument, strict: boolean) {
    this.#rule = rule;
    this.#schema = schema;
    this.#strict = strict;
    this.#limit = lowerLimits(limits).integer_ops;
  }

  run(): readonly Finding[] {
    const { when, require, then, otherwise, parts } = this.#rule;
    this.#part('when', when, NOTHING, 'bool');
    const started = presentWhen(when, true);
    this.#part('require', require, started, 'bool');
    const before = { min: this.#min, max: this.#max };
    const outcomes = ([true, false] as const).map((outcome) => {
      this.#min = before.min;
      this.#max = before.max;
      const present = union(started, presentWhen(require, outcome));
      const name = outcome ? 'then' : 'otherwise';
      for (const [i, { op, value }] of (outcome ? then : otherwise).entries()) {
        this.#part(`${name}[${i}]`, value, present, op === 'add' ? 'int' : op === 'tag' ? 'str' : undefined);
      }
      return { min: this.#min, max: this.#max };
    });
    for (const part of parts) if (typeof part !== 'string') this.#placeholder(part, started);
    this.#cost(outcomes);
    return this.#findings;
  }

  #part(expr: RulePart, node: Expr, present: Present, expect: 'int' | 'bool' | 'str' | undefined): void {
    const options = { strict: this.#strict, expect, state: true, present };
    const { findings, volatile } = analyze(node, this.#schema, options);
    for (const found of findings) this.#push(found, expr);
    if (this.#rule.enforcement === 'hard') {
      for (const at of volatile) {
        this.#push(finding('warning', 'W_VOLATILE', 'a hard rule uses a fact that differs from run to run', at), expr);
      }
    }
    const { min, max } = estimateCost(node, this.#schema, options);
    this.#min += min;
    this.#max = this.#max === 'unbounded' || max === 'unbounded' ? 'unbounded' : this.#max + max;
  }

  #placeholder(node: Expr, present: Present): void {
    const { findings, type } = analyze(node, this.#schema, { present });
    for (const found of findings) if (found.severity === 'error') this.#push(found, 'message');
    if (type.type === 'list' || type.type === 'rec') {
      this.#push(finding('error', 'E_TYPE', `a message cannot hold a ${type.type}`), 'message');
    }
  }

  #cost(outcomes: readonly { readonly min: number; readonly max: number | 'unbounded' }[]): void {
    const limit = this.#limit;
    // A rule whose condition is false costs less, but such a rule is of no use.
    if (outcomes.every(({ min }) => min > limit)) {
      this.#push(finding('error', 'E_COST', `the rule costs more than ${limit} operations`));
    } else if (outcomes.some(({ max }) => max === 'unbounded' || max > limit)) {
      const message = `the rule may cost more than ${limit} operations`;
      this.#push(this.#strict ? finding('error', 'E_COST', message) : finding('warning', 'W_COST', message));
    }
  }

  #push(found: Finding, expr?: RulePart): void {
    this.#findings.push({ ...found, rule: this.#rule.id, ...(expr !== undefined && { expr }) });
  }
}
