/** Reading ruleset documents: plain data, as YAML or JSON gives it. Everything that is wrong is found, not only the first. */

import { type BudgetLimits, lowerLimits } from '../budget/limits.ts';
import { type Finding, findingOf } from '../check/finding.ts';
import { RuleError, type RulePart } from '../error.ts';
import type { Expr } from '../language/ast.ts';
import { readAst } from '../language/ast-json.ts';
import { parse } from '../language/parser.ts';
import { type RecSchema, readSchema } from '../schema.ts';
import { compareText } from '../text.ts';
import { parseMessage } from './message.ts';
import {
  CATEGORY_ORDER,
  ENFORCEMENTS,
  MAX_MUTATIONS,
  MAX_RULES,
  type MutationOp,
  type MutationRule,
  type ParsedRule,
  RULESET_FORMAT,
  SEVERITIES,
} from './ruleset.ts';
import { isStatePath } from './state.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface ReadDocument {
  readonly id: string;
  readonly version?: number;
  readonly facts?: string | RecSchema;
  readonly limits: Partial<BudgetLimits>;
  readonly rules: readonly ParsedRule[];
}

const TRUE: Expr = Object.freeze({ k: 'bool', v: true });
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_ID_LENGTH = 64;

/** The parts of a document and every fault; parts are usable only where there is none. */
export function readDocument(document: unknown): { readonly ruleset?: ReadDocument; readonly findings: Finding[] } {
  const reader = new Reader();
  const ruleset = reader.document(document);
  return { ...(ruleset && { ruleset }), findings: reader.findings };
}

class Reader {
  readonly findings: Finding[] = [];
  #rule: string | undefined;

  document(document: unknown): ReadDocument | undefined {
    const fields = this.#record(document, 'the ruleset', ['format', 'id', 'version', 'facts', 'limits', 'rules']);
    if (!fields) return undefined;
    if (fields.format !== RULESET_FORMAT) this.#wrong(`format must be ${RULESET_FORMAT}`);
    const id = this.#id(fields.id, 'id');
    const { version, rules } = fields;
    if (version !== undefined && !isIntegerIn(version, 0, Number.MAX_SAFE_INTEGER)) {
      this.#wrong('version must be an integer from 0');
    }
    const limits = this.#try(() => this.#limits(fields.limits)) ?? {};
    const facts = this.#try(() => (typeof fields.facts === 'object' ? readSchema(fields.facts) : fields.facts));
    if (facts !== undefined && typeof facts !== 'string' && typeof facts !== 'object') {
      this.#wrong('facts must be the id of a schema, or a schema');
    }
    if (!Array.isArray(rules)) {
      this.#wrong('rules must be a list');
      return undefined;
    }
    if (rules.length > MAX_RULES) {
      this.#wrong(`a ruleset has at most ${MAX_RULES} rules`);
      return undefined;
    }
    const read = rules.map((rule, i) => this.#ruleAt(rule, i)).filter((rule) => rule !== undefined);
    const ids = new Set<string>();
    for (const rule of read) {
      if (ids.has(rule.id)) this.#wrong(`two rules are called ${rule.id}`);
      ids.add(rule.id);
    }
    return {
      id,
      ...(version !== undefined && { version: version as number }),
      ...(facts !== undefined && { facts: facts as string | RecSchema }),
      limits,
      rules: read.sort(inOrder),
    };
  }

  #ruleAt(value: unknown, index: number): ParsedRule | undefined {
    this.#rule = `rules[${index}]`;
    const fields = this.#record(value, 'a rule', [
      'id',
      'category',
      'priority',
      'severity',
      'enforcement',
      'when',
      'require',
      'message',
      'then',
      'otherwise',
      'help',
    ]);
    if (!fields) return undefined;
    const id = this.#id(fields.id, 'id');
    this.#rule = id;
    const { priority = 0, message = '', help } = fields;
    if (!isIntegerIn(priority, -1000, 1000)) this.#wrong('priority must be an integer from -1000 to 1000');
    if (typeof message !== 'string' || !message.isWellFormed()) this.#wrong('message must be a well-formed string');
    if (help !== undefined && typeof help !== 'string') this.#wrong('help must be a string');
    const template = typeof message === 'string' ? message : '';
    const rule: ParsedRule = {
      id,
      category: this.#member(CATEGORY_ORDER, fields.category, 'category'),
      priority: priority as number,
      severity: this.#member(SEVERITIES, fields.severity ?? 'error', 'severity'),
      enforcement: this.#member(ENFORCEMENTS, fields.enforcement ?? 'hard', 'enforcement'),
      when: this.#expr(fields.when, 'when'),
      require: this.#expr(fields.require, 'require'),
      then: this.#mutations(fields.then, 'then'),
      otherwise: this.#mutations(fields.otherwise, 'otherwise'),
      message: template,
      parts: this.#try(() => parseMessage(template), 'message') ?? [],
      ...(typeof help === 'string' && { help }),
    };
    this.#rule = undefined;
    return rule;
  }

  #mutations(value: unknown, part: 'then' | 'otherwise'): readonly MutationRule[] {
    if (value === undefined) return [];
    if (!Array.isArray(value) || value.length > MAX_MUTATIONS) {
      this.#wrong(`${part} must be a list of at most ${MAX_MUTATIONS} mutations`);
      return [];
    }
    return value.map((one, i) => this.#mutation(one, `${part}[${i}]`)).filter((one) => one !== undefined);
  }

  #mutation(value: unknown, part: `then[${number}]` | `otherwise[${number}]`): MutationRule | undefined {
    const fields = this.#record(value, part, ['op', 'path', 'value']);
    if (!fields) return undefined;
    const op = this.#member<MutationOp>(['set', 'add', 'tag'], fields.op, `${part}.op`);
    const { path } = fields;
    const good = op === 'tag' ? path === 'tags' : typeof path === 'string' && isStatePath(path);
    if (!good) this.#wrong(`${part}.path must be ${op === 'tag' ? 'tags' : 'derived or score with 1 to 4 names'}`);
    if (fields.value === undefined) this.#wrong(`${part} has no value`);
    return { op, path: String(path), value: this.#expr(fields.value, part) };
  }

  #expr(value: unknown, part: RulePart): Expr {
    if (value === undefined) return TRUE;
    // YAML writes some expressions as values of its own: `require: true`, `value: 3`.
    const source = typeof value === 'boolean' || Number.isSafeInteger(value) ? String(value) : value;
    return this.#try(() => (typeof source === 'string' ? parse(source) : readAst(source)), part) ?? TRUE;
  }

  #limits(value: unknown): Partial<BudgetLimits> {
    if (value === undefined) return {};
    const fields = this.#record(value, 'limits', ['integer_ops', 'call_depth', 'arg_count']) ?? {};
    try {
      lowerLimits(fields as Partial<BudgetLimits>);
    } catch (error) {
      if (error instanceof RangeError) throw new RuleError('E_RULESET', error.message);
      throw error;
    }
    return Object.freeze({ ...fields });
  }

  #id(value: unknown, name: string): string {
    if (typeof value === 'string' && value.length <= MAX_ID_LENGTH && ID.test(value)) return value;
    this.#wrong(`${name} must be lower-case words and numbers with hyphens between`);
    return '';
  }

  #member<T extends string>(names: readonly T[], value: unknown, name: string): T {
    if (names.includes(value as T)) return value as T;
    this.#wrong(`${name} must be one of ${names.join(', ')}`);
    return names[0]!;
  }

  /** Own fields of an object, all of them known. */
  #record(value: unknown, what: string, names: readonly string[]): Fields | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.#wrong(`${what} must be an object`);
      return undefined;
    }
    const unknown = Object.keys(value).filter((key) => !names.includes(key));
    if (unknown.length > 0) this.#wrong(`${what} has unknown fields: ${unknown.join(', ')}`);
    return { ...value };
  }

  #try<T>(read: () => T, part?: RulePart): T | undefined {
    try {
      return read();
    } catch (error) {
      this.#push(findingOf(error), part);
      return undefined;
    }
  }

  #wrong(message: string): void {
    this.#push({ severity: 'error', code: 'E_RULESET', message });
  }

  #push(finding: Finding, part?: RulePart): void {
    this.findings.push({
      ...finding,
      ...(this.#rule !== undefined && { rule: this.#rule }),
      ...(part !== undefined && { expr: part }),
    });
  }
}

function isIntegerIn(value: unknown, from: number, to: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= from && value <= to;
}

/** Order of execution: category, priority, id. */
function inOrder(a: ParsedRule, b: ParsedRule): number {
  return (
    CATEGORY_ORDER.indexOf(a.category) - CATEGORY_ORDER.indexOf(b.category) ||
    a.priority - b.priority ||
    compareText(a.id, b.id)
  );
}
