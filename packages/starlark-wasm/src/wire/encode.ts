import { StarlarkFloat, StarlarkHandle, type StarlarkInput } from './value.ts';

/** Lists and dicts inside each other that a builtin may return. */
const MAX_DEPTH = 200;

/**
 * Writes a value for the engine: whole numbers are ints, other numbers, -0 and {@link StarlarkFloat} are floats,
 * `undefined` is None. Throws `TypeError` for what Starlark has no value for, and for handles of another evaluation;
 * `RangeError` for nesting deeper than 200.
 */
export function encodeWire(value: StarlarkInput, owner?: object, depth = 0): string {
  if (depth > MAX_DEPTH) throw new RangeError(`a value is nested deeper than ${MAX_DEPTH}`);
  switch (typeof value) {
    case 'undefined':
      return 'null';
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'number':
      return Number.isInteger(value) && !Object.is(value, -0) ? encodeInt(value) : encodeFloat(value);
    case 'string':
      return JSON.stringify(value);
    case 'object':
      break;
    default:
      throw new TypeError(`a ${typeof value} is no value of Starlark`);
  }
  if (value === null) return 'null';
  if (value instanceof StarlarkFloat) return encodeFloat(value.value);
  if (value instanceof StarlarkHandle) {
    if (value.owner !== owner) throw new TypeError('a handle was kept from another evaluation');
    return `@${value.id}`;
  }
  if (Array.isArray(value)) {
    return `[${value.map((item: StarlarkInput) => encodeWire(item, owner, depth + 1)).join(',')}]`;
  }
  const entries = value instanceof Map ? [...value] : Object.entries(value as Record<string, StarlarkInput>);
  const written = entries
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${JSON.stringify(String(key))}:${encodeWire(item, owner, depth + 1)}`);
  return `{${written.join(',')}}`;
}

/** Doubles beyond 2^53 that are whole stand for the int that they are. */
const encodeInt = (value: number): string => (Number.isSafeInteger(value) ? String(value) : String(BigInt(value)));

function encodeFloat(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /[.eIN]/.test(text) ? text : `${text}.0`;
}
