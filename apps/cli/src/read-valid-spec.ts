import { type BudgetProfile, checkBudgets } from '@speccade/budgets';
import { checkDocument } from '@speccade/pipeline';
import { type Issue, type Spec, SpeccadeError, validateDocument } from '@speccade/spec';
import { loadSpec } from './load-spec.ts';
import { readSpec } from './read-spec.ts';

export interface ValidSpec {
  /** The document as it was written, without the defaults. */
  readonly spec: Spec;
  readonly warnings: readonly Issue[];
}

/** Reads a spec that must be valid and within the budget. Throws `SpeccadeError` with every error. */
export async function readValidSpec(
  path: string,
  cwd: string,
  profile: BudgetProfile,
  loadRoot?: string,
): Promise<ValidSpec> {
  const read = readSpec(path, cwd, profile.general.max_spec_size_bytes);
  if (!read.ok) throw failure([read.issue]);
  const loaded = await loadSpec(read, { profile, cwd, loadRoot });
  if (!loaded.ok) throw failure(loaded.issues);
  const { ok, errors, warnings } = await checkDocument(loaded, { profile });
  const { path: file } = loaded.source;
  const inFile = (issues: readonly Issue[]) => issues.map((issue) => ({ ...issue, file }));
  if (!ok) throw failure(inFile(errors));
  return { spec: loaded.document as Spec, warnings: inFile(warnings) };
}

/** Throws `SpeccadeError` for a spec that was made and asks for more than the budget. */
export async function requireWithinBudget(spec: Spec, profile: BudgetProfile): Promise<void> {
  const issues = await checkBudgets(await validateDocument(spec), profile);
  if (issues.length > 0) throw failure(issues);
}

function failure(issues: readonly Issue[]): SpeccadeError {
  return new SpeccadeError(issues[0]!.code, issues[0]!.message, issues);
}
