/**
 * What ended an evaluation:
 *
 * | code | meaning |
 * |---|---|
 * | `syntax` | the source is no Starlark, or uses what is switched off in the grammar |
 * | `undefined` | a name that nothing defines |
 * | `resolve` | another error found before anything runs: `return` outside of a function |
 * | `eval` | an error while running |
 * | `fail` | the script called `fail()` |
 * | `bind` | a builtin of the host was called with arguments that its signature does not allow |
 * | `host` | a builtin of the host answered with an error, or threw |
 * | `load` | a module could not be had |
 * | `value` | the result cannot be written as JSON: NaN, a function, a dict with keys that are no strings |
 * | `limit` | a limit was reached |
 * | `internal` | a defect of the engine |
 */
export type ErrorCode =
  | 'syntax'
  | 'undefined'
  | 'resolve'
  | 'eval'
  | 'fail'
  | 'bind'
  | 'host'
  | 'load'
  | 'value'
  | 'limit'
  | 'internal';

/** Which limit was reached. `memory` and `stack` are those of WebAssembly and have no position. */
export type LimitName =
  | 'source'
  | 'nesting'
  | 'expression'
  | 'steps'
  | 'depth'
  | 'time'
  | 'valueDepth'
  | 'output'
  | 'memory'
  | 'stack';

/** A place in a source. */
export interface Position {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. A call lies where its expression starts. */
  readonly column: number;
}

export interface StackFrame extends Position {
  /** Name of the function; `<toplevel>` for the file itself. */
  readonly name: string;
}

/** An error of an evaluation, as data. */
export interface StarlarkError extends Partial<Position> {
  readonly code: ErrorCode;
  /** Without position. */
  readonly message: string;
  /** Calls that were running, outermost first. Empty for what is found before running. */
  readonly stack: readonly StackFrame[];
  /** With code `limit`. */
  readonly limit?: LimitName;
  /** With code `undefined`: the name. */
  readonly name?: string;
  /** The builtin that refused, where it was one. */
  readonly callee?: string;
  /** With codes `bind` and `host`: the parameter. */
  readonly param?: string;
  /** With code `bind`. */
  readonly problem?: 'excess' | 'unknown' | 'duplicate' | 'missing' | 'type';
  /** With code `host`: the code that the builtin gave; `exception` where it threw something else than a HostError. */
  readonly hostCode?: string;
  /** With code `value`: keys and indices that lead to the value. */
  readonly path?: readonly (string | number)[];
  /** Further errors of the same file, with codes `undefined` and `resolve`. */
  readonly more?: readonly StarlarkError[];
  /** With host code `exception`, in process: what was thrown. */
  readonly cause?: unknown;
}

/** One line: `file:line:column: message`. */
export function formatError({ file, line, column, message, callee, code }: StarlarkError): string {
  const named = callee !== undefined && (code === 'bind' || code === 'host') ? `${callee}: ${message}` : message;
  return file === undefined ? named : `${file}:${line}:${column}: ${named}`;
}
