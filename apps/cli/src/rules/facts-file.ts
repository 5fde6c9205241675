import { type AdmittedRuleset, type Facts, makeFacts, RuleError } from '@speccade/rule-engine';
import { SpeccadeError } from '@speccade/spec';
import { SourceFile } from './source-file.ts';

/** Facts from a file, held against the schema of the ruleset if it has one. Throws `SpeccadeError`. */
export function readFacts(path: string, cwd: string, ruleset: AdmittedRuleset): Facts {
  const source = new SourceFile(path, cwd);
  return factsOf(source.value, ruleset, source, []);
}

/** Facts from a value that stands at a path of a file. */
export function factsOf(
  value: unknown,
  { facts: schema }: AdmittedRuleset,
  source: SourceFile,
  path: readonly (string | number)[],
): Facts {
  try {
    return makeFacts(value, typeof schema === 'object' ? schema : undefined);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const issue = source.issue(error.code, error.message, source.placeAt(path));
    throw new SpeccadeError(issue.code, issue.message, [issue]);
  }
}
