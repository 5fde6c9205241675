/** Calls of the library for tests, through the engine. */
import { createEngine, type EvalFailure } from '@speccade/starlark-wasm';
import { describe, expect, it } from 'vitest';
import type { LibraryFunction } from './define.ts';

/** Evaluates one call: its JSON with the floats apart, or `CODE: text` of a refusal. */
export function caller(library: readonly LibraryFunction[]): (source: string) => Promise<string> {
  const engine = createEngine({ builtins: library.map(({ builtin }) => builtin), tuples: 'array' });
  return async (source) => {
    const result = await engine.eval({ filename: 'call.star', source });
    return result.error ? refusal(result.error) : result.json;
  };
}

function refusal({ code, hostCode, callee, message, param }: EvalFailure['error']): string {
  return code === 'host' ? `${hostCode}: ${message}` : `${code}: ${callee}(): '${param}' ${message}`;
}

type Cases = readonly (readonly [source: string, expected: string])[];

/**
 * Tests of functions: what calls give, and how bad calls are refused (the beginning of the text). Every function must be
 * in `good`, and have two bad calls unless it is in `lenient`.
 */
export function testFunctions(
  library: readonly LibraryFunction[],
  { good, bad, lenient = [] }: { readonly good: Cases; readonly bad: Cases; readonly lenient?: readonly string[] },
): void {
  const call = caller(library);
  const counted = (cases: Cases, name: string) => cases.filter(([source]) => source.startsWith(`${name}(`)).length;
  describe('functions', () => {
    it.each(good)('%s', async (source, json) => {
      expect(await call(source)).toBe(json);
    });
    it.each(bad)('%s is refused', async (source, text) => {
      expect((await call(source)).slice(0, text.length)).toBe(text);
    });
    it.each(library.map(({ name }) => name))('%s has its tests', (name) => {
      expect(counted(good, name)).toBeGreaterThan(0);
      if (!lenient.includes(name)) expect(counted(bad, name)).toBeGreaterThan(1);
    });
  });
}
