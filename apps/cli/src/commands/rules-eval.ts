import { print } from '@speccade/rule-engine';
import { text } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT, painter } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { printIssues, printJson } from '../print.ts';
import { FACTS_NOTE, filesArgument, STRICT_OPTION, withFiles } from '../rules/command.ts';
import { readFacts } from '../rules/facts-file.ts';
import { readRuleset } from '../rules/ruleset-file.ts';
import { dayArgument, judge, type Verdict, verdictJson, verdictText } from '../rules/verdict.ts';
import { readWaivers } from '../rules/waivers-file.ts';

export const rulesEvalCommand: Command = {
  usage: {
    name: 'rules eval',
    summary: 'Judge facts by a ruleset: allow, warn or deny.',
    positionals: 'RULESET FACTS',
    maxPositionals: 2,
    options: {
      waivers: {
        type: 'string',
        value: '<file>',
        description: 'failures of soft and advisory rules that are accepted',
      },
      'as-of': { type: 'string', value: '<date>', description: 'the day that waivers are held against' },
      subject: {
        type: 'string',
        value: '<name>',
        description: "what waivers are matched with (default the fact 'id')",
      },
      strict: STRICT_OPTION,
      trace: { type: 'boolean', description: 'also print every step of every rule, with the operations charged' },
    },
    details: `Exit code 0 for allow and warn, 1 for deny, 2 when a file cannot be used.
Any error in a rule denies. ${FACTS_NOTE}`,
    examples: [
      ['speccade rules eval policy.yaml facts.json', 'a line for each rule, then the verdict'],
      ['speccade rules eval policy.yaml facts.json --waivers waivers.yaml --as-of 2027-01-31', 'with waivers'],
    ],
  },
  run: (args, io) =>
    withFiles(args, io, () => {
      const [rulesPath, factsPath] = filesArgument(args, 'ruleset', 'file of facts');
      const day = dayArgument(text(args, 'as-of'));
      const { ruleset, warnings } = readRuleset(rulesPath!, io.cwd, args.values.strict === true);
      const facts = readFacts(factsPath!, io.cwd, ruleset);
      const waiversPath = text(args, 'waivers');
      const waivers = waiversPath === undefined ? [] : readWaivers(waiversPath, io.cwd);
      const trace = args.values.trace === true;
      const verdict = judge(ruleset, facts, { waivers, day, subject: text(args, 'subject'), trace });
      const denied = verdict.gate.decision === 'deny';
      if (args.values.json === true) {
        const result = verdictJson(ruleset, verdict);
        printJson({ success: !denied, errors: [], warnings: warnings.map(issueJson), result }, io);
      } else {
        printIssues(warnings, io);
        io.out.write(traceText(verdict) + verdictText(verdict, painter(io.out, io.env)));
      }
      return denied ? EXIT.invalid : EXIT.ok;
    }),
};

function traceText({ traces }: Verdict): string {
  let out = '';
  for (const [rule, { steps, truncated }] of traces) {
    out += `${rule}\n`;
    for (const { expr, node, value, error, ops } of steps) {
      const came = error ? `${error.code}: ${error.message}` : valueText(value);
      out += `  ${String(ops).padStart(6)}  ${expr}: ${print(node)} = ${came}\n`;
    }
    if (truncated) out += '  and more steps\n';
  }
  return out && `${out}\n`;
}

function valueText(value: unknown): string {
  return JSON.stringify(value, (_key, member) => (typeof member === 'bigint' ? String(member) : member));
}
