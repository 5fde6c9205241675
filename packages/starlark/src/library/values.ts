/** Values that came without a check of the engine's. */
import { StarlarkFloat, StarlarkHandle, type StarlarkValue } from '@speccade/starlark-wasm';
import { type Context, isNumber, typeName } from './define.ts';

/** A number of either kind as a float. */
export const toFloat = (value: number | bigint | StarlarkFloat): StarlarkFloat => new StarlarkFloat(Number(value));

/** The items of a list, or the keys of a dict; S102 for what has none. */
export function items(value: StarlarkValue, param: string, { refuse, read }: Context): StarlarkValue[] {
  const type = typeName(value);
  if (Array.isArray(value)) return value;
  if (value instanceof StarlarkHandle && (type === 'list' || type === 'dict' || type === 'tuple' || type === 'range')) {
    const copy = read(value, param);
    if (Array.isArray(copy)) return copy;
    if (typeof copy === 'object' && copy !== null) return Object.keys(copy);
  }
  return refuse('S102', param, `'${param}' must be a list`);
}

/** A string, else S102. */
export function text(value: StarlarkValue | undefined, param: string, { refuse }: Context): string {
  return typeof value === 'string' ? value : refuse('S102', param, `'${param}' must be a string`);
}

/** A number as a float, else S102. */
export function number(value: StarlarkValue | undefined, param: string, { refuse }: Context): StarlarkFloat {
  if (isNumber(value)) return toFloat(value);
  return refuse('S102', param, `'${param}' expected float, got ${typeName(value ?? null)}`);
}
