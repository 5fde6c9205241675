import type { BudgetProfile } from '@speccade/budgets';
import { type Evaluated, type LoadResult, loadSource, type SpecSource } from '@speccade/pipeline';
import { sha256 } from './fresh.ts';
import type { EvaluateScript, ScriptRequest } from './starlark/script.ts';

/** What scripts came to, by absolute path: within one run a script is evaluated once. Plain data. */
export type Scripts = Map<string, { readonly sourceSha256: string; readonly evaluated: Evaluated }>;

export interface LoadSpecOptions {
  readonly profile: BudgetProfile;
  readonly cwd: string;
  readonly compat?: 'reference' | undefined;
  /** The folder, absolute, below which scripts may load modules. */
  readonly loadRoot?: string | undefined;
  readonly scripts?: Scripts | undefined;
}

/** Reads a source of either kind. The Starlark engine is loaded with the first source that needs it. */
export function loadSpec(
  { source, file }: { readonly source: SpecSource; readonly file: string },
  options: LoadSpecOptions,
): Promise<LoadResult> {
  const { profile, compat, cwd, loadRoot, scripts } = options;
  const evaluate = async ({ path, bytes }: SpecSource): Promise<Evaluated> => {
    const sourceSha256 = sha256(bytes);
    const known = scripts?.get(file);
    if (known?.sourceSha256 === sourceSha256) return known.evaluated;
    const evaluated = await evaluateSomewhere({ path, file, bytes, cwd, loadRoot });
    scripts?.set(file, { sourceSha256, evaluated });
    return evaluated;
  };
  return loadSource(source, { profile, compat, starlark: evaluate });
}

let here: EvaluateScript | undefined;

/** In a thread of its own; in this one when run from the sources, where no bundle of that thread lies. */
const evaluateSomewhere = import.meta.url.endsWith('.ts')
  ? async (request: ScriptRequest) => {
      here ??= (await import('./starlark/script.ts')).createScriptEvaluator();
      return here(request);
    }
  : async (request: ScriptRequest) => (await import('./starlark/script-thread.ts')).evaluateInThread(request);
