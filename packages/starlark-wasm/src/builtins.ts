import type { DecodeOptions } from './wire/decode.ts';
import type { StarlarkHandle, StarlarkInput, StarlarkValue } from './wire/value.ts';

/**
 * What a parameter takes, and what the handler gets:
 *
 * | type | takes | the handler gets |
 * |---|---|---|
 * | `int` | an int | a number, or a bigint from 2^53 |
 * | `int32`, `int64` | an int of that size | the same |
 * | `num` | an int or a float | a number |
 * | `float` | a float | a number |
 * | `str`, `bool` | that | that |
 * | `any` | anything | None, bools, ints, floats and strings themselves (whole floats as `StarlarkFloat`), else a handle |
 * | `value` | what can be written as JSON | a copy of all of it |
 */
export type ItemType = 'int' | 'int32' | 'int64' | 'num' | 'float' | 'str' | 'bool' | 'any' | 'value';
type Plain = ItemType | `list<${ItemType}>` | `dict<${ItemType}>`;

/** An item type, a list or a dict (with string keys) of items, and with `?` at the end None as well. */
export type ParameterType = Plain | `${Plain}?`;

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  /** Optional parameters without an argument are missing in what the handler gets. */
  readonly required?: boolean;
  /** Cannot be given by position; nor can those behind it. */
  readonly keywordOnly?: boolean;
}

/** Bound arguments by name. */
export type Arguments = { readonly [name: string]: StarlarkValue };

/** The running call, for handlers. */
export interface Call {
  readonly name: string;
  /** A copy of what a handle stands for. Throws `TypeError` where it cannot be written as JSON. */
  read(handle: StarlarkHandle, options?: DecodeOptions): StarlarkValue;
}

/** A function of the host for scripts. */
export interface Builtin {
  readonly name: string;
  /** All parameters must be named in calls. */
  readonly keywordOnly?: boolean;
  readonly params: readonly Parameter[];
  /** Runs at once: it cannot wait. Refuses by a {@link HostError}, returned or thrown. */
  readonly handler: (args: Arguments, call: Call) => StarlarkInput | HostError;
}

/** A refusal of a builtin. The script ends with code `host` at the place of the call. */
export class HostError extends Error {
  readonly code: string;
  readonly param: string;

  /** @param param Name of the parameter at fault, if there is one. */
  constructor(code: string, message: string, param = '') {
    super(message);
    this.name = 'HostError';
    this.code = code;
    this.param = param;
  }
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const TYPE =
  /^(?:(?:list|dict)<(?:int|int32|int64|num|float|str|bool|any|value)>|int|int32|int64|num|float|str|bool|any|value)\??$/;

/** Throws `TypeError` for a table of builtins that cannot work. */
export function checkBuiltins(builtins: readonly Builtin[]): void {
  const seen = new Set<string>();
  for (const { name, params, handler } of builtins) {
    if (!NAME.test(name)) throw new TypeError(`builtin ${JSON.stringify(name)}: not a name`);
    if (seen.has(name)) throw new TypeError(`builtin ${name}: defined twice`);
    seen.add(name);
    if (typeof handler !== 'function') throw new TypeError(`builtin ${name}: handler is no function`);
    const parameters = new Set<string>();
    for (const param of params) {
      if (!NAME.test(param.name)) throw new TypeError(`builtin ${name}: ${JSON.stringify(param.name)} is not a name`);
      if (parameters.has(param.name)) throw new TypeError(`builtin ${name}: parameter ${param.name} is there twice`);
      if (!TYPE.test(param.type)) throw new TypeError(`builtin ${name}: unknown type ${param.type} of ${param.name}`);
      parameters.add(param.name);
    }
  }
}
