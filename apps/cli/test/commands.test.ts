import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, cliJson, filesIn, folderWith, soundSpec } from './harness.ts';

describe('the command line', () => {
  it('says its version and its commands', async () => {
    expect(await cli(['--version'], '.')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    });
    const help = await cli(['--help'], '.');
    for (const command of ['generate', 'generate-all', 'validate', 'cache gc', 'budget show', 'doctor', 'schema']) {
      expect(help.out).toContain(command);
      const page = await cli([...command.split(' '), '--help'], '.');
      expect(page).toMatchObject({ code: 0, out: expect.stringContaining(`Usage: speccade ${command}`) });
    }
  });

  it.each([
    [['generat'], 'did you mean generate?'],
    [['cache', 'stat'], 'did you mean cache stats?'],
    [['generate', 'a.json', '--out-rot', 'x'], 'did you mean --out-root?'],
    [['generate', 'a.json', 'b.json'], 'unexpected argument "b.json"'],
    [['generate', 'a.json', '--spec', 'b.json'], 'two specs are given'],
    [['generate'], 'no spec is given'],
    [['generate', 'a.json', '--out-root'], 'needs a value'],
    [['generate', 'a.json', '--preview', '-1'], '--preview must be a number above 0'],
    [['generate', 'a.json', '--preview=-1'], '--preview must be a number above 0'],
    [['generate', 'a.json', '--json=yes'], 'takes no value'],
    [['generate', 'a.json', '--compat', 'v1'], '--compat must be one of reference'],
    [['generate', 'a.json', '--frozen', '--no-cache'], '--frozen'],
    [['generate', 'a.json', '--budget', 'strict', '--budget-profile', 'strict'], 'are the same option'],
    [['generate-all', '.', '--jobs', '0'], '--jobs must be a whole number of at least 1'],
    [['generate-all', '.', '--shard', '3/2'], '--shard must be i/n'],
    [['generate-all', 'no/such/folder'], 'there is no folder'],
    [['cache', 'show'], 'no key is given'],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { code, out, err } = await cli(args, folderWith());
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('shows the commands of a group', async () => {
    expect(await cli(['cache'], '.')).toMatchObject({ code: 2, err: expect.stringContaining('cache gc') });
    expect(await cli(['cache', '--help'], '.')).toMatchObject({ code: 0, out: expect.stringContaining('cache gc') });
  });

  it('colours only where it is wanted', async () => {
    const root = folderWith({ 'a.json': soundSpec('a') });
    const plain = await cli(['validate', 'a.json'], root);
    expect(plain.err).not.toContain('\u001b');
    expect((await cli(['validate', 'a.json'], root, { FORCE_COLOR: '1' })).err).toContain('\u001b[31m');
    expect((await cli(['validate', 'a.json'], root, { FORCE_COLOR: '1', NO_COLOR: '1' })).err).not.toContain('\u001b');
  });
});

describe('validate', () => {
  it('says yes, with hashes and cost, and writes the report beside the spec', async () => {
    const root = folderWith({ 'specs/beep.json': soundSpec('beep') });
    const { code, json, err } = await cliJson(['validate', '--spec', 'specs/beep.json'], root);
    expect([code, err]).toEqual([0, '']);
    expect(json).toMatchObject({
      success: true,
      errors: [],
      warnings: [],
      result: {
        asset_id: 'beep',
        asset_type: 'audio',
        source_kind: 'json',
        budget: 'default',
        estimated_cost: expect.any(Number),
        report_path: 'specs/beep.report.json',
      },
      spec_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      source_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.parse(readFileSync(join(root, 'specs/beep.report.json'), 'utf8'))).toMatchObject({
      ok: true,
      spec_hash: json.spec_hash,
    });
    expect((await cli(['validate', 'specs/beep.json', '--no-report'], root)).out).toMatch(
      /✓ beep is valid {2}cost [\d,]+\n/,
    );
  });

  it('tells every finding with its place, on standard error, and exits with 1', async () => {
    const root = folderWith({ 'bad.json': soundSpec('bad', { seed: -1, colour: 'red' }, { duration_seconds: 0 }) });
    const { code, out, err } = await cli(['validate', 'bad.json'], root);
    expect([code, out]).toEqual([1, '']);
    expect(
      err
        .split('\n')
        .filter((line) => line.startsWith('error'))
        .map((line) => line.split(':').slice(0, 3).join(':')),
    ).toEqual([
      'error[E004] bad.json:6:3 seed',
      'error[E012] bad.json:18:7 recipe.params.duration_seconds',
      'error[E018] bad.json:37:3 colour',
    ]);
  });

  it('holds the spec against the budget that is named, or read from a file', async () => {
    const root = folderWith({
      'long.json': soundSpec('long', {}, { duration_seconds: 6 }),
      'budget.json': {
        name: 'tiny',
        extends: 'zx-8bit',
        audio: { max_duration_seconds: 6, max_samples: 300000, allowed_sample_rates: [44100] },
      },
    });
    const strict = await cliJson(['validate', 'long.json', '--budget-profile', 'zx-8bit'], root);
    expect(strict.code).toBe(1);
    expect(strict.json.errors.map((error: { code: string }) => error.code)).toEqual(['E020', 'E020', 'E020']);
    expect((await cli(['validate', 'long.json', '--budget', 'budget.json'], root)).code).toBe(0);
    const unknown = await cliJson(['validate', 'long.json', '--budget', 'strikt'], root);
    expect(unknown.json).toMatchObject({
      success: false,
      errors: [{ code: 'CLI_008', suggestion: 'did you mean "strict"?' }],
    });
    expect((await cliJson(['validate', 'long.json', '--budget', 'none.json'], root)).json.errors[0].code).toBe(
      'CLI_008',
    );
  });

  it('asks for a recipe only with --artifacts', async () => {
    const { recipe: _, ...contract } = soundSpec('contract');
    const root = folderWith({ 'c.json': contract });
    expect((await cli(['validate', 'c.json'], root)).code).toBe(0);
    expect((await cliJson(['validate', 'c.json', '--artifacts'], root)).json.errors).toMatchObject([
      { code: 'E010', path: 'recipe' },
    ]);
  });

  it.each([
    ['missing.json', 'CLI_001'],
    ['a.txt', 'CLI_002'],
    ['a.star', 'S004'],
    ['broken.json', 'CLI_003'],
    ['folder.json', 'CLI_001'],
  ])('%s gives %s and no report', async (name, code) => {
    const root = folderWith({ 'a.txt': '', 'a.star': '', 'broken.json': '{"a": ', 'folder.json/x': '' });
    const before = filesIn(root);
    const result = await cliJson(['validate', name], root);
    expect(result.code).toBe(1);
    expect(result.json).toMatchObject({ success: false, errors: [{ code }] });
    expect(filesIn(root)).toEqual(before);
  });
});

describe('eval, fmt and hash', () => {
  it('print the document without null members', async () => {
    const root = folderWith({ 'a.json': soundSpec('abc', { variants: null }) });
    const { out } = await cli(['eval', 'a.json'], root);
    expect(JSON.parse(out)).toEqual(soundSpec('abc'));
    expect((await cli(['eval', 'a.json', '--pretty', '--compat', 'reference'], root)).out).toContain(
      '\n  "compat": "reference"',
    );
    expect((await cliJson(['eval', 'a.json'], root)).json).toMatchObject({
      success: true,
      result: { asset_id: 'abc' },
    });
  });

  it('sort keys in place, once, and lose nothing', async () => {
    const root = folderWith({ 'a.json': '{"b":1e2,"a":{"d":[],"c":{}}}', 'twice.json': '{"a":1,"a":2}' });
    expect((await cli(['fmt', 'a.json', '--check'], root)).code).toBe(1);
    expect((await cli(['fmt', 'a.json'], root)).code).toBe(0);
    expect(readFileSync(join(root, 'a.json'), 'utf8')).toBe(
      '{\n  "a": {\n    "c": {},\n    "d": []\n  },\n  "b": 100\n}\n',
    );
    expect((await cli(['fmt', 'a.json', '--check'], root)).code).toBe(0);
    expect((await cliJson(['fmt', 'a.json'], root)).json.result).toEqual({ path: 'a.json', changed: false });
    expect((await cli(['fmt', 'twice.json'], root)).code).toBe(1);
    expect(readFileSync(join(root, 'twice.json'), 'utf8')).toBe('{"a":1,"a":2}');
  });

  it('agree on what a document is', async () => {
    const spec = soundSpec('abc');
    const root = folderWith({
      'a.json': spec,
      'b.json': JSON.stringify(Object.fromEntries(Object.entries(spec).reverse())),
    });
    const [a, b] = [await cliJson(['hash', 'a.json', '--reference'], root), await cliJson(['hash', 'b.json'], root)];
    expect(a.json.result.spec_hash).toBe(b.json.result.spec_hash);
    expect(a.json.result.reference_spec_hash).toBe(a.json.result.spec_hash);
    expect(a.json.result.source_hash).not.toBe(b.json.result.source_hash);
  });
});

describe('schema, budget, inspect and doctor', () => {
  it('print the schema, or write it', async () => {
    const root = folderWith();
    expect(JSON.parse((await cli(['schema'], root)).out).$schema).toContain('2020-12');
    expect((await cli(['schema', '-o', 'deep/s.json'], root)).code).toBe(0);
    expect(existsSync(join(root, 'deep/s.json'))).toBe(true);
  });

  it('list and show profiles', async () => {
    expect((await cli(['budget', 'list'], '.')).out).toContain('nethercore');
    expect((await cliJson(['budget', 'show', 'strict'], '.')).json.result).toMatchObject({
      name: 'strict',
      audio: { max_layers: 16 },
    });
    expect((await cli(['budget', 'show', 'unlimited'], '.')).out).toContain('any');
    expect((await cli(['budget', 'show', 'nope'], '.')).code).toBe(1);
  });

  it('inspect says what a spec comes to', async () => {
    const root = folderWith({ 'a.json': soundSpec('abc') });
    const { json } = await cliJson(['inspect', 'a.json', '--out-dir', 'o'], root);
    expect(json.result).toMatchObject({ asset_id: 'abc', recipe_kind: 'audio_v1', intermediates: [] });
  });

  it('checks the installation', async () => {
    const { code, json } = await cliJson(['doctor'], folderWith());
    expect(code).toBe(0);
    expect(json.result.recipe_kinds).toHaveLength(29);
    expect(json.result.recipe_kinds).toContainEqual({ kind: 'audio_v1', available: true });
  });
});
