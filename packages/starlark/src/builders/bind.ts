/** Arguments from JavaScript: what the engine's binding does for scripts. All of it happens before the first check. */
import { StarlarkHandle, type StarlarkValue } from '@speccade/starlark-wasm';
import type { LibraryFunction, ParamType } from '../library/define.ts';
import { BuilderError } from './error.ts';
import type { Json } from './json.ts';

/** Lists and dicts inside each other that an argument may have: as many as the engine takes from builtins. */
const MAX_DEPTH = 200;

/** Lists and dicts that came by `any`, as the functions of the library know them. */
export class Handles {
  readonly #values: Json[] = [];

  make(value: Json): StarlarkValue {
    if (typeof value === 'number') return integer(value);
    if (typeof value !== 'object' || value === null) return value;
    this.#values.push(value);
    return new StarlarkHandle(this.#values.length - 1, Array.isArray(value) ? 'list' : 'dict', this);
  }

  read(handle: StarlarkHandle): Json {
    return this.#values[handle.id]!;
  }
}

/** Whole numbers are ints, as where JavaScript writes them into a script. */
const integer = (value: number): number | bigint =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value;

/** The arguments by name, from either form of a call. */
export function named(fn: LibraryFunction, given: readonly unknown[]): Readonly<Record<string, unknown>> {
  const refuse = (text: string, param = ''): never => {
    throw new BuilderError('S102', `${fn.name}(): ${text}`, fn.name, param);
  };
  if (given.length === 0) return {};
  if (given.length === 1 && isPlainObject(given[0])) {
    for (const key of Object.keys(given[0])) {
      if (!fn.params.some(({ name }) => name === key)) refuse(`there is no parameter '${key}'`, key);
    }
    return given[0];
  }
  if (!takesPositions(fn)) return refuse('takes one object with its parameters');
  if (given.length > fn.params.length) {
    return refuse(`got ${given.length} positional arguments, want at most ${fn.params.length}`);
  }
  return Object.fromEntries(given.map((value, i) => [fn.params[i]!.name, value]));
}

/** Where the first parameter may itself be an object, one object as the only argument would have two readings. */
export const takesPositions = ({ keywordOnly, params }: LibraryFunction): boolean =>
  !keywordOnly && params.length > 0 && !params[0]!.type.startsWith('any');

/** Checks the types of arguments and gives them the form in which the engine gives them to the library. */
export function bind(
  fn: LibraryFunction,
  args: Readonly<Record<string, unknown>>,
  handles: Handles,
): Record<string, StarlarkValue> {
  const bound: [string, StarlarkValue][] = [];
  for (const { name, required } of fn.params) {
    if (required && own(args, name) === undefined) {
      throw new BuilderError('S101', `${fn.name}(): '${name}' is missing`, fn.name, name);
    }
  }
  for (const { name, type } of fn.params) {
    const value = own(args, name);
    if (value === undefined) continue;
    const result = convert(type, value, handles);
    if (result instanceof Refused) {
      const text = `${fn.name}(): '${name}' expected ${result.expected}, got ${result.got}`;
      throw new BuilderError('S102', text, fn.name, name);
    }
    bound.push([name, result]);
  }
  return Object.fromEntries(bound);
}

const own = (args: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(args, name) ? args[name] : undefined;

class Refused {
  readonly expected: string;
  readonly got: string;

  constructor(expected: string, value: unknown) {
    this.expected = expected;
    this.got = called(value);
  }
}

function convert(type: ParamType, value: unknown, handles: Handles): StarlarkValue | Refused {
  if (type.startsWith('list<')) {
    if (!Array.isArray(value)) return new Refused('a list', value);
    const items: StarlarkValue[] = [];
    for (const item of value) {
      const result = convert(type.slice(5, -1) as ParamType, item, handles);
      if (result instanceof Refused) return new Refused(`a list of ${result.expected}`, item);
      items.push(result);
    }
    return items;
  }
  const refused = (expected: string) => new Refused(expected, value);
  switch (type) {
    case 'num':
      return typeof value === 'number' && Number.isFinite(value) ? integer(value) : refused('a finite number');
    case 'int':
      return isIntBelow(value, 0x8000_0000) ? value : refused('an int of 32 bits');
    case 'int64':
      return isIntBelow(value, 0x8000_0000_0000_0000) ? integer(value) : refused('an int of 64 bits');
    case 'str':
      return typeof value === 'string' ? value : refused('a string');
    case 'bool':
      return typeof value === 'boolean' ? value : refused('a boolean');
    default: {
      const copy = copied(value, MAX_DEPTH);
      return copy === undefined ? refused('a value of JSON') : handles.make(copy);
    }
  }
}

const isIntBelow = (value: unknown, bound: number): value is number =>
  Number.isInteger(value) && (value as number) >= -bound && (value as number) < bound;

/** A copy of a value of JSON; `undefined` for what is none. */
function copied(value: unknown, depth: number): Json | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value) {
      const copy = copied(item, depth - 1);
      if (copy === undefined) return undefined;
      items.push(copy);
    }
    return items;
  }
  if (!isPlainObject(value)) return undefined;
  const entries: [string, Json][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const copy = copied(item, depth - 1);
    if (copy === undefined) return undefined;
    entries.push([key, copy]);
  }
  return Object.fromEntries(entries);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of other realms have an Object.prototype of their own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function called(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return typeof value;
}
