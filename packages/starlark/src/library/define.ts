/**
 * How functions of the library are written: parameters with their checks as data, and what is built from them. Arguments
 * are bound by the engine, checked here in a fixed order, and given to `build` in the form in which they are emitted:
 * numbers of type `num` as {@link StarlarkFloat}, so that `440` comes out as `440.0`.
 */
import {
  type Arguments,
  type Builtin,
  type Call,
  HostError,
  type ParameterType,
  StarlarkFloat,
  StarlarkHandle,
  type StarlarkInput,
  type StarlarkValue,
} from '@speccade/starlark-wasm';
import type { Check, InnerCode } from './checks.ts';

/**
 * Types of parameters. `num` takes ints and floats and emits floats, `num?` None as well; `str~` and `int~` take None or
 * that type; `any` and `any?` pass on what they get, where None leaves the key out for the latter.
 */
export type ParamType =
  | 'num'
  | 'int'
  | 'int64'
  | 'str'
  | 'bool'
  | 'any'
  | 'list<num>'
  | 'list<int>'
  | 'list<str>'
  | 'list<any>'
  | 'num?'
  | 'any?'
  | 'str~'
  | 'int~';

/** A parameter; `T` is what `build` gets for it. Made by the functions below. */
export interface Param<T = unknown> {
  readonly type: ParamType;
  readonly required: boolean;
  /** As scripts would write it; `null` is None. */
  readonly default?: string | number | boolean | null | readonly never[];
  readonly check?: Check;
  /** Only for the type. */
  readonly emits?: T;
}

type Emitted<P> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

/** The running call, for `build`. */
export interface Context {
  /** Ends the script: `refuse('S102', 'harmonics', "'harmonics' must be a list")`. */
  refuse(code: InnerCode, param: string, text: string): never;
  /** A copy of a list or dict that came as a handle; S102 of `param` where it has values that JSON does not know. */
  read(value: StarlarkValue, param: string): StarlarkValue;
}

export type Build<P> = (args: Emitted<P>, context: Context) => StarlarkInput;

/** A function of the library, with all that its documentation needs. */
export interface LibraryFunction {
  readonly name: string;
  readonly category: string;
  readonly description: string;
  readonly keywordOnly: boolean;
  /** In the order of positions. */
  readonly params: readonly (Param & { readonly name: string })[];
  /** The type of what it returns. */
  readonly returns: 'dict' | 'list' | 'string' | 'float' | 'int';
  readonly example?: string;
  /** The function for the engine. */
  readonly builtin: Builtin;
}

export interface Definition<P extends Record<string, Param>> {
  readonly name: string;
  readonly category: string;
  readonly description: string;
  readonly keywordOnly?: boolean;
  readonly params: P;
  /** The order of the checks, where it is not that of the parameters; parameters left out follow in their order. */
  readonly order?: readonly (keyof P & string)[];
  readonly returns?: LibraryFunction['returns'];
  readonly example?: string;
  readonly build: Build<P>;
}

export const num = (check?: Check, fallback?: number): Param<StarlarkFloat> => param('num', check, fallback);
export const int = (check?: Check, fallback?: number): Param<number> => param('int', check, fallback);
export const int64 = (check?: Check, fallback?: number): Param<number | bigint> => param('int64', check, fallback);
export const str = (check?: Check, fallback?: string): Param<string> => param('str', check, fallback);
export const bool = (fallback?: boolean): Param<boolean> => param('bool', undefined, fallback);
/** Anything, None included. */
export const any = (check?: Check): Param<StarlarkValue> => param('any', check);
/** A list. `fallback` can only be empty. */
export const nums = (check?: Check, fallback?: readonly never[]): Param<StarlarkFloat[]> =>
  param('list<num>', check, fallback);
export const ints = (check?: Check, fallback?: readonly never[]): Param<number[]> =>
  param('list<int>', check, fallback);
export const strs = (check?: Check, fallback?: readonly never[]): Param<string[]> =>
  param('list<str>', check, fallback);
export const anys = (check?: Check, fallback?: readonly never[]): Param<StarlarkValue[]> =>
  param('list<any>', check, fallback);

/** These may be None, which is their default: `build` then gets `undefined`, which leaves its key out. */
export const optional = {
  num: (check?: Check): Param<StarlarkFloat | undefined> => param('num?', check, null),
  any: (check?: Check): Param<Exclude<StarlarkValue, null> | undefined> => param('any?', check, null),
  str: (check?: Check): Param<string | undefined> => param('str~', check, null),
  int: (check?: Check): Param<number | undefined> => param('int~', check, null),
};

function param<T>(type: ParamType, check?: Check, fallback?: Param['default']): Param<T> {
  return {
    type,
    required: fallback === undefined,
    ...(check && { check }),
    ...(fallback !== undefined && { default: fallback }),
  };
}

/** A float for what `build` returns: `float(2)` is `2.0`. */
export const float = (value: number): StarlarkFloat => new StarlarkFloat(value);

/** A `build` that emits the arguments as they are, with a `type`. */
export const tagged =
  (type: string) =>
  (args: object): StarlarkInput => ({ type, ...(args as { readonly [key: string]: StarlarkInput }) });

/** A `build` that emits the arguments as they are. */
export const plainly = (args: object): StarlarkInput => args as { readonly [key: string]: StarlarkInput };

/** Makes a function of the library. */
export function define<P extends Record<string, Param>>(definition: Definition<P>): LibraryFunction {
  const { name, category, description, keywordOnly = false, returns = 'dict', example, build } = definition;
  const params = Object.entries(definition.params).map(([key, value]) => ({ ...value, name: key }));
  const first: readonly string[] = definition.order ?? [];
  const ordered = [
    ...first.map((key) => params.find((each) => each.name === key)!),
    ...params.filter((each) => !first.includes(each.name)),
  ];
  const refuse = (code: InnerCode, at: string, text: string): never => {
    throw new HostError(code, `${name}(): ${text}`, at);
  };
  const handler = (given: Arguments, call: Call): StarlarkInput => {
    // In the order of the signature, whatever the order of the checks.
    const emitted: Record<string, unknown> = Object.fromEntries(params.map((each) => [each.name, undefined]));
    for (const each of ordered) {
      const { type, check } = each;
      const value = emit(type, given[each.name] === undefined ? (each.default ?? null) : given[each.name]!);
      if (value instanceof Mismatch)
        return refuse('S102', each.name, `'${each.name}' expected ${value.expected}, got ${value.got}`);
      const refusal = check && value !== undefined ? check.refuse(value, each.name, emitted) : undefined;
      if (refusal) return refuse(refusal.code, each.name, refusal.text);
      emitted[each.name] = value;
    }
    const read = (value: StarlarkValue, at: string) => readHandle(value, at, call, refuse);
    return build(emitted as Emitted<P>, { refuse, read });
  };
  return {
    name,
    category,
    description,
    keywordOnly,
    params,
    returns,
    ...(example !== undefined && { example }),
    builtin: {
      name,
      keywordOnly,
      params: params.map((each) => ({ name: each.name, type: bound(each.type), required: each.required })),
      handler,
    },
  };
}

/** What the engine binds; the rest of the check gives an error of its own, with a code. */
function bound(type: ParamType): ParameterType {
  if (type === 'int') return 'int32';
  if (type === 'list<int>') return 'list<int32>';
  return type.endsWith('?') || type.endsWith('~') ? 'any' : (type as ParameterType);
}

class Mismatch {
  readonly expected: string;
  readonly got: string;

  constructor(expected: string, value: StarlarkValue) {
    this.expected = expected;
    this.got = typeName(value);
  }
}

function emit(type: ParamType, value: StarlarkValue | readonly never[]): unknown {
  if (type === 'num') return asFloat(value as StarlarkValue);
  if (type === 'list<num>') return (value as StarlarkValue[]).map(asFloat);
  const optional = type.endsWith('?') || type.endsWith('~');
  if (!optional) return value;
  if (value === null) return undefined;
  const given = value as StarlarkValue;
  if (type === 'num?') return isOptionalNumber(given) ? asFloat(given) : new Mismatch('float', given);
  if (type === 'str~') return typeof given === 'string' ? given : new Mismatch('string', given);
  if (type === 'int~') return isInt(given) ? given : new Mismatch('int', given);
  return given;
}

const asFloat = (value: StarlarkValue): StarlarkFloat =>
  value instanceof StarlarkFloat ? value : new StarlarkFloat(Number(value));

/** Whether a value that came by `any` is an int or a float. */
export const isNumber = (value: StarlarkValue | undefined): value is number | bigint | StarlarkFloat =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof StarlarkFloat;

/** A float, or an int of 32 bits: what takes numbers without the engine's binding has always refused larger ones. */
export const isOptionalNumber = (value: StarlarkValue | undefined): value is number | StarlarkFloat =>
  isNumber(value) && !(isInt(value) && (value < -0x80000000 || value > 0x7fffffff));

/** Whether a value that came by `any` is an int: whole floats come as {@link StarlarkFloat}. */
export const isInt = (value: StarlarkValue | undefined): value is number | bigint =>
  typeof value === 'bigint' || Number.isInteger(value);

/** The type of a value, as Starlark's `type()` says it. */
export function typeName(value: StarlarkValue): string {
  if (value === null) return 'NoneType';
  if (value instanceof StarlarkHandle) return value.type;
  if (value instanceof StarlarkFloat) return 'float';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number' || typeof value === 'bigint') return isInt(value) ? 'int' : 'float';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'string' ? 'string' : 'dict';
}

function readHandle(value: StarlarkValue, at: string, call: Call, refuse: Context['refuse']): StarlarkValue {
  if (!(value instanceof StarlarkHandle)) return value;
  try {
    return call.read(value, { wholeFloats: 'marked' });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse('S102', at, `'${at}' has a value that JSON does not know: ${error.message}`);
  }
}
