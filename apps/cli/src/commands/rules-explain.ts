import { type Explanation, explainRule, printExplanation } from '@speccade/rule-engine';
import { UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { printIssues, printJson } from '../print.ts';
import { FACTS_NOTE, filesArgument, STRICT_OPTION, withFiles } from '../rules/command.ts';
import { readFacts } from '../rules/facts-file.ts';
import { readRuleset } from '../rules/ruleset-file.ts';
import { jsonOf, judge } from '../rules/verdict.ts';

export const rulesExplainCommand: Command = {
  usage: {
    name: 'rules explain',
    summary: 'Say why rules came out as they did, and which value would change that.',
    positionals: 'RULESET FACTS [RULE...]',
    maxPositionals: Number.POSITIVE_INFINITY,
    options: { strict: STRICT_OPTION },
    details: `Explains the named rules, or else all that failed or ended in an error. Exit code 0 whatever they say, 2 when
a file cannot be used. ${FACTS_NOTE}`,
    examples: [['speccade rules explain policy.yaml facts.json peak', 'the clauses that decided the rule "peak"']],
  },
  run: (args, io) =>
    withFiles(args, io, () => {
      const [rulesPath, factsPath, ...named] = filesArgument(args, 'ruleset', 'file of facts');
      const { ruleset, warnings } = readRuleset(rulesPath!, io.cwd, args.values.strict === true);
      const facts = readFacts(factsPath!, io.cwd, ruleset);
      const ids = ruleset.rules.map(({ id }) => id);
      for (const id of named) {
        if (!ids.includes(id)) {
          throw new UsageError(`there is no rule ${JSON.stringify(id)}`, { word: id, known: ids, prefix: '' });
        }
      }
      const { results } = judge(ruleset, facts).admission;
      const wrong = results.filter(({ status }) => status === 'fail' || status === 'error').map((one) => one.rule_id);
      const explanations: Explanation[] = (named.length > 0 ? named : wrong).map((id) =>
        explainRule(ruleset, id, facts),
      );
      if (args.values.json === true) {
        const result = jsonOf({ ruleset: ruleset.id, version_hash: ruleset.version_hash, explanations });
        printJson({ success: true, errors: [], warnings: warnings.map(issueJson), result }, io);
      } else {
        printIssues(warnings, io);
        if (explanations.length === 0) io.out.write('no rule failed\n');
        for (const explanation of explanations) io.out.write(`${printExplanation(explanation)}\n`);
      }
      return EXIT.ok;
    }),
};
