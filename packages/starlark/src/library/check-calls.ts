/** Tables of calls, for tests. */
import { describe, expect, it } from 'vitest';
import type { LibraryFunction } from './define.ts';
import { caller } from './testing.ts';

/**
 * Each row is a call and its JSON, with the floats apart, or the text of its refusal. `S002` alone stands for any
 * refusal of the engine's binding, another code alone for any text with this code.
 */
export function checkCalls(
  title: string,
  library: readonly LibraryFunction[],
  rows: readonly (readonly [call: string, result: string])[],
): void {
  const call = caller(library);
  describe(title, () => {
    it.each(rows)('%s', async (source, expected) => {
      const result = await call(source);
      if (expected === 'S002') expect(result).toMatch(/^bind: /);
      else if (/^S\d+$/.test(expected)) expect(result).toMatch(new RegExp(`^${expected}: `));
      else expect(result).toBe(expected);
    });
  });
}
