/** What the commands about rules share: their arguments, and how what is wrong with a file ends them. */
import { type Issue, SpeccadeError } from '@speccade/spec';
import { type Arguments, type OptionSpec, UsageError } from '../args.ts';
import { EXIT, type Io } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { printIssues, printJson } from '../print.ts';

export const STRICT_OPTION: OptionSpec = {
  type: 'boolean',
  description: 'refuse rules whose facts may be absent or whose cost may exceed the budget',
};

export const FACTS_NOTE = `Rulesets, facts, waivers and tests are YAML or JSON. docs/rules.md teaches the language.`;

/** The positional arguments, as many as have names. Throws `UsageError` for fewer. */
export function filesArgument(args: Arguments, ...names: readonly string[]): string[] {
  const missing = names[args.positionals.length];
  if (missing !== undefined) throw new UsageError(`no ${missing} is given`);
  return [...args.positionals];
}

/** Runs a command over files: a file that cannot be used is wrong usage, exit code 2, which a denial is not. */
export async function withFiles(args: Arguments, io: Io, run: () => number | Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof SpeccadeError)) throw error;
    const issues: readonly Issue[] =
      error.issues.length > 0
        ? error.issues
        : [{ code: error.code, severity: 'error', path: '', message: error.message }];
    const [errors, warnings] = [issues.filter(isError), issues.filter((issue) => !isError(issue))];
    if (args.values.json === true) {
      printJson({ success: false, errors: errors.map(issueJson), warnings: warnings.map(issueJson) }, io);
    } else printIssues([...errors, ...warnings], io);
    return EXIT.failed;
  }
}

const isError = ({ severity }: Issue): boolean => severity === 'error';
