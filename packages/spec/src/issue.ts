/** Findings about a document, as data. Prose is made here only for `message`; where it is shown is the caller's matter. */

export type Severity = 'error' | 'warning';

/** One step into a JSON value: an object key or an array index. */
export type PathStep = string | number;

/**
 * One finding. `path` is a JSON path such as `recipe.params.layers[2].pan`, empty for the whole document; `line` and
 * `column` (1-based, in UTF-16 units) are there when the source text was at hand.
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  /** What would have been accepted, in words or as a value. */
  readonly expected?: string;
  /** What stood there instead. */
  readonly found?: string;
  readonly suggestion?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** For findings of scripts. */
  readonly trace?: IssueTrace;
}

const PLAIN_KEY = /^[A-Za-z_$][A-Za-z0-9_$-]*$/;

/** Where in a program a finding came up. */
export interface IssueTrace {
  /** The code of the function that refused its arguments. */
  readonly innerCode?: string;
  readonly function?: string;
  readonly param?: string;
  /** Calls that were running, outermost first. */
  readonly calls?: readonly {
    readonly name: string;
    readonly line: number;
    readonly column: number;
    /** Where that is another file than the finding's. */
    readonly file?: string;
  }[];
  /** The line of the source that the finding points into. */
  readonly sourceLine?: string;
}

/** `['layers', 2, 'pan']` → `layers[2].pan`; keys that are not plain words are quoted: `["a b"].c`. */
export function formatPath(path: readonly PathStep[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (PLAIN_KEY.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** The inverse of {@link formatPath}. Throws `RangeError` for text that it could not have made. */
export function parsePath(text: string): PathStep[] {
  const steps: PathStep[] = [];
  const token = /\.?([A-Za-z_$][A-Za-z0-9_$-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new RangeError(`not a JSON path: ${JSON.stringify(text)} at ${at}`);
    if (match[1] !== undefined) steps.push(match[1]);
    else if (match[2] !== undefined) steps.push(Number(match[2]));
    else steps.push(JSON.parse(match[3] as string) as string);
  }
  return steps;
}

/** Short text for a found value: `"sine"`, `-3`, `array of 4`, `object`, `nothing`. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `array of ${value.length}`;
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value;
}

/** Base of every error this project throws on purpose; a plain `Error` is a bug. */
export class SpeccadeError extends Error {
  readonly code: string;
  readonly issues: readonly Issue[];
  constructor(code: string, message: string, issues: readonly Issue[] = []) {
    super(message);
    this.name = 'SpeccadeError';
    this.code = code;
    this.issues = issues;
  }
}
