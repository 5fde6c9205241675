import { extname } from 'node:path';
import { type Document, isScalar } from 'yaml';
import { UsageError } from '../args.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { writeFileAtomic } from '../output-files.ts';
import { printJson } from '../print.ts';
import { FACTS_NOTE, withFiles } from '../rules/command.ts';
import { formatExpression } from '../rules/format-expression.ts';
import { readRuleset } from '../rules/ruleset-file.ts';
import { SourceFile } from '../rules/source-file.ts';

export const rulesFmtCommand: Command = {
  usage: {
    name: 'rules fmt',
    summary: 'Write rulesets in one layout, their expressions in one form.',
    positionals: 'RULESET...',
    maxPositionals: Number.POSITIVE_INFINITY,
    options: { check: { type: 'boolean', description: 'change nothing; exit code 1 when something would change' } },
    details: `Comments, the order of rules and the spelling of numbers stay. A ruleset that cannot be used is left alone. ${FACTS_NOTE}`,
    examples: [['speccade rules fmt --check policies/*.yaml', 'in continuous integration']],
  },
  run: (args, io) =>
    withFiles(args, io, () => {
      if (args.positionals.length === 0) throw new UsageError('no ruleset is given');
      const check = args.values.check === true;
      const files = args.positionals.map((path) => {
        // Read twice: what is admitted says that formatting is safe, what is formatted is the document.
        readRuleset(path, io.cwd);
        const source = new SourceFile(path, io.cwd);
        return { source, text: formatted(source) };
      });
      const changed = files.filter(({ source, text }) => text !== source.text);
      if (!check) for (const { source, text } of changed) writeFileAtomic(source.file, text);
      if (args.values.json === true) {
        const result = {
          files: files.map(({ source, text }) => ({ path: source.path, changed: text !== source.text })),
        };
        printJson({ success: !check || changed.length === 0, errors: [], warnings: [], result }, io);
      } else for (const { source } of changed) io.out.write(`${check ? 'would change' : 'changed'} ${source.path}\n`);
      return check && changed.length > 0 ? EXIT.invalid : EXIT.ok;
    }),
};

function formatted(source: SourceFile): string {
  const { document } = source;
  const { rules } = source.value as { rules: readonly Record<string, unknown>[] };
  for (const [i, rule] of rules.entries()) {
    canonical(document, ['rules', i, 'when']);
    canonical(document, ['rules', i, 'require']);
    for (const part of ['then', 'otherwise']) {
      const mutations = Array.isArray(rule[part]) ? (rule[part] as unknown[]) : [];
      for (const k of mutations.keys()) canonical(document, ['rules', i, part, k, 'value']);
    }
  }
  if (extname(source.file).toLowerCase() === '.json') return `${JSON.stringify(document.toJS(), null, 2)}\n`;
  return document.toString({ lineWidth: 0 });
}

/** Replaces the text of an expression; trees are left as they are. */
function canonical(document: Document, path: readonly (string | number)[]): void {
  const node = document.getIn(path, true);
  if (isScalar(node) && typeof node.value === 'string') node.value = formatExpression(node.value);
}
