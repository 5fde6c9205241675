/** Calls of the library for tests, through the engine. */
import { createEngine, type EvalFailure } from '@speccade/starlark-wasm';
import type { LibraryFunction } from './define.ts';

/** Evaluates one call: its JSON with the floats apart, or `CODE param` of the refusal, or `bind` of the engine's. */
export function caller(library: readonly LibraryFunction[]): (source: string) => Promise<string> {
  const engine = createEngine({ builtins: library.map(({ builtin }) => builtin) });
  return async (source) => {
    const result = await engine.eval({ filename: 'call.star', source });
    return result.error ? refusal(result.error) : result.json;
  };
}

function refusal({ code, hostCode, message, param }: EvalFailure['error']): string {
  return code === 'host' ? `${hostCode}: ${message}` : `${code} ${param ?? message}`;
}
