import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetsIn, filesIn, folderWith, soundSpec, speccade, startSpeccade } from './harness.ts';

const many = (count: number, params: Record<string, unknown> = {}) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`specs/s${i}.json`, soundSpec(`sound-${i}`, { seed: i }, params)]),
  );

function run(root: string, ...args: string[]) {
  const outcome = speccade(['generate-all', '--spec-dir', 'specs', ...args, '--json'], root);
  return { ...outcome, json: JSON.parse(outcome.stdout) };
}

describe('generate-all', () => {
  it('gives the same bytes with 1 and N workers, cached or not', () => {
    const root = folderWith(many(8));
    const one = run(root, '-o', 'one', '--jobs', '1', '--no-cache');
    const four = run(root, '-o', 'four', '--jobs', '4', '--cache-dir', 'c');
    const cached = run(root, '-o', 'cached', '--cache-dir', 'c');
    expect([one, four, cached].map(({ status, json }) => [status, json.result.successful, json.result.cached])).toEqual(
      [
        [0, 8, 0],
        [0, 8, 0],
        [0, 8, 8],
      ],
    );
    expect(Object.keys(assetsIn(join(root, 'one')))).toHaveLength(16);
    expect(assetsIn(join(root, 'four'))).toEqual(assetsIn(join(root, 'one')));
    expect(assetsIn(join(root, 'cached'))).toEqual(assetsIn(join(root, 'one')));
    const outputs = (json: { result: { specs: { outputs: unknown }[] } }) =>
      json.result.specs.map((spec) => spec.outputs);
    expect(outputs(four.json)).toEqual(outputs(one.json));
    expect(outputs(cached.json)).toEqual(outputs(one.json));
  });

  it('skips what is up to date, and makes again what was touched', () => {
    const root = folderWith(many(4));
    run(root, '-o', 'out');
    expect(run(root, '-o', 'out').json.result.fresh_skipped).toBe(4);
    writeFileSync(join(root, 'specs/s0.json'), JSON.stringify(soundSpec('sound-0', { seed: 99 })));
    rmSync(join(root, 'out/sounds/sound-1.wav'));
    utimesSync(join(root, 'out/sounds/sound-2.wav'), 1, 1);
    const again = run(root, '-o', 'out').json.result;
    expect(again.specs.map((spec: { status: string }) => spec.status)).toEqual([
      'generated',
      'cached',
      'cached',
      'fresh',
    ]);
    expect(run(root, '-o', 'out', '--force').json.result.specs.map((spec: { status: string }) => spec.status)).toEqual(
      Array(4).fill('generated'),
    );
    expect(run(root, '-o', 'out', '--budget', 'strict').json.result.fresh_skipped).toBe(0);
  });

  it('remembers why a spec was refused, until it changes', () => {
    const root = folderWith({
      'specs/bad.json': soundSpec('bad', { seed: -1, extra: 1 }),
      'specs/loud.json': soundSpec('loud', {}, { effects: [{ type: 'none' }] }),
    });
    const first = run(root, '-o', 'out');
    const second = run(root, '-o', 'out');
    expect(first.json.errors.length).toBeGreaterThan(2);
    expect(second.json.errors).toEqual(first.json.errors);
    expect(second.json.result.failed).toBe(2);
    writeFileSync(join(root, 'specs/bad.json'), JSON.stringify(soundSpec('bad')));
    expect(run(root, '-o', 'out').json.result).toMatchObject({ successful: 1, failed: 1 });
  });

  it('goes on after failures and tells them at the end', () => {
    const root = folderWith({
      ...many(3),
      'specs/bad.json': soundSpec('bad', { seed: -1 }),
      'specs/broken.json': '{',
      'specs/deep/unknown.star': 'x',
      'specs/_partial.json': '{',
      'specs/sound-0.report.json': '{}',
    });
    const { status, json } = run(root, '-o', 'out');
    expect(status).toBe(1);
    expect(json.result).toMatchObject({ total_specs: 6, successful: 3, failed: 3 });
    expect(json.errors.map((error: { code: string; file: string }) => `${error.code} ${error.file}`)).toEqual([
      'E004 specs/bad.json',
      'CLI_003 specs/broken.json',
      'S002 specs/deep/unknown.star',
    ]);
    const summary = JSON.parse(readFileSync(join(root, 'out/generation_summary.json'), 'utf8'));
    expect(summary).toMatchObject({ total_specs: 6, failed: 3, by_asset_type: { audio: { total: 4 } } });
    const text = speccade(['generate-all', 'specs', '-o', 'out'], root);
    expect(text.stdout).toMatch(/^6 specs in .*: 0 generated, 3 up to date, 3 failed\n$/);
    expect(text.stderr).toContain('error[E004] specs/bad.json');
  });

  it('refuses two specs that claim one path in the flat layout, not in by-spec', () => {
    const same = (id: string, path: string) => soundSpec(id, { outputs: [{ kind: 'primary', format: 'wav', path }] });
    const root = folderWith({
      'specs/a.json': same('aaa', 'x/beep.wav'),
      'specs/b.json': same('bbb', 'x/Beep.wav'),
      'specs/c.json': same('ccc', 'y.wav'),
    });
    const flat = run(root, '-o', 'flat');
    expect(flat.json.errors.map((error: { code: string; file: string }) => `${error.code} ${error.file}`)).toEqual([
      'E007 specs/a.json',
      'E007 specs/b.json',
    ]);
    expect(Object.keys(assetsIn(join(root, 'flat')))).toEqual(['y.wav', 'y_preview.waveform.png']);
    expect(run(root, '-o', 'by', '--layout', 'by-spec').status).toBe(0);
    expect(Object.keys(assetsIn(join(root, 'by'))).filter((name) => name.endsWith('.wav'))).toEqual([
      'a/x/beep.wav',
      'b/x/Beep.wav',
      'c/y.wav',
    ]);
  });

  it('splits into shards that together are the whole', () => {
    const root = folderWith(many(7));
    run(root, '-o', 'whole', '--no-cache');
    const counts = [1, 2, 3].map(
      (part) => run(root, '-o', 'parts', '--shard', `${part}/3`, '--no-cache').json.result.total_specs,
    );
    expect(counts).toEqual([3, 2, 2]);
    expect(assetsIn(join(root, 'parts'))).toEqual(assetsIn(join(root, 'whole')));
  });

  it('under --frozen tells every spec that the cache does not have, and exits with 3', () => {
    const root = folderWith(many(3));
    speccade(['generate-all', 'specs/s1.json', '-o', 'a'], root);
    const { status, json } = run(root, '-o', 'b', '--frozen');
    expect(status).toBe(3);
    expect(json.errors.map((error: { code: string; file: string }) => `${error.code} ${error.file}`)).toEqual([
      'CACHE_FROZEN_MISS specs/s0.json',
      'CACHE_FROZEN_MISS specs/s2.json',
    ]);
    expect(json.result.cached).toBe(1);
  });

  it('takes a glob', () => {
    const root = folderWith({ ...many(3), 'specs/sub/t.json': soundSpec('sub-t') });
    const globbed = JSON.parse(speccade(['generate-all', 'specs/s[01].json', '-o', 'out', '--json'], root).stdout);
    expect(globbed.result.specs.map((spec: { spec: string }) => spec.spec)).toEqual(['s0.json', 's1.json']);
    const deep = JSON.parse(speccade(['generate-all', 'specs/**/*.json', '-o', 'out', '--json'], root).stdout);
    expect(deep.result.total_specs).toBe(4);
  });

  it('prints a table of assets', () => {
    const root = folderWith(many(2));
    const { stdout } = speccade(['generate-all', 'specs', '-o', 'out', '--table'], root);
    expect(stdout).toMatch(
      /^asset +files +bytes +BLAKE3 +time +status\nsound-0 +2 .* generated\nsound-1 +2 .* generated\n2 specs in/,
    );
  });
});

describe('Ctrl-C', () => {
  it('ends with 130 and leaves whole files only', async () => {
    const root = folderWith(many(60, { duration_seconds: 20 }));
    const child = startSpeccade(['generate-all', 'specs', '-o', 'out', '--no-cache', '--jobs', '2'], root);
    const wavs = () => filesIn(join(root, 'out')).filter((name) => name.endsWith('.wav'));
    const started = Date.now();
    while (wavs().length < 2 && Date.now() - started < 30_000) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(130);
    const left = filesIn(join(root, 'out'));
    expect(wavs().length).toBeGreaterThan(0);
    expect(wavs().length).toBeLessThan(60);
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    for (const name of wavs()) expect(readFileSync(join(root, 'out', name)).length).toBe(44 + 20 * 44100 * 2);
  });
});
