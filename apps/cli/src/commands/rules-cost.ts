import { type CostEstimate, DEFAULT_LIMITS, type Expr, estimateCost, type Rule } from '@speccade/rule-engine';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { issueJson } from '../issue-json.ts';
import { grouped, printIssues, printJson, table } from '../print.ts';
import { FACTS_NOTE, filesArgument, STRICT_OPTION, withFiles } from '../rules/command.ts';
import { type RulesetFile, readRuleset } from '../rules/ruleset-file.ts';

export const rulesCostCommand: Command = {
  usage: {
    name: 'rules cost',
    summary: 'Print how many integer operations each rule can take.',
    positionals: 'RULESET',
    maxPositionals: 1,
    options: { strict: STRICT_OPTION },
    details: `Known before any rule runs, from the text and the bounds in the schema of the facts; "unbounded" where a list
has none. A rule that may take more than its budget is a warning, and an error under --strict. ${FACTS_NOTE}`,
    examples: [['speccade rules cost policy.yaml', 'least and most, for each part of each rule']],
  },
  run: (args, io) =>
    withFiles(args, io, () => {
      const [path] = filesArgument(args, 'ruleset');
      const file = readRuleset(path!, io.cwd, args.values.strict === true);
      const { ruleset, warnings } = file;
      const limit = ruleset.limits.integer_ops ?? DEFAULT_LIMITS.integer_ops;
      const rules = ruleset.rules.map((rule) => costOf(rule, file));
      if (args.values.json === true) {
        const result = { ruleset: ruleset.id, version_hash: ruleset.version_hash, limit, rules };
        printJson({ success: true, errors: [], warnings: warnings.map(issueJson), result }, io);
      } else {
        printIssues(warnings, io);
        const rows = rules.map(({ rule_id, when, require, mutations, total }) => [
          rule_id,
          ...[when, require, mutations, total].map(rangeText),
        ]);
        io.out.write(table([['rule', 'when', 'require', 'mutations', 'total'], ...rows], [1, 2, 3, 4]));
        io.out.write(`limit ${grouped(limit)} for each rule\n`);
      }
      return EXIT.ok;
    }),
};

const NOTHING: CostEstimate = { min: 0, max: 0 };

function costOf(rule: Rule, { ruleset }: RulesetFile) {
  const schema = typeof ruleset.facts === 'object' ? ruleset.facts : undefined;
  const cost = (expr: Expr): CostEstimate => estimateCost(expr, schema, { state: true });
  const when = cost(rule.when);
  const require = cost(rule.require);
  const values = (mutations: Rule['then']) => mutations.map(({ value }) => cost(value)).reduce(sum, NOTHING);
  const [then, otherwise] = [values(rule.then), values(rule.otherwise)];
  const mutations = { min: Math.min(then.min, otherwise.min), max: larger(then.max, otherwise.max) };
  // A rule whose condition does not hold ends there.
  const total = { min: when.min, max: [when, require, mutations].reduce(sum).max };
  return { rule_id: rule.id, when, require, mutations, total };
}

function sum(a: CostEstimate, b: CostEstimate): CostEstimate {
  const unbounded = a.max === 'unbounded' || b.max === 'unbounded';
  return { min: a.min + b.min, max: unbounded ? 'unbounded' : (a.max as number) + (b.max as number) };
}

function larger(a: CostEstimate['max'], b: CostEstimate['max']): CostEstimate['max'] {
  return a === 'unbounded' || b === 'unbounded' ? 'unbounded' : Math.max(a, b);
}

function rangeText({ min, max }: CostEstimate): string {
  return min === max ? grouped(min) : `${grouped(min)} to ${max === 'unbounded' ? max : grouped(max)}`;
}
