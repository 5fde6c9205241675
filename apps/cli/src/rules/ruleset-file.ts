/** Rulesets from files, with what is wrong at its place in the file. */
import { type AdmittedRuleset, admitRuleset, type ErrorData, type Finding } from '@speccade/rule-engine';
import { type Issue, SpeccadeError } from '@speccade/spec';
import { type Place, SourceFile } from './source-file.ts';

export interface RulesetFile {
  readonly source: SourceFile;
  readonly ruleset: AdmittedRuleset;
  readonly warnings: readonly Issue[];
}

/** Reads and admits a ruleset. Throws `SpeccadeError` with everything that is wrong with it. */
export function readRuleset(path: string, cwd: string, strict = false): RulesetFile {
  const source = new SourceFile(path, cwd);
  const { ruleset, findings } = admitRuleset(source.value, { strict });
  const issues = findings.map((finding) => issueOf(finding, source));
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (!ruleset) throw new SpeccadeError(errors[0]!.code, errors[0]!.message, issues);
  return { source, ruleset, warnings: issues };
}

/** A finding, or an error of an evaluation, as an issue with its place. */
export function issueOf(finding: Finding | (ErrorData & { readonly severity?: undefined }), source: SourceFile): Issue {
  const { code, message, rule, expr, start } = finding;
  const path = rule === undefined ? [] : [...pathOfRule(rule, source), ...(expr === undefined ? [] : partPath(expr))];
  const place: Place = source.placeAt(path, start) ?? {};
  return source.issue(code, rule === undefined ? message : `${rule}: ${message}`, {
    severity: finding.severity ?? 'error',
    path: textOf(path),
    ...place,
  });
}

function pathOfRule(id: string, { value }: SourceFile): (string | number)[] {
  const { rules } = value as { rules?: unknown };
  const index = Array.isArray(rules) ? rules.findIndex((rule) => (rule as { id?: unknown } | null)?.id === id) : -1;
  return index < 0 ? [] : ['rules', index];
}

/** `then[0]` is the value of that mutation. */
function partPath(part: string): (string | number)[] {
  const match = /^(then|otherwise)\[(\d+)\]$/.exec(part);
  return match ? [match[1]!, Number(match[2]), 'value'] : [part];
}

function textOf(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
