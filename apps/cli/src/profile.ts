import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BudgetProfile, byName, DEFAULT_PROFILE, parseProfile, unknownProfile } from '@speccade/budgets';
import { type Issue, readJson, SpeccadeError } from '@speccade/spec';
import { displayPath } from './read-spec.ts';
import { reasonOf } from './reason.ts';

/** A budget profile by name, or from a JSON file when the name ends in `.json`. Throws `SpeccadeError` (CLI_008). */
export function resolveProfile(name: string | undefined, cwd: string): BudgetProfile {
  if (name === undefined) return DEFAULT_PROFILE;
  if (!name.toLowerCase().endsWith('.json')) {
    const profile = byName(name);
    if (!profile) throw failed([unknownProfile(name)]);
    return profile;
  }
  const file = resolve(cwd, name);
  const shown = displayPath(file, cwd);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const message = `cannot read the budget profile: ${reasonOf(error)}`;
    throw failed([{ code: 'CLI_008', severity: 'error', path: '', message, file: shown }]);
  }
  const read = readJson(bytes);
  const parsed = read.ok ? parseProfile(read.value) : read;
  if (!parsed.ok) throw failed(parsed.issues.map((issue) => ({ ...issue, code: 'CLI_008', file: shown })));
  return (parsed as { profile: BudgetProfile }).profile;
}

function failed(issues: readonly Issue[]): SpeccadeError {
  return new SpeccadeError('CLI_008', issues.map((issue) => issue.message).join('; '), issues);
}
