/** From zod's issues to ours: exact path, expected and found, a suggestion, a code chosen by the caller. */
import { type $ZodIssue, type $ZodRawIssue, type $ZodType, safeParse } from 'zod/v4/core';
import { describe, formatPath, type Issue, type PathStep } from './issue.ts';
import { didYouMean } from './suggest.ts';

/** At most this many unknown keys of one object are named one by one. */
const MAX_UNKNOWN_KEYS = 50;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly ParseIssue[] };

export interface ParseIssue {
  readonly issue: Issue;
  readonly steps: readonly PathStep[];
  /** Whether the only thing wrong is a member that nobody knows. */
  readonly unknownKey: boolean;
}

/**
 * Parses `value` against `schema`. Paths of issues start with `base`; `codeFor` names the code of a finding by its
 * path relative to `value`.
 */
export function parseWith<T>(
  schema: $ZodType<T>,
  value: unknown,
  base: readonly PathStep[],
  codeFor: (path: readonly PathStep[]) => string,
): Parsed<T> {
  // zod drops the schema of an issue when it finishes it; the known keys of an object are read off before that and
  // come back under the issue's message.
  const knownKeys: string[][] = [];
  const error = (raw: $ZodRawIssue): string => {
    if (raw.code !== 'unrecognized_keys') return '';
    const shape = (raw.inst as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def?.shape;
    knownKeys.push(shape ? Object.keys(shape) : []);
    return String(knownKeys.length - 1);
  };
  const result = safeParse(schema, value, { error });
  if (result.success) return { ok: true, value: result.data };
  const issues: ParseIssue[] = [];
  for (const found of tightest(result.error.issues)) {
    for (const { path, ...rest } of explain(found, value, knownKeys, base)) {
      const steps = [...base, ...path];
      const unknownKey = found.code === 'unrecognized_keys' && steps.length > base.length + found.path.length;
      issues.push({
        steps,
        unknownKey,
        issue: { severity: 'error', code: codeFor(path), path: formatPath(steps), ...rest },
      });
    }
  }
  return { ok: false, issues };
}

/** Of several bounds that one number breaks, the tightest says it all. */
function tightest(issues: readonly $ZodIssue[]): readonly $ZodIssue[] {
  const boundOf = (issue: $ZodIssue): number | undefined =>
    issue.code === 'too_big' ? Number(issue.maximum) : issue.code === 'too_small' ? -Number(issue.minimum) : undefined;
  return issues.filter((issue) => {
    const bound = boundOf(issue);
    if (bound === undefined) return true;
    const place = formatPath(issue.path as PathStep[]);
    return !issues.some(
      (other) =>
        other.code === issue.code &&
        (boundOf(other) as number) < bound &&
        formatPath(other.path as PathStep[]) === place,
    );
  });
}

interface Explained {
  readonly path: PathStep[];
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly suggestion?: string;
}

function explain(
  issue: $ZodIssue,
  root: unknown,
  knownKeys: readonly string[][],
  base: readonly PathStep[],
): Explained[] {
  const path = issue.path as PathStep[];
  const value = valueAt(root, path);
  const found = describe(value);
  const last = [...base, ...path].slice(-1);
  const name = last.length === 0 ? 'the document' : formatPath(last).replace(/^\[(\d+)\]$/, 'item $1');
  const wrong = (expected: string, suggestion?: string): Explained[] => [
    value === undefined
      ? { path, message: `${name} is missing`, expected, found }
      : { path, message: `${name} must be ${expected}`, expected, found, ...(suggestion && { suggestion }) },
  ];
  switch (issue.code) {
    case 'invalid_type':
      return wrong(TYPE_WORDS[issue.expected] ?? issue.expected);
    case 'invalid_value':
      return wrong(
        oneOf(issue.values),
        typeof value === 'string' ? didYouMean(value, issue.values.map(String)) : undefined,
      );
    case 'too_small':
      return wrong(sizeWords(issue.origin, issue.inclusive ? 'at least' : 'more than', issue.minimum));
    case 'too_big':
      return wrong(sizeWords(issue.origin, issue.inclusive ? 'at most' : 'less than', issue.maximum));
    case 'invalid_format':
      return wrong(
        issue.pattern === undefined ? `text in the form ${issue.format}` : `text that matches ${issue.pattern}`,
      );
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, knownKeys[Number(issue.message)] ?? [], path);
    case 'invalid_union':
      return explainUnion(issue, root, wrong);
    default:
      return wrong('valid');
  }
}

function explainUnion(
  issue: Extract<$ZodIssue, { code: 'invalid_union' }>,
  root: unknown,
  wrong: (expected: string, suggestion?: string) => Explained[],
): Explained[] {
  const options = (issue as { options?: readonly unknown[] }).options;
  if (options) {
    const value = valueAt(root, issue.path as PathStep[]);
    return wrong(oneOf(options), typeof value === 'string' ? didYouMean(value, options.map(String)) : undefined);
  }
  const words = issue.errors.flatMap((branch) =>
    branch.map((inner) => (inner.code === 'invalid_type' ? (TYPE_WORDS[inner.expected] ?? inner.expected) : '')),
  );
  const expected = [...new Set(words.filter(Boolean))].join(' or ');
  return wrong(expected || 'one of the accepted forms');
}

function unknownKeys(keys: readonly string[], known: readonly string[], path: PathStep[]): Explained[] {
  const found = keys.slice(0, MAX_UNKNOWN_KEYS).map((key) => {
    const suggestion = didYouMean(key, known);
    return {
      path: [...path, key],
      message: `unknown field ${JSON.stringify(key)}`,
      ...(known.length > 0 && { expected: oneOf(known) }),
      found: JSON.stringify(key),
      ...(suggestion && { suggestion }),
    };
  });
  const rest = keys.length - found.length;
  return rest > 0 ? [...found, { path, message: `${rest} more unknown fields` }] : found;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  int: 'an integer',
  number: 'a number',
  string: 'a string',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  record: 'an object',
  nonoptional: 'given',
};

function oneOf(values: readonly unknown[]): string {
  const words = values.map((value) => JSON.stringify(value));
  return words.length === 1 ? words[0]! : `one of ${words.join(', ')}`;
}

function sizeWords(origin: string, relation: string, bound: number | bigint): string {
  if (origin === 'array') return `${relation} ${bound} items`;
  if (origin === 'string') return `${relation} ${bound} characters`;
  return `${relation} ${bound}`;
}

function valueAt(root: unknown, path: readonly PathStep[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PathStep, unknown>)[step];
  }
  return value;
}
