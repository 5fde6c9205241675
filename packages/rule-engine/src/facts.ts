/** What rules are about: a frozen tree of integers, booleans, strings, lists and records. */

import { RuleError } from './error.ts';
import { toInt } from './int.ts';
import { isIdentifier, MAX_LIST_LENGTH, MAX_STRING_LENGTH } from './language/ast.ts';
import type { FactSchema } from './schema.ts';
import { emptyRec, kindOf, type Rec, type Value } from './value.ts';

declare const made: unique symbol;
/** A record that `makeFacts` built; nothing else is taken for facts. */
export type Facts = Rec & { readonly [made]: true };

export const MAX_FACT_LEAVES = 65_536;
export const MAX_FACT_DEPTH = 16;

/**
 * Facts from plain data.
 *
 * @param value an object of safe integers, 64-bit bigints, booleans, well-formed strings (4,096 UTF-16 units), lists
 * (4,096 elements of one type) and plain objects; 65,536 leaves, 16 levels. Keys are names. Data is copied.
 * @param schema what the facts must fit: types, required fields, no others, `max` of strings and lists.
 * @throws RuleError E_TYPE with the path of what cannot be a fact, E_UNKNOWN_FACT for a field outside the schema,
 * E_ABSENT for a required one that is missing.
 */
export function makeFacts(value: unknown, schema?: FactSchema): Facts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unfit('facts', 'must be a record');
  return new Builder().build(value, schema, 'facts', 1) as Facts;
}

/** Refuses, for callers without types, what `makeFacts` did not build. @throws TypeError */
export function assertFacts(facts: Facts): void {
  if (typeof facts !== 'object' || Object.getPrototypeOf(facts) !== null) {
    throw new TypeError('facts must come from makeFacts');
  }
}

class Builder {
  #leaves = 0;
  readonly #open: object[] = [];

  build(value: unknown, schema: FactSchema | undefined, path: string, depth: number): Value {
    const found = typeof value === 'object' ? this.#branch(value, schema, path, depth) : this.#leaf(value, path);
    if (schema !== undefined) fit(found, schema, path);
    return found;
  }

  #leaf(value: unknown, path: string): Value {
    this.#count(path);
    switch (typeof value) {
      case 'number':
        if (!Number.isSafeInteger(value)) throw unfit(path, 'must be an integer up to 2^53 - 1, or a bigint');
        return value + 0;
      case 'bigint':
        if (BigInt.asIntN(64, value) !== value) throw unfit(path, 'must be a 64-bit integer');
        return toInt(value);
      case 'boolean':
        return value;
      case 'string':
        if (value.length > MAX_STRING_LENGTH) throw unfit(path, `has more than ${MAX_STRING_LENGTH} characters`);
        if (!value.isWellFormed()) throw unfit(path, 'has a surrogate that stands alone');
        return value;
      default:
        throw unfit(path, `must not be ${typeof value}`);
    }
  }

  #branch(value: object | null, schema: FactSchema | undefined, path: string, depth: number): Value {
    if (value === null) throw unfit(path, 'must not be null');
    if (depth > MAX_FACT_DEPTH) throw unfit(path, `is more than ${MAX_FACT_DEPTH} levels deep`);
    if (this.#open.includes(value)) throw unfit(path, 'contains itself');
    this.#open.push(value);
    const built = Array.isArray(value)
      ? this.#list(value, schema, path, depth)
      : this.#record(value, schema, path, depth);
    this.#open.pop();
    return Object.freeze(built);
  }

  #list(value: readonly unknown[], schema: FactSchema | undefined, path: string, depth: number): Value {
    if (value.length > MAX_LIST_LENGTH) throw unfit(path, `has more than ${MAX_LIST_LENGTH} elements`);
    this.#count(path);
    const of = schema?.type === 'list' ? schema.of : undefined;
    const list: Value[] = [];
    for (let i = 0; i < value.length; i++) {
      list.push(this.build(dataProperty(value, String(i), path), of, `${path}[${i}]`, depth + 1));
      if (kindOf(list[i]!) !== kindOf(list[0]!)) throw unfit(path, 'has elements of different types');
    }
    return list;
  }

  #record(value: object, schema: FactSchema | undefined, path: string, depth: number): Value {
    const prototype = Object.getPrototypeOf(value);
    // The prototype of a plain object of another realm is not ours, but has none itself.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw unfit(path, 'must be a plain object');
    if (Object.getOwnPropertySymbols(value).length > 0) throw unfit(path, 'must not have symbols as keys');
    this.#count(path);
    const fields = schema?.type === 'rec' ? schema.fields : undefined;
    const record = emptyRec();
    for (const key of Object.getOwnPropertyNames(value)) {
      if (!isIdentifier(key)) throw unfit(path, 'must have names as keys');
      const field = fields && Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (fields && !field) throw new RuleError('E_UNKNOWN_FACT', `${path}.${key} is not in the schema`);
      record[key] = this.build(dataProperty(value, key, path), field, `${path}.${key}`, depth + 1);
    }
    return record;
  }

  #count(path: string): void {
    if (++this.#leaves > MAX_FACT_LEAVES) throw unfit(path, `is beyond ${MAX_FACT_LEAVES} values`);
  }
}

/** The value of an own property, without running an accessor. */
function dataProperty(object: object, key: string, path: string): unknown {
  const property = Object.getOwnPropertyDescriptor(object, key);
  if (!property || !('value' in property)) throw unfit(`${path}.${key}`, 'must be data, not an accessor or a gap');
  return property.value;
}

/** Holds a built value against its schema; children have been held against theirs. */
function fit(value: Value, schema: FactSchema, path: string): void {
  const kind = kindOf(value);
  if (kind !== schema.type) throw unfit(path, `must be of type ${schema.type}`);
  if (schema.type === 'str' || schema.type === 'list') {
    const { max } = schema;
    if (max !== undefined && (value as string | readonly Value[]).length > max)
      throw unfit(path, `is longer than ${max}`);
  }
  if (schema.type === 'rec') {
    for (const [name, field] of Object.entries(schema.fields)) {
      if (!field.optional && !Object.hasOwn(value as Rec, name)) {
        throw new RuleError('E_ABSENT', `${path}.${name} is required`);
      }
    }
  }
}

function unfit(path: string, what: string): RuleError {
  return new RuleError('E_TYPE', `${path} ${what}`);
}
