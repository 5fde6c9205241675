/** Errors of the engine as issues. */
import { formatPath, type Issue, type IssueTrace } from '@speccade/spec';
import type { ErrorCode, LimitName, StarlarkError } from '@speccade/starlark-wasm';
import { LIBRARY } from './library/index.ts';
import { suggest } from './library/suggest.ts';

const CODES: Readonly<Record<Exclude<ErrorCode, 'limit'>, string>> = {
  syntax: 'S001',
  resolve: 'S001',
  load: 'S001',
  undefined: 'S002',
  eval: 'S002',
  fail: 'S002',
  bind: 'S002',
  host: 'S002',
  internal: 'S002',
  value: 'S005',
};

const LIMIT_CODES: Readonly<Record<LimitName, string>> = {
  source: 'S001',
  nesting: 'S001',
  expression: 'S001',
  steps: 'S003',
  time: 'S003',
  depth: 'S002',
  memory: 'S002',
  stack: 'S002',
  valueDepth: 'S005',
  output: 'S005',
};

const PREFIXES: Readonly<Record<string, string>> = {
  S001: 'syntax error',
  S002: 'runtime error',
  S003: 'evaluation stopped',
  S005: 'cannot convert to JSON',
};

/** The source of a file of the evaluation, as far as it is known. */
type SourceOf = (file: string) => string | undefined;

/** All issues of an evaluation that failed. */
export function issuesOf(error: StarlarkError, filename: string, sourceOf: SourceOf): Issue[] {
  return [error, ...(error.more ?? [])].map((each) => issueOf(each, filename, sourceOf));
}

function issueOf(error: StarlarkError, filename: string, sourceOf: SourceOf): Issue {
  const { path = [], line, column, file = filename } = error;
  // A value that is no JSON at all is no dict either.
  const isResult = error.code === 'value' && path.length === 0 && !error.message.startsWith('dict keys');
  const code = isResult ? 'S004' : error.code === 'limit' ? LIMIT_CODES[error.limit ?? 'stack'] : CODES[error.code];
  const inner = error.code === 'host' && error.hostCode !== 'exception' ? error.hostCode : undefined;
  const text = [
    inner,
    error.callee !== undefined && error.code === 'bind' ? `${error.callee}()` : undefined,
    error.message,
  ]
    .filter((part) => part !== undefined)
    .join(': ');
  const names = LIBRARY.map(({ name }) => name);
  const near = error.code === 'undefined' && error.name !== undefined ? suggest(error.name, names) : undefined;
  const trace = traceOf(error, sourceOf(file), inner);
  return {
    code,
    severity: 'error',
    path: formatPath(path),
    message: isResult ? `spec must return a dict: ${text}` : `${PREFIXES[code]}: ${text}`,
    file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(near !== undefined && { suggestion: `did you mean ${JSON.stringify(near)}?` }),
    ...(Object.keys(trace).length > 0 && { trace }),
  };
}

function traceOf(
  { file, line, callee, param, stack }: StarlarkError,
  source: string | undefined,
  inner: string | undefined,
): IssueTrace {
  const sourceLine = line === undefined ? undefined : source?.split(/\r\n|\n/)[line - 1];
  return {
    ...(inner !== undefined && { innerCode: inner }),
    ...(callee !== undefined && { function: callee }),
    ...(param !== undefined && param !== '' && { param }),
    ...(stack.length > 0 && {
      calls: stack.map((call) => ({
        name: call.name,
        line: call.line,
        column: call.column,
        ...(call.file !== file && { file: call.file }),
      })),
    }),
    ...(sourceLine !== undefined && { sourceLine }),
  };
}
