import { UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT, painter } from '../io.ts';
import { printJson } from '../print.ts';
import { FACTS_NOTE, withFiles } from '../rules/command.ts';
import { type CaseOutcome, runTests } from '../rules/tests-file.ts';

export const rulesTestCommand: Command = {
  usage: {
    name: 'rules test',
    summary: 'Run the test cases of rulesets.',
    positionals: 'TESTS...',
    maxPositionals: Number.POSITIVE_INFINITY,
    options: {},
    details: `A file of tests names a ruleset and lists cases: facts, the decision, and the status of rules.
Exit code 1 when a case fails, 2 when a file cannot be used. ${FACTS_NOTE}`,
    examples: [['speccade rules test policy.test.yaml', 'a line for each case']],
  },
  run: (args, io) =>
    withFiles(args, io, () => {
      if (args.positionals.length === 0) throw new UsageError('no file of tests is given');
      const outcomes = args.positionals.flatMap((path) => runTests(path, io.cwd));
      const failed = outcomes.filter(({ problems }) => problems.length > 0).length;
      if (args.values.json === true) {
        const result = { total: outcomes.length, failed, cases: outcomes };
        printJson({ success: failed === 0, errors: [], warnings: [], result }, io);
      } else {
        const paint = painter(io.out, io.env);
        const line = ({ name, problems }: CaseOutcome) =>
          [
            `${problems.length === 0 ? paint('green', '✓') : paint('red', '✗')} ${name}`,
            ...problems.map((text) => `    ${text}`),
          ].join('\n');
        io.out.write(`${[...outcomes.map(line), `${outcomes.length} cases, ${failed} failed`].join('\n')}\n`);
      }
      return failed > 0 ? EXIT.invalid : EXIT.ok;
    }),
};
