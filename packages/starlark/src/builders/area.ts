/** The functions of the library for JavaScript. No engine is needed for them: their checks and builds are ours. */
import { type Call, HostError, StarlarkFloat, StarlarkHandle, type StarlarkInput } from '@speccade/starlark-wasm';
import type { InnerCode } from '../library/checks.ts';
import type { LibraryFunction } from '../library/define.ts';
import { LIBRARY } from '../library/index.ts';
import { bind, Handles, named } from './bind.ts';
import { BuilderError } from './error.ts';
import type { Json } from './json.ts';

/** Functions of an area by name: those whose category starts with it. */
export function area<T>(name: string): T {
  const functions = LIBRARY.filter(({ category }) => areaOf(category) === name);
  return Object.freeze(Object.fromEntries(functions.map((fn) => [fn.name, builder(fn)]))) as T;
}

export const areaOf = (category: string): string => category.split('.')[0]!;

function builder(fn: LibraryFunction): (...given: readonly unknown[]) => Json {
  return (...given) => {
    const handles = new Handles();
    const call: Call = { name: fn.name, read: (handle) => handles.read(handle) };
    try {
      const result = fn.builtin.handler(bind(fn, named(fn, given), handles), call);
      if (result instanceof HostError) throw result;
      return plain(result, handles);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      throw new BuilderError(error.code as InnerCode, error.message, fn.name, error.param);
    }
  };
}

/** Numbers are numbers, and -0 is 0, as in canonical JSON. */
function plain(value: StarlarkInput, handles: Handles): Json {
  if (value instanceof StarlarkHandle) return plain(handles.read(value), handles);
  if (value instanceof StarlarkFloat || typeof value === 'bigint') return Number(value) + 0;
  if (typeof value === 'number') return value + 0;
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: StarlarkInput) => plain(item, handles));
  const entries = value instanceof Map ? [...value] : Object.entries(value as Record<string, StarlarkInput>);
  return Object.fromEntries(
    entries.filter(([, item]) => item !== undefined).map(([key, item]) => [key, plain(item, handles)]),
  );
}
