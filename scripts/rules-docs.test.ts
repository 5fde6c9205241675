/** Runs every snippet of docs/rules.md. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import * as engine from '@speccade/rule-engine';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { runTests } from '../apps/cli/src/rules/tests-file.ts';
import { readWaivers } from '../apps/cli/src/rules/waivers-file.ts';
import { folderWith } from '../apps/cli/test/harness.ts';

const page = readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language, code]) => ({
  language,
  code: code!,
}));
const blocksOf = (language: string) => blocks.filter((block) => block.language === language).map(({ code }) => code);

/** The rows of the tables whose head starts so: the code of the first cell, the text of the second. */
function rows(head: string): [string, string][] {
  const tables = page.split(/\n\n+/).filter((part) => part.startsWith(head));
  return tables.flatMap((table) =>
    table
      .split('\n')
      .slice(2)
      .filter((line) => line.startsWith('| `'))
      .map((line): [string, string] => {
        const [, first = '', second = ''] = line.replaceAll('\\|', '\u0000').split('|');
        const text = (cell: string) => cell.trim().replaceAll('`', '').replaceAll('\u0000', '|');
        return [text(first), text(second)];
      }),
  );
}

const facts = engine.makeFacts(JSON.parse(blocksOf('json')[0]!));

describe('expressions', () => {
  it.each(rows('| expression | value |'))('%s is %s', (text, value) => {
    const compiled = engine.compileExpr(engine.parse(text))(facts, engine.freshBudget());
    expect(JSON.stringify(compiled)).toBe(value);
    expect(engine.evaluateExpr(engine.parse(text), facts, engine.freshBudget())).toEqual(compiled);
  });

  it.each(rows('| expression | error |'))('%s ends in %s', (text, code) => {
    const run = () => engine.compileExpr(engine.parse(text))(facts, engine.freshBudget());
    expect(run).toThrow(expect.objectContaining({ code }));
  });

  it.each(rows('| expression | operations |'))('%s takes %s operations', (text, count) => {
    const budget = engine.freshBudget();
    engine.compileExpr(engine.parse(text))(facts, budget);
    expect(String(budget.integer_ops)).toBe(count);
  });

  it('are there', () => {
    expect(
      [rows('| expression | value |'), rows('| expression | error |'), rows('| expression | operations |')].map(
        (r) => r.length,
      ),
    ).toEqual([20, 7, 5]);
  });

  it('have exactly the functions that the page names', () => {
    const names = /The functions\s+are `([^`]+)`/.exec(page)![1]!.split(/\s+/);
    expect(names.sort()).toEqual([...engine.BUILTINS.keys()].sort());
  });
});

describe('YAML', () => {
  const documents = blocksOf('yaml');
  const rulesets = documents.filter((text) => text.startsWith('format: speccade.ruleset/1'));

  it.each(rulesets)('ruleset %#', (text) => {
    const { ok, findings, ruleset } = engine.admitRuleset(parseYaml(text));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(ok).toBe(true);
    // What the page's facts come to: too wide, and the mutations of its second ruleset.
    const { results, state } = engine.executeRuleset(ruleset!, facts);
    expect(results.filter(({ status }) => status === 'error')).toEqual([]);
    if (ruleset!.id === 'budget') {
      expect(state).toMatchObject({ derived: { texels: 4194304 }, score: { penalty: 4 }, tags: ['wide'] });
    } else expect(results.map(({ status }) => status)).toEqual(['fail', 'pass']);
  });

  it('waivers and tests', () => {
    const waivers = documents.find((text) => text.startsWith('- rule:'))!;
    const tests = documents.find((text) => text.startsWith('format: speccade.rules-test/1'))!;
    const root = folderWith({ 'policy.yaml': rulesets[0], 'waivers.yaml': waivers, 'policy.test.yaml': tests });
    expect(readWaivers('waivers.yaml', root)).toMatchObject([{ rule: 'naming', subject: 'Stone*' }]);
    expect(runTests('policy.test.yaml', root)).toEqual([{ name: 'a large texture is denied', problems: [] }]);
  });
});

it('the program prints what the page says', () => {
  const [program] = blocksOf('js');
  const [expected] = blocksOf('text');
  let printed = '';
  const names = /^import \{([^}]+)\} from '@speccade\/rule-engine';\n/.exec(program!)!;
  const context = { ...engine, console: { log: (text: string) => (printed += `${text}\n`) } };
  expect(names[1]!.split(',').every((name) => name.trim() in engine)).toBe(true);
  runInNewContext(program!.slice(names[0].length), context);
  expect(printed).toBe(expected);
});
