import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type Evaluated, type LoadOptions, type LoadResult, loadSource, type SpecSource } from '@speccade/pipeline';
import type { Evaluator } from '@speccade/starlark';

/** Reads a source of either kind. The Starlark engine is loaded with the first source that needs it. */
export function loadSpec(source: SpecSource, options: LoadOptions): Promise<LoadResult> {
  return loadSource(source, { ...options, starlark: evaluate });
}

let evaluator: Evaluator | undefined;

async function evaluate({ path, bytes }: SpecSource): Promise<Evaluated> {
  const { createEvaluator, STDLIB_VERSION } = await import('@speccade/starlark');
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return {
      ok: false,
      issues: [{ code: 'CLI_001', severity: 'error', path: '', message: 'cannot read the spec: it is not UTF-8' }],
    };
  }
  evaluator ??= createEvaluator(bundledWasm());
  const result = await evaluator.evaluate({ filename: basename(path), source });
  return result.ok ? { ...result, stdlibVersion: STDLIB_VERSION } : result;
}

/** The module beside the bundle; from the sources, the package finds its own. */
function bundledWasm(): { readonly wasm?: URL } {
  const wasm = new URL('./starlark.wasm', import.meta.url);
  return existsSync(wasm) ? { wasm } : {};
}
