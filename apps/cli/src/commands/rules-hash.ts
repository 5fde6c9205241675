import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { printIssues, printJson } from '../print.ts';
import { FACTS_NOTE, filesArgument, withFiles } from '../rules/command.ts';
import { readRuleset } from '../rules/ruleset-file.ts';

export const rulesHashCommand: Command = {
  usage: {
    name: 'rules hash',
    summary: 'Print the hash of what a ruleset means.',
    positionals: 'RULESET',
    maxPositionals: 1,
    options: {},
    details: `The hash changes with the rules and with the version of the engine; comments, order, layout and help texts
do not change it. ${FACTS_NOTE}`,
    examples: [['speccade rules hash policy.yaml', 'the version hash, for reports and lock files']],
  },
  run: (args, io) =>
    withFiles(args, io, () => {
      const [path] = filesArgument(args, 'ruleset');
      const { ruleset, warnings } = readRuleset(path!, io.cwd);
      const { id, version_hash, engine_version } = ruleset;
      if (args.values.json === true) {
        const result = { ruleset: id, version_hash, engine_version };
        printJson({ success: true, errors: [], warnings: warnings.map(issueJson), result }, io);
      } else {
        printIssues(warnings, io);
        io.out.write(`${version_hash}\n`);
      }
      return EXIT.ok;
    }),
};
