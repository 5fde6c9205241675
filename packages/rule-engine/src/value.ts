/**
 * Values of rules: 64-bit integers, booleans, strings, lists and records.
 *
 * An integer is a `number` up to 2^53 - 1 in magnitude and a `bigint` beyond, never both for one value and never -0.
 */

export type Int = number | bigint;
export type Value = Int | boolean | string | readonly Value[] | Rec;
/** A record. It has no prototype, so that `constructor` or `__proto__` is a field only where a fact has that name. */
export interface Rec {
  readonly [field: string]: Value;
}

export type Kind = 'int' | 'bool' | 'str' | 'list' | 'rec';

export function kindOf(value: Value): Kind {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'string':
      return 'str';
    default:
      return Array.isArray(value) ? 'list' : 'rec';
  }
}

export function isRec(value: Value): value is Rec {
  return typeof value === 'object' && !Array.isArray(value);
}

export function isInt(value: Value): value is Int {
  return typeof value === 'number' || typeof value === 'bigint';
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** An empty record to fill. Setting the prototype later keeps V8's fast layout; `Object.create(null)` is a dictionary. */
export function emptyRec(): Record<string, Value> {
  return Object.setPrototypeOf({}, null);
}

/** How {@link toJson} writes an integer beyond 2^53 - 1. No field is called `$int`. */
export interface BigIntJson {
  readonly $int: string;
}
export type ValueJson =
  | number
  | boolean
  | string
  | BigIntJson
  | readonly ValueJson[]
  | { readonly [field: string]: ValueJson };

/** A value as JSON. Integers beyond 2^53 - 1 become `{"$int": "decimal"}`. */
export function toJson(value: Value): ValueJson {
  if (typeof value === 'bigint') return { $int: value.toString() };
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map(toJson);
  const json: Record<string, ValueJson> = emptyRec() as Record<string, ValueJson>;
  for (const field of Object.keys(value)) json[field] = toJson((value as Rec)[field]!);
  return json;
}

/** Undoes {@link toJson}, for data that did not come from it too: the result is input for `makeFacts`, not yet a value. */
export function fromJson(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map(fromJson);
  const keys = Object.keys(json);
  const tagged = (json as Partial<BigIntJson>).$int;
  if (keys.length === 1 && typeof tagged === 'string' && tagged.length <= 20 && /^-?[0-9]+$/.test(tagged))
    return BigInt(tagged);
  const value: Record<string, unknown> = emptyRec();
  for (const key of keys) value[key] = fromJson((json as Record<string, unknown>)[key]);
  return value;
}
