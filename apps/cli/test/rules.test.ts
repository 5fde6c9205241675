import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, cliJson, folderWith, speccade } from './harness.ts';

const POLICY = `# A comment that stays
format: speccade.ruleset/1
id: policy
rules:
  - id: size
    category: limit
    require: tex.width<=2048px
    message: "{tex.width} is too wide"
  - id: name
    category: compliance
    enforcement: soft
    require: glob(id, "*-*")
  - id: tidy
    category: quality
    enforcement: advisory
    require: 'count(t in tags: t == "wip") == 0'
    otherwise: [{ op: add, path: score.penalty, value: "9223372036854775807" }]
`;
const GOOD = { id: 'a-1', tex: { width: 1024 }, tags: [] };
const WIDE = { id: 'a-1', tex: { width: 4096 }, tags: [] };
const WAIVERS = `- { rule: name, subject: "plain*", reason: old, expires: 2027-01-31 }\n`;

const files = (more: Readonly<Record<string, unknown>> = {}) =>
  folderWith({ 'policy.yaml': POLICY, 'good.json': GOOD, 'wide.json': WIDE, 'waivers.yaml': WAIVERS, ...more });

describe('rules eval', () => {
  it('allows, warns and denies, with exit codes', async () => {
    const root = files({ 'wip.json': { ...GOOD, tags: ['wip'] }, 'odd.json': { ...GOOD, tex: {} } });
    const run = (facts: string) => cliJson(['rules', 'eval', 'policy.yaml', facts], root);
    expect(await run('good.json')).toMatchObject({ code: 0, json: { success: true, result: { decision: 'allow' } } });
    expect(await run('wide.json')).toMatchObject({
      code: 1,
      json: {
        success: false,
        result: {
          decision: 'deny',
          reasons: [{ rule: 'size', message: '4096 is too wide' }],
          rules: [{ rule_id: 'size', status: 'fail', budget: { integer_ops: 3 } }, {}, {}],
        },
      },
    });
    const wip = await run('wip.json');
    expect(wip).toMatchObject({ code: 0, json: { result: { decision: 'warn' } } });
    // What a number cannot hold is text.
    expect(wip.json.result.state.score.penalty).toBe('9223372036854775807');
    // An error is never a pass.
    expect(await run('odd.json')).toMatchObject({ code: 1, json: { result: { decision: 'deny' } } });
    const { out, code } = await cli(['rules', 'eval', 'policy.yaml', 'wide.json'], root);
    expect(code).toBe(1);
    expect(out.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
      '✗ size limit hard fail 4096 is too wide',
      '✓ name compliance soft pass',
      '✓ tidy quality advisory pass',
      'deny: size',
      '',
    ]);
  });

  it('takes waivers until their day', async () => {
    const root = files({ 'plain.json': { ...GOOD, id: 'plain' } });
    const run = (day: string) =>
      cliJson(['rules', 'eval', 'policy.yaml', 'plain.json', '--waivers', 'waivers.yaml', '--as-of', day], root);
    expect(await run('2027-01-31')).toMatchObject({ code: 0, json: { result: { waived: [{ rule: 'name' }] } } });
    expect(await run('2027-02-01')).toMatchObject({ code: 1, json: { result: { expired_waivers: [{}] } } });
    expect((await run('2027-02-30')).code).toBe(2);
  });

  it('prints every step with --trace', async () => {
    const { out } = await cli(['rules', 'eval', 'policy.yaml', 'good.json', '--trace'], files());
    expect(out).toMatch(/^size\n +2 {2}require: tex\.width = 1024\n +3 {2}require: tex\.width <= 2048 = true\n/);
  });

  it.each([
    ['a syntax error', { 'policy.yaml': POLICY.replace('<=2048px', '<= ') }, 'E_SYNTAX', 7, 25],
    ['an expression in quotes', { 'policy.yaml': POLICY.replace('t == "wip"', 't == 1.5') }, 'E_LITERAL', 16, 37],
    ['a message', { 'policy.yaml': POLICY.replace('{tex.width}', '{tex.') }, 'E_RULESET', 8, 15],
    ['a field', { 'policy.yaml': POLICY.replace('enforcement: soft', 'enforcement: firm') }, 'E_RULESET', 9, undefined],
    ['YAML', { 'policy.yaml': `${POLICY}  x: [` }, 'CLI_020', undefined, undefined],
    ['a fact', { 'good.json': { ...GOOD, tex: { width: 1.5 } } }, 'E_TYPE', undefined, undefined],
    ['a missing file', { 'good.json/x': '' }, 'CLI_001', undefined, undefined],
  ])('tells where %s is wrong, exit code 2', async (_, change, code, line, column) => {
    const good = 'good.json/x' in change ? {} : { 'good.json': GOOD };
    const root = folderWith({ 'policy.yaml': POLICY, ...good, ...change });
    const outcome = await cliJson(['rules', 'eval', 'policy.yaml', 'good.json'], root);
    expect(outcome.code).toBe(2);
    const [error] = outcome.json.errors;
    expect(error).toMatchObject({ code, ...(column !== undefined && { col: column }) });
    if (line !== undefined) expect(error.line).toBe(line);
    const { err } = await cli(['rules', 'eval', 'policy.yaml', 'good.json'], root);
    expect(err).toContain(`error[${code}]`);
    if (column !== undefined) expect(err).toMatch(/\n +\| +\^\n/);
  });

  it('keeps integers of 64 bits', async () => {
    const root = folderWith({
      'p.json': {
        format: 'speccade.ruleset/1',
        id: 'p',
        rules: [{ id: 'big', category: 'limit', require: 'n == 9223372036854775807' }],
      },
      'f.json': '{"n": 9223372036854775807}',
    });
    expect((await cli(['rules', 'eval', 'p.json', 'f.json'], root)).code).toBe(0);
  });
});

it('rules explain says why, and what would hold', async () => {
  const root = files();
  const { out } = await cli(['rules', 'explain', 'policy.yaml', 'wide.json'], root);
  expect(out).toBe(`size: fail, 4096 is too wide
  require: tex.width <= 2048
  because tex.width = 4096 > 2048
  would hold with /tex/width = 2048
`);
  expect((await cli(['rules', 'explain', 'policy.yaml', 'good.json'], root)).out).toBe('no rule failed\n');
  const { json } = await cliJson(['rules', 'explain', 'policy.yaml', 'good.json', 'name'], root);
  expect(json.result.explanations).toMatchObject([{ rule_id: 'name', status: 'pass', part: 'require' }]);
  expect((await cli(['rules', 'explain', 'policy.yaml', 'good.json', 'nme'], root)).err).toContain('did you mean name');
});

it('rules hash knows meaning from layout', async () => {
  const root = files({
    'same.yaml': POLICY.replace('# A comment that stays', '').replace('tex.width<=2048px', '(tex.width) <= 2048'),
    'other.yaml': POLICY.replace('2048', '2047'),
  });
  const hash = async (path: string) => (await cli(['rules', 'hash', path], root)).out;
  expect(await hash('policy.yaml')).toMatch(/^blake3:[0-9a-f]{64}\n$/);
  expect(await hash('same.yaml')).toBe(await hash('policy.yaml'));
  expect(await hash('other.yaml')).not.toBe(await hash('policy.yaml'));
});

it('rules cost knows the least and the most', async () => {
  const { json } = await cliJson(['rules', 'cost', 'policy.yaml'], files());
  expect(json.result).toMatchObject({ limit: 10000 });
  const rules = Object.fromEntries(json.result.rules.map((rule: { rule_id: string }) => [rule.rule_id, rule]));
  expect(rules.size).toMatchObject({ when: { max: 0 }, require: { min: 3, max: 3 }, total: { min: 0, max: 3 } });
  expect(rules.tidy.require.max).toBe('unbounded');
});

it('rules fmt keeps comments and spellings, and says what --check would change', async () => {
  const root = files();
  expect(await cli(['rules', 'fmt', '--check', 'policy.yaml'], root)).toMatchObject({
    code: 1,
    out: 'would change policy.yaml\n',
  });
  const hash = (await cli(['rules', 'hash', 'policy.yaml'], root)).out;
  expect((await cli(['rules', 'fmt', 'policy.yaml'], root)).code).toBe(0);
  const text = readFileSync(join(root, 'policy.yaml'), 'utf8');
  expect(text).toMatch(/^# A comment that stays\n/);
  expect(text).toContain('    require: tex.width <= 2048px\n');
  expect((await cli(['rules', 'hash', 'policy.yaml'], root)).out).toBe(hash);
  expect((await cli(['rules', 'fmt', '--check', 'policy.yaml'], root)).code).toBe(0);
  const bad = folderWith({ 'bad.yaml': POLICY.replace('<=', '<=<') });
  expect((await cli(['rules', 'fmt', 'bad.yaml'], bad)).code).toBe(2);
  expect(readFileSync(join(bad, 'bad.yaml'), 'utf8')).toContain('<=<');
});

describe('rules test', () => {
  const TESTS = `format: speccade.rules-test/1
ruleset: policy.yaml
cases:
  - { name: good, facts: good.json, decision: allow, rules: { size: pass } }
  - name: wide
    facts: { id: a-1, tex: { width: 4096 }, tags: [] }
    decision: allow
`;

  it('tells which cases fail, and how', async () => {
    const root = files({ 'policy.test.yaml': TESTS });
    const { code, out } = await cli(['rules', 'test', 'policy.test.yaml'], root);
    expect(code).toBe(1);
    expect(out).toBe('✓ good\n✗ wide\n    decision: expected allow, found deny\n2 cases, 1 failed\n');
    const passing = files({ 'policy.test.yaml': TESTS.replace('decision: allow\n', 'decision: deny\n') });
    expect((await cliJson(['rules', 'test', 'policy.test.yaml'], passing)).json).toMatchObject({
      success: true,
      result: { total: 2, failed: 0 },
    });
  });

  it.each([
    ['an unknown field', TESTS.replace('decision:', 'verdict:')],
    ['an unknown rule', TESTS.replace('size: pass', 'sise: pass')],
    ['no expectation', TESTS.replace('    decision: allow\n', '')],
    ['another format', TESTS.replace('rules-test/1', 'rules-test/2')],
    ['a day that is none', TESTS.replace('cases:', 'as_of: soon\ncases:')],
    ['no facts', TESTS.replace('good.json', 'missing.json')],
  ])('refuses %s', async (_, text) => {
    const { code, json } = await cliJson(['rules', 'test', 't.yaml'], files({ 't.yaml': text }));
    expect([code, json.success]).toEqual([2, false]);
    expect(json.errors[0].code).toMatch(/^(E_RULESET|CLI_001)$/);
  });
});

it('works from the bundle, and asks for files', () => {
  const root = files();
  expect(speccade(['rules', 'eval', 'policy.yaml', 'wide.json'], root).status).toBe(1);
  for (const args of [['eval', 'policy.yaml'], ['explain'], ['hash'], ['cost'], ['fmt'], ['test']]) {
    const { status, stderr } = speccade(['rules', ...args], root);
    expect([args[0], status]).toEqual([args[0], 2]);
    expect(stderr).toContain('is given');
  }
});
