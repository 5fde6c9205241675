import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, cliJson, filesIn, folderWith, speccade, startSpeccade } from './harness.ts';

const SOURCE = `def layer(f):
    return audio_layer(oscillator(f, "square"), envelope(0.0, 0.02, 0.5, 0.02), volume = 0.4)

spec(
    asset_id = "gate",
    asset_type = "audio",
    seed = 7,
    description = "A gate",
    outputs = [output("gate.wav", "wav")],
    recipe = {"kind": "audio_v1", "params": {"duration_seconds": 0.1, "sample_rate": 22050, "layers": [layer(110)]}},
)
`;
const [HIT, MISS] = [{ cache_hit: true }, { cache_hit: false }];

/** The JSON that the bundle prints, in a process of its own. */
const bundled = (args: readonly string[], root: string) => JSON.parse(speccade([...args, '--json'], root).stdout);

const BAD = SOURCE.replace('110', '-3');

describe('starlark', () => {
  it('eval prints the document, floats as floats', async () => {
    const root = folderWith({ 'gate.star': SOURCE });
    const { code, out } = await cli(['eval', 'gate.star'], root);
    expect(code).toBe(0);
    expect(out).toMatch(/^\{"spec_version":1,"asset_id":"gate",.*"frequency":110\.0.*\}\n$/);
    const pretty = await cli(['eval', 'gate.star', '--pretty'], root);
    expect(JSON.parse(pretty.out)).toEqual(JSON.parse(out));
    const { json } = await cliJson(['eval', 'gate.star', '--compat', 'reference'], root);
    expect(json).toMatchObject({ success: true, result: { compat: 'reference' }, source_hash: expect.any(String) });
  });

  it('errors show the line with a caret and the way there', async () => {
    const root = folderWith({ 'bad.star': BAD });
    const { code, err } = await cli(['eval', 'bad.star'], root);
    expect(code).toBe(1);
    expect(err).toBe(`error[S002] bad.star:2:24: runtime error: S103: oscillator(): 'frequency' must be positive, got -3
2 |     return audio_layer(oscillator(f, "square"), envelope(0.0, 0.02, 0.5, 0.02), volume = 0.4)
  |                        ^
  called from line 10
`);
    const deep = folderWith({ 'deep.star': 'def f(n):\n    return f(n + 1)\n\nf(1)\n' });
    expect((await cli(['eval', 'deep.star'], deep)).err).toMatch(
      /(\n {2}called from f, line 2){5}\n {2}and \d+ more calls\n$/,
    );
    expect((await cliJson(['validate', 'bad.star'], root)).json.errors).toMatchObject([
      {
        code: 'S002',
        file: 'bad.star',
        line: 2,
        col: 24,
        inner_code: 'S103',
        function: 'oscillator',
        param: 'frequency',
      },
    ]);
    expect(filesIn(root)).toEqual(['bad.star']);
  });

  it('validate finds in the document what it finds in JSON', async () => {
    const root = folderWith({ 'gate.star': SOURCE, 'long.star': SOURCE.replace('0.1,', '-0.1,') });
    expect((await cliJson(['validate', 'gate.star'], root)).json).toMatchObject({
      success: true,
      result: { source_kind: 'starlark' },
    });
    const { json } = await cliJson(['validate', 'long.star'], root);
    expect(json.errors).toMatchObject([{ code: 'E012', path: 'recipe.params.duration_seconds', file: 'long.star' }]);
    expect(json.errors[0]).toMatchObject({
      line: 10,
      source_line: expect.stringContaining('"duration_seconds": -0.1'),
    });
  });

  it('generate makes what the same document makes as JSON, and finds it in the cache again', async () => {
    const root = folderWith({ 'gate.star': SOURCE });
    expect(bundled(['generate', 'gate.star', '-o', 'a'], root)).toMatchObject({ success: true, result: MISS });
    expect(bundled(['generate', 'gate.star', '-o', 'b'], root)).toMatchObject({ success: true, result: HIT });
    const report = JSON.parse(readFileSync(join(root, 'gate.report.json'), 'utf8'));
    expect(report).toMatchObject({
      source_kind: 'starlark',
      stdlib_version: '0.1.0',
      provenance: { stdlib_version: '0.1.0' },
    });
    expect(bundled(['cache', 'why', 'gate.star'], root).result).toMatchObject({ hit: true });
    const { out } = await cli(['eval', 'gate.star'], root);
    const twin = folderWith({ 'gate.json': out });
    // The library is part of the key, the bytes are the same.
    expect(bundled(['generate', 'gate.json', '-o', 'a'], twin)).toMatchObject({ success: true, result: MISS });
    expect(readFileSync(join(twin, 'a/gate.wav'))).toEqual(readFileSync(join(root, 'a/gate.wav')));
    const { source_hash: _, ...same } = (await cliJson(['hash', 'gate.star', '--reference'], root)).json.result;
    expect((await cliJson(['hash', 'gate.json', '--reference'], twin)).json.result).toMatchObject(same);
  });

  it('generate-all makes them in its workers, and refuses two that claim one path', () => {
    const root = folderWith({
      'specs/gate.star': SOURCE,
      'specs/bad.star': BAD,
      'specs/other.star': SOURCE.replaceAll('gate', 'other'),
    });
    const { result } = bundled(['generate-all', 'specs', '-o', 'out', '--jobs', '2'], root);
    expect(result).toMatchObject({ successful: 2, failed: 1 });
    expect(filesIn(join(root, 'out'))).toEqual(expect.arrayContaining(['gate.wav', 'other.wav']));
    expect(bundled(['generate-all', 'specs', '-o', 'out'], root).result).toMatchObject({ successful: 2, failed: 1 });
    const clash = folderWith({ 'specs/a.star': SOURCE, 'specs/b.star': SOURCE });
    const { errors } = bundled(['generate-all', 'specs', '-o', 'out'], clash);
    expect(errors.map(({ code }: { code: string }) => code)).toEqual(['E007', 'E007']);
  });

  it('what is not UTF-8 cannot be read, and fmt is for JSON', async () => {
    const root = folderWith({ 'a.star': new Uint8Array([0x23, 0xff]), 'gate.star': SOURCE });
    expect((await cliJson(['eval', 'a.star'], root)).json.errors).toMatchObject([{ code: 'CLI_001', file: 'a.star' }]);
    expect(await cli(['fmt', 'gate.star'], root)).toMatchObject({ code: 1, err: expect.stringContaining('CLI_007') });
    expect(readFileSync(join(root, 'gate.star'), 'utf8')).toBe(SOURCE);
  });
});

describe('modules', () => {
  const NOTES = 'load("_base.star", "BASE")\n\ndef note(n):\n    return BASE * n\n';
  const using = (path: string) => `load("${path}", "note")\n${SOURCE.replace('layer(110)', 'layer(note(2))')}`;
  const files = {
    'specs/sfx/gate.star': using('../lib/_notes.star'),
    'specs/lib/_notes.star': NOTES,
    'specs/lib/_base.star': 'BASE = 110\n',
    'outside.star': NOTES,
  };

  it('are loaded from below the folder that --load-root names, relative or from its root, and nowhere else', async () => {
    const root = folderWith(files);
    symlinkSync(join(root, 'outside.star'), join(root, 'specs/lib/link.star'));
    const evaluate = async (path: string, args: readonly string[] = ['--load-root', 'specs']) => {
      writeFileSync(join(root, 'specs/sfx/gate.star'), using(path));
      return cliJson(['eval', 'specs/sfx/gate.star', ...args], root);
    };
    for (const path of ['../lib/_notes.star', '//lib/_notes.star']) {
      const { json } = await evaluate(path);
      expect(json.result.recipe.params.layers[0].synthesis.frequency).toBe(220);
    }
    for (const [path, reason] of [
      ['../../outside.star', 'outside'],
      ['//../outside.star', 'outside'],
      ['../lib/link.star', 'outside'],
      [join(root, 'specs/lib/_notes.star'), 'relative'],
      ['..\\\\lib\\\\_notes.star', 'relative'],
      ['../lib/_notes.json', '.star'],
      ['../lib/missing.star', 'no such file'],
      ['../lib', '.star'],
      ['gate.star', 'cycle'],
    ]) {
      const { code, json } = await evaluate(path!);
      expect(code).toBe(1);
      expect(json.errors[0]).toMatchObject({ code: 'S001', message: expect.stringContaining(reason!) });
    }
    expect((await evaluate('//lib/_notes.star', [])).json.errors).toMatchObject([
      { code: 'S001', line: 1, suggestion: expect.stringContaining('--load-root') },
    ]);
    expect(await cli(['eval', 'specs/sfx/gate.star', '--load-root', 'nowhere'], root)).toMatchObject({ code: 2 });
  });

  it('are named by their errors', async () => {
    const root = folderWith({ ...files, 'specs/lib/_base.star': 'BASE = -1\nfail("no")\n' });
    const { err } = await cli(['eval', 'specs/sfx/gate.star', '--load-root', 'specs'], root);
    expect(err).toMatch(/^error\[S002\] specs\/lib\/_base\.star:2:1: .*no\n2 \| fail\("no"\)\n/);
  });

  it('are part of the cache key and of the provenance, and a change of one makes the spec anew', () => {
    const root = folderWith(files);
    const generate = () => bundled(['generate', 'specs/sfx/gate.star', '--load-root', 'specs'], root).result;
    expect(generate()).toMatchObject(MISS);
    expect(generate()).toMatchObject(HIT);
    const report = JSON.parse(readFileSync(join(root, 'specs/sfx/gate.report.json'), 'utf8'));
    expect(report.provenance.modules).toEqual([
      { uri: 'lib/_notes.star', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { uri: 'lib/_base.star', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    // The document is the same: only the file is not.
    writeFileSync(join(root, 'specs/lib/_base.star'), 'BASE = 55 * 2\n');
    expect(generate()).toMatchObject(MISS);
    const all = () => bundled(['generate-all', 'specs', '--load-root', 'specs', '-o', 'out'], root).result;
    expect(all()).toMatchObject({ successful: 1, cached: 1 });
    expect(all()).toMatchObject({ successful: 1, fresh_skipped: 1 });
    writeFileSync(join(root, 'specs/lib/_base.star'), 'BASE = 220\n');
    expect(all()).toMatchObject({ successful: 1, fresh_skipped: 0, cached: 0 });
    writeFileSync(join(root, 'specs/lib/_base.star'), 'BASE = -1\n');
    expect(all()).toMatchObject({ failed: 1 });
    writeFileSync(join(root, 'specs/lib/_base.star'), 'BASE = 220\n');
    expect(all()).toMatchObject({ failed: 0, successful: 1 });
  });
});

describe('the thread of scripts', () => {
  it('prints what a script prints to standard error, and in the JSON of eval', () => {
    const root = folderWith({ 'gate.star': `print("hello", 3)\n${SOURCE}` });
    const { stdout, stderr } = speccade(['eval', 'gate.star'], root);
    expect(stderr).toBe('gate.star:1: hello 3\n');
    expect(JSON.parse(stdout)).toMatchObject({ asset_id: 'gate' });
    expect(bundled(['eval', 'gate.star'], root).prints).toMatchObject([{ message: 'hello 3', line: 1 }]);
    expect(speccade(['validate', 'gate.star', '--no-report'], root).stderr).toBe('gate.star:1: hello 3\n');
  });

  it('is ended by Ctrl-C in the middle of a step that takes for ever', async () => {
    const root = folderWith({ 'endless.star': 'x = 3\nfor i in range(99):\n    x = x * x\n{}\n' });
    const child = startSpeccade(['eval', 'endless.star'], root);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(child.exitCode).toBe(null);
    child.kill('SIGINT');
    await new Promise((resolve) => child.on('exit', resolve));
    expect(child.signalCode ?? child.exitCode).toBe('SIGINT');
  });
});

describe('stdlib', () => {
  it('dump prints every function', async () => {
    const { out } = await cli(['stdlib', 'dump', '--format', 'json'], '.');
    const { stdlib_version, functions } = JSON.parse(out);
    expect(stdlib_version).toBe('0.1.0');
    expect(functions.length).toBeGreaterThanOrEqual(79);
  });

  it('search prints signatures', async () => {
    const { out } = await cli(['stdlib', 'search', 'karplus'], '.');
    expect(out).toBe('karplus_strong(frequency: float, damping: float, blend: float)\n    A plucked string.\n');
    expect(await cli(['stdlib', 'search'], '.')).toMatchObject({ code: 2 });
  });
});
