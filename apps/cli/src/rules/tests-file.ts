/**
 * Test cases of rulesets:
 *
 * ```yaml
 * format: speccade.rules-test/1
 * ruleset: policy.yaml           # beside this file
 * waivers: waivers.yaml          # optional
 * as_of: 2027-01-31              # optional
 * cases:
 *   - name: a quiet sound passes
 *     facts: { kind: audio, id: beep-01 }     # or the path of a file
 *     decision: allow
 *     rules: { peak: pass }                   # optional, only those that matter
 * ```
 */
import { dirname, join } from 'node:path';
import type { AdmittedRuleset, Facts } from '@speccade/rule-engine';
import { SpeccadeError } from '@speccade/spec';
import { UsageError } from '../args.ts';
import { factsOf, readFacts } from './facts-file.ts';
import { readRuleset } from './ruleset-file.ts';
import { SourceFile } from './source-file.ts';
import { dayArgument, judge, type VerdictOptions } from './verdict.ts';
import { readWaivers } from './waivers-file.ts';

const FORMAT = 'speccade.rules-test/1';

export interface CaseOutcome {
  readonly name: string;
  /** What is not as expected; none for a case that passes. */
  readonly problems: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Runs the cases of a file. Throws `SpeccadeError` for a file, ruleset or facts that cannot be used. */
export function runTests(path: string, cwd: string): readonly CaseOutcome[] {
  return new TestFile(path, cwd).run();
}

class TestFile {
  readonly #source: SourceFile;
  readonly #cwd: string;

  constructor(path: string, cwd: string) {
    this.#source = new SourceFile(path, cwd);
    this.#cwd = cwd;
  }

  run(): CaseOutcome[] {
    const fields = this.#record(this.#source.value, [], ['format', 'ruleset', 'waivers', 'as_of', 'cases']);
    if (fields.format !== FORMAT) this.#refuse(['format'], `format must be ${FORMAT}`);
    const { ruleset } = readRuleset(this.#beside(this.#text(fields, 'ruleset', [])), this.#cwd);
    const waivers =
      fields.waivers === undefined ? [] : readWaivers(this.#beside(this.#text(fields, 'waivers', [])), this.#cwd);
    const options: VerdictOptions = { waivers, day: this.#day(fields) };
    if (!Array.isArray(fields.cases)) this.#refuse(['cases'], 'cases must be a list');
    return (fields.cases as unknown[]).map((item, i) => this.#case(item, ['cases', i], ruleset, options));
  }

  #case(item: unknown, path: Path, ruleset: AdmittedRuleset, options: VerdictOptions): CaseOutcome {
    const fields = this.#record(item, path, ['name', 'facts', 'decision', 'rules']);
    const name = this.#text(fields, 'name', path);
    const facts: Facts =
      typeof fields.facts === 'string'
        ? readFacts(this.#beside(fields.facts), this.#cwd, ruleset)
        : factsOf(fields.facts, ruleset, this.#source, [...path, 'facts']);
    const { gate, admission } = judge(ruleset, facts, options);
    const problems: string[] = [];
    const expect = (what: string, expected: unknown, found: unknown): void => {
      if (expected !== found) problems.push(`${what}: expected ${String(expected)}, found ${String(found)}`);
    };
    if (fields.decision !== undefined) expect('decision', fields.decision, gate.decision);
    const rules = fields.rules === undefined ? {} : this.#record(fields.rules, [...path, 'rules']);
    if (fields.decision === undefined && Object.keys(rules).length === 0) {
      this.#refuse(path, 'a case needs a decision or rules');
    }
    const statuses = new Map(admission.results.map(({ rule_id, status }) => [rule_id, status]));
    for (const [rule, expected] of Object.entries(rules)) {
      if (!statuses.has(rule)) this.#refuse([...path, 'rules', rule], `there is no rule ${rule}`);
      expect(rule, expected, statuses.get(rule));
    }
    return { name, problems };
  }

  #day(fields: Fields): number | undefined {
    if (fields.as_of === undefined) return undefined;
    try {
      return dayArgument(this.#text(fields, 'as_of', []));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return this.#refuse(['as_of'], 'as_of must be a date such as 2027-01-31');
    }
  }

  /** A path that the file names, from the working directory. */
  #beside(path: string): string {
    return join(dirname(this.#source.file), path);
  }

  #record(value: unknown, path: Path, known?: readonly string[]): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.#refuse(path, `${path.at(-1) ?? 'a file of tests'} must be a record`);
    }
    for (const key of known ? Object.keys(value) : []) {
      if (!known!.includes(key))
        this.#refuse([...path, key], `there is no field ${key}; there are ${known!.join(', ')}`);
    }
    return value as Fields;
  }

  #text(fields: Fields, key: string, path: Path): string {
    const value = fields[key];
    return typeof value === 'string' && value !== '' ? value : this.#refuse([...path, key], `${key} must be text`);
  }

  #refuse(path: Path, message: string): never {
    const issue = this.#source.issue('E_RULESET', message, this.#source.placeAt(path));
    throw new SpeccadeError(issue.code, issue.message, [issue]);
  }
}
