import { SpeccadeError } from './issue.ts';

/** Nesting beyond this is refused: no spec needs it, and it bounds the recursion. */
export const MAX_CANONICAL_DEPTH = 1000;

/** Thrown by {@link canonicalize} for values that RFC 8785 gives no form to. */
export class CanonicalError extends SpeccadeError {
  constructor(message: string) {
    super('CANONICAL', message);
    this.name = 'CanonicalError';
  }
}

/**
 * Canonical JSON by RFC 8785 (JCS): no white space, keys sorted by UTF-16 code units, numbers and strings as ECMAScript
 * serialises them. Members that are `undefined` are left out, as in `JSON.stringify`.
 *
 * Throws {@link CanonicalError} for non-finite numbers, lone surrogates, values that are not JSON (functions, symbols,
 * bigints, dates, maps and other class instances, `undefined` in arrays) and nesting deeper than {@link MAX_CANONICAL_DEPTH}.
 */
export function canonicalize(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      if (!Number.isFinite(value)) throw new CanonicalError(`${value} has no JSON form`);
      return String(value === 0 ? 0 : value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (!Array.isArray(value) && !isPlain(value))
        throw new CanonicalError(`${value.constructor?.name ?? 'an object'} has no JSON form`);
      if (depth >= MAX_CANONICAL_DEPTH) throw new CanonicalError(`nested deeper than ${MAX_CANONICAL_DEPTH}`);
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value as Record<string, unknown>, depth);
    default:
      throw new CanonicalError(`${typeof value} has no JSON form`);
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Of another realm (a worker's message, a test's sandbox) the prototype is another Object.prototype, without its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function writeArray(array: readonly unknown[], depth: number): string {
  let text = '[';
  for (let i = 0; i < array.length; i++) text += (i === 0 ? '' : ',') + write(array[i], depth + 1);
  return text + ']';
}

function writeObject(object: Record<string, unknown>, depth: number): string {
  let text = '{';
  // The default sort of strings compares UTF-16 code units, which is the order of RFC 8785 §3.2.3.
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member === undefined) continue;
    text += (text.length === 1 ? '' : ',') + writeString(key) + ':' + write(member, depth + 1);
  }
  return text + '}';
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw new CanonicalError('a lone surrogate has no UTF-8 form');
  // JSON.stringify of a well-formed string is exactly RFC 8785 §3.2.2.2.
  return JSON.stringify(text);
}
