/** What the world does to a command line: closed pipes, full disks, odd names, files that are not what they seem. */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  assetsIn,
  cleanBundle,
  cli,
  cliJson,
  filesIn,
  folderWith,
  soundSpec,
  speccade,
  startSpeccade,
} from './harness.ts';

const script = () => join(cleanBundle(), 'speccade.js');
/** Runs a shell line; `$S` is the command. */
function shell(line: string, cwd: string) {
  const command = `set -o pipefail; S='${process.execPath} ${script()}'; ${line}`;
  return spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
}
const codes = (json: { errors: { code: string; file?: string }[] }) =>
  json.errors.map(({ code, file }) => `${code} ${file ?? ''}`.trim());

describe.skipIf(process.platform === 'win32')('streams', () => {
  it('a closed pipe changes neither the work nor the exit code', () => {
    const root = folderWith({ 'bad.json': soundSpec('bad', { seed: -1 }), 's/a.json': soundSpec('aaa') });
    expect(shell('$S validate bad.json --json | true', root).status).toBe(1);
    expect(shell('$S generate-all s -o out 2>&1 | true', root).status).toBe(0);
    expect(existsSync(join(root, 'out/sounds/aaa.wav'))).toBe(true);
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk behind standard output is one line and a failure', () => {
    const root = folderWith({ 'a.json': soundSpec('aaa') });
    const { status, stderr } = shell('$S validate a.json --json > /dev/full', root);
    expect(status).toBe(2);
    expect(stderr).toBe('error: cannot write to standard output: no space is left on the device\n');
  });
});

describe('one path, two specs', () => {
  const at = (id: string, path: string, more: Record<string, unknown> = {}) =>
    soundSpec(id, { outputs: [{ kind: 'primary', format: 'wav', path }], ...more });
  const batch = (root: string, ...args: string[]) =>
    JSON.parse(speccade(['generate-all', 's', '-o', 'out', '--json', ...args], root).stdout);

  it('is refused with a byte-order mark', () => {
    const root = folderWith({
      's/a.json': at('aaa', 'x.wav'),
      's/b.json': `\ufeff${JSON.stringify(at('bbb', 'x.wav'))}`,
    });
    expect(codes(batch(root))).toEqual(['E007 s/a.json', 'E007 s/b.json']);
  });

  it('is refused where by-spec folders meet', () => {
    const root = folderWith({ 's/a.json': at('aaa', 'b/x.wav'), 's/a/b.json': at('bbb', 'x.wav') });
    expect(codes(batch(root, '--layout', 'by-spec'))).toEqual(['E007 s/a.json', 'E007 s/a/b.json']);
  });

  it('is refused for variants', () => {
    const variants = [{ variant_id: 'soft', seed_offset: 0 }];
    const root = folderWith({
      's/a.json': at('aaa', 'x.wav', { variants }),
      's/b.json': at('bbb', 'variants/soft/x.wav'),
    });
    expect(codes(batch(root, '--expand-variants'))).toEqual(['E007 s/a.json', 'E007 s/b.json']);
    expect(codes(batch(root))).toEqual([]);
  });
});

describe('folders and globs', () => {
  it('a folder with brackets in its name is a folder', () => {
    const root = folderWith({ 'b[1]/a.json': soundSpec('aaa'), 'c{x}/d/e.json': soundSpec('eee') });
    const specs = (where: string) =>
      JSON.parse(speccade(['generate-all', where, '-o', 'out', '--json'], root).stdout).result.specs.map(
        (spec: { spec: string }) => spec.spec,
      );
    expect(specs('b[1]')).toEqual(['a.json']);
    expect(specs(join(root, 'c{x}', '*/*.json'))).toEqual(['d/e.json']);
  });

  it('a glob that names nothing is an error, an empty folder is not', async () => {
    const root = folderWith({ 'empty/x.txt': '' });
    const { code, json } = await cliJson(['generate-all', 'no*/x.json', '-o', 'out'], root);
    expect([code, codes(json)]).toEqual([1, ['CLI_001']]);
    expect((await cli(['generate-all', 'empty', '-o', 'out'], root)).code).toBe(0);
  });
});

describe('files that cannot be had', () => {
  it('are told as such, never as a bug, and in JSON when that was asked for', async () => {
    const root = folderWith({ 'a.json': soundSpec('aaa'), 's/a.json': soundSpec('aaa'), 'a-file': '' });
    symlinkSync('loop.json', join(root, 'loop.json'));
    const attempts: [string[], number, string][] = [
      [['generate-all', 's', '-o', 'a-file'], 1, 'CLI_017'],
      [['schema', '-o', 'a-file/x'], 2, 'CLI_017'],
      [['fmt', 'a.json', '-o', 'a-file/x'], 2, 'CLI_017'],
      [['generate-all', 'loop.json'], 2, 'CLI_011'],
      [['generate-all', 'x'.repeat(300)], 2, 'CLI_011'],
      [['generate', 'none/a.json', '--watch'], 2, 'CLI_019'],
      [['generate', 'a.json', '--nonsense'], 2, 'CLI_011'],
      [['validate', 'a.json', '--budget', 'none.json'], 1, 'CLI_008'],
    ];
    for (const [args, exit, expected] of attempts) {
      const { code, json, err } = await cliJson(args, root);
      expect([args.join(' '), code, json.success, json.errors.at(-1).code]).toEqual([
        args.join(' '),
        exit,
        false,
        expected,
      ]);
      expect(err).not.toContain('bug in speccade');
    }
  });

  it('a report that cannot be written is a warning in the JSON too', async () => {
    const root = folderWith({ 'a.json': soundSpec('aaa'), 'a-file': '' });
    const { json } = await cliJson(['generate', 'a.json', '--no-cache', '--report-dir', 'a-file/x'], root);
    expect(json).toMatchObject({ success: true, warnings: [{ code: 'CLI_W002' }] });
    expect(json.result.report_path).toBeUndefined();
  });
});

describe('fmt', () => {
  it('keeps links, permissions and large integers', async () => {
    const root = folderWith({ 'real.json': '{"b":9007199254740993,"a":1.50}' });
    chmodSync(join(root, 'real.json'), 0o600);
    symlinkSync('real.json', join(root, 'link.json'));
    expect((await cli(['fmt', 'link.json'], root)).code).toBe(0);
    expect(lstatSync(join(root, 'link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, 'real.json'), 'utf8')).toBe('{\n  "a": 1.5,\n  "b": 9007199254740993\n}\n');
    expect(statSync(join(root, 'real.json')).mode & 0o777).toBe(0o600);
  });

  it('writes to standard output for -', async () => {
    const root = folderWith({ 'a.json': '{"b":1,"a":2}' });
    expect((await cli(['fmt', 'a.json', '-o', '-'], root)).out).toBe('{\n  "a": 2,\n  "b": 1\n}\n');
    expect(filesIn(root)).toEqual(['a.json']);
  });
});

describe('what is remembered of the last run', () => {
  it('is not believed when somebody changed it', () => {
    const root = folderWith({ 's/a.json': soundSpec('aaa') });
    const run = () => speccade(['generate-all', 's', '-o', 'out', '--table'], root);
    run();
    const [name] = filesIn(join(root, '.speccade/cache/fresh'));
    const path = join(root, '.speccade/cache/fresh', name!);
    const forged = readFileSync(path, 'utf8').replace(/"files":\[.*?\]/, '"files":[]');
    writeFileSync(path, forged);
    rmSync(join(root, 'out'), { recursive: true });
    expect(run().stdout).toContain('1 from the cache');
    expect(Object.keys(assetsIn(join(root, 'out')))).toHaveLength(2);
  });

  it('is cleared without touching what is not ours', () => {
    const root = folderWith({ 's/a.json': soundSpec('aaa'), 'mine/fresh/song.txt': 'x' });
    speccade(['cache', 'clear', '--cache-dir', 'mine'], root);
    expect(filesIn(join(root, 'mine'))).toContain('fresh/song.txt');
  });
});

describe('findings', () => {
  it('of the budget come together with those of the document', async () => {
    const root = folderWith({
      'a.json': soundSpec('aaa', { seed: -1 }, { duration_seconds: 100, sample_rate: 96000 }),
    });
    const { json } = await cliJson(['validate', 'a.json', '--budget', 'zx-8bit'], root);
    expect(json.errors.map(({ code }: { code: string }) => code)).toEqual(['E004', 'E020', 'E020', 'E020']);
  });

  it('of a missing backend have a line', async () => {
    const song = {
      asset_type: 'static_mesh',
      outputs: [{ kind: 'primary', format: 'glb', path: 'a.glb' }],
      recipe: { kind: 'static_mesh.blender_primitives_v1', params: {} },
    };
    const root = folderWith({ 'a.json': soundSpec('aaa', song) });
    expect((await cliJson(['generate', 'a.json'], root)).json.errors).toMatchObject([
      { code: 'E013', line: expect.any(Number), file: 'a.json' },
    ]);
  });
});

describe('generate-all --watch', () => {
  it('does not run for what it wrote itself', async () => {
    const root = folderWith({ 'a.json': soundSpec('aaa') });
    mkdirSync(join(root, 'out'));
    const child = startSpeccade(['generate-all', '*.json', '-o', 'out', '--watch'], root);
    let err = '';
    child.stderr!.on('data', (text) => (err += text));
    const runs = () => err.split('Watching for changes').length - 1;
    const wait = async (until: () => boolean) => {
      for (let i = 0; i < 500 && !until(); i++) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await wait(() => runs() === 1);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(runs()).toBe(1);
    writeFileSync(join(root, 'b.json'), JSON.stringify(soundSpec('bbb')));
    await wait(() => runs() === 2);
    expect(existsSync(join(root, 'out/sounds/bbb.wav'))).toBe(true);
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(130);
  });
});
