import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetsIn, cli, cliJson, filesIn, folderWith, soundSpec, speccade, startSpeccade } from './harness.ts';

describe('generate', () => {
  it('writes a WAV, its picture and the report', async () => {
    const root = folderWith({ 'specs/beep.json': soundSpec('beep') });
    const { code, json, err } = await cliJson(
      ['generate', '--spec', 'specs/beep.json', '--out-root', 'out', '--no-cache'],
      root,
    );
    expect([code, err]).toEqual([0, '']);
    expect(filesIn(root)).toEqual([
      'out/sounds/beep.wav',
      'out/sounds/beep_preview.waveform.png',
      'specs/beep.json',
      'specs/beep.report.json',
    ]);
    const wav = readFileSync(join(root, 'out/sounds/beep.wav'));
    expect([wav.toString('latin1', 0, 4), wav.toString('latin1', 8, 12), wav.readUInt32LE(4)]).toEqual([
      'RIFF',
      'WAVE',
      wav.length - 8,
    ]);
    expect(json).toMatchObject({
      success: true,
      result: {
        asset_id: 'beep',
        out_root: 'out',
        budget: 'default',
        cache_hit: false,
        outputs: [
          {
            kind: 'primary',
            format: 'wav',
            path: 'sounds/beep.wav',
            hash: expect.stringMatching(/^[0-9a-f]{64}$/),
            bytes: wav.length,
          },
          { kind: 'preview', format: 'png', path: 'sounds/beep_preview.waveform.png' },
        ],
        report_path: 'specs/beep.report.json',
      },
      spec_hash: expect.any(String),
      source_hash: expect.any(String),
    });
    const report = JSON.parse(readFileSync(join(root, 'specs/beep.report.json'), 'utf8'));
    expect(report).toMatchObject({ ok: true, outputs: json.result.outputs, provenance: { source_kind: 'json' } });
  });

  it('says in a line what it made, and nothing else', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    const { out, err } = await cli(['generate', 'beep.json', '--no-cache'], root);
    expect(out).toMatch(/^✓ sounds\/beep\.wav {2}[\d.]+ kB, [\d.]+ m?s\n✓ sounds\/beep_preview\.waveform\.png .*\n$/);
    expect(err).toBe('');
  });

  it('makes variants with seeds and folders of their own', async () => {
    const variants = [
      { variant_id: 'soft', seed_offset: 0 },
      { variant_id: 'hard', seed_offset: 9 },
    ];
    const root = folderWith({ 'beep.json': soundSpec('beep', { variants }) });
    const { json } = await cliJson(['generate', 'beep.json', '-o', 'out', '--expand-variants', '--no-cache'], root);
    expect(filesIn(join(root, 'out')).filter((name) => name.endsWith('.wav'))).toEqual([
      'sounds/beep.wav',
      'variants/hard/sounds/beep.wav',
      'variants/soft/sounds/beep.wav',
    ]);
    expect(new Set(Object.values(assetsIn(join(root, 'out')))).size).toBe(6);
    expect(json.result.variants).toMatchObject([
      { variant_id: 'soft', success: true, report_path: 'beep__soft.report.json' },
      { variant_id: 'hard', success: true, report_path: 'beep__hard.report.json' },
    ]);
    expect(JSON.parse(readFileSync(join(root, 'beep__soft.report.json'), 'utf8'))).toMatchObject({
      base_spec_hash: json.spec_hash,
      variant_id: 'soft',
    });
  });

  it('cuts a preview and says so', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep', {}, { duration_seconds: 1 }) });
    const { json } = await cliJson(['generate', 'beep.json', '--preview', '0.25', '--no-cache'], root);
    expect(json.result.outputs[0]).toMatchObject({ preview: true, bytes: 44 + 2 * 11025 });
  });

  it('times stages when asked', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    const { json } = await cliJson(['generate', 'beep.json', '--profile'], root);
    expect(json.result.stages.map((stage: { stage: string }) => stage.stage)).toContain('render_audio');
    expect(existsSync(join(root, '.speccade'))).toBe(false);
  });

  it('answers kinds that nothing makes yet with their name, exit code 2', async () => {
    const song = soundSpec('song', {
      asset_type: 'static_mesh',
      outputs: [{ kind: 'primary', format: 'glb', path: 'song.glb' }],
      recipe: { kind: 'static_mesh.blender_primitives_v1', params: {} },
    });
    const root = folderWith({ 'song.json': song });
    const { code, json } = await cliJson(['generate', 'song.json'], root);
    expect(code).toBe(2);
    expect(json.errors).toMatchObject([
      { code: 'E013', message: expect.stringContaining('"static_mesh.blender_primitives_v1"') },
    ]);
  });
});

describe('a failing run', () => {
  it('leaves the files of the run before it as they were', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    await cli(['generate', 'beep.json', '-o', 'out', '--no-cache'], root);
    const before = assetsIn(join(root, 'out'));
    for (const change of [
      { seed: -1 },
      { recipe: { kind: 'audio_v1', params: { duration_seconds: 99, layers: [] } } },
    ]) {
      writeFileSync(join(root, 'beep.json'), JSON.stringify(soundSpec('beep', change)));
      expect((await cli(['generate', 'beep.json', '-o', 'out', '--no-cache'], root)).code).toBe(1);
      expect(assetsIn(join(root, 'out'))).toEqual(before);
    }
  });

  it('writes nothing when one of its files cannot be written', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    // The picture's place is taken by a folder; the sound must not appear either.
    mkdirSync(join(root, 'out/sounds/beep_preview.waveform.png'), { recursive: true });
    const { code, json } = await cliJson(['generate', 'beep.json', '-o', 'out', '--no-cache'], root);
    expect(code).toBe(2);
    expect(json).toMatchObject({
      success: false,
      errors: [{ code: 'CLI_017', message: expect.stringContaining('folder') }],
    });
    expect(filesIn(join(root, 'out'))).toEqual([]);
    expect(JSON.parse(readFileSync(join(root, 'beep.report.json'), 'utf8'))).toMatchObject({ ok: false, outputs: [] });
  });

  it('does not follow a symbolic link out of the output folder', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep'), 'elsewhere/keep.txt': 'x' });
    mkdirSync(join(root, 'out'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'out/sounds'));
    const { code, err } = await cli(['generate', 'beep.json', '-o', 'out', '--no-cache'], root);
    expect(code).toBe(2);
    expect(err).toContain('symbolic link');
    expect(filesIn(join(root, 'elsewhere'))).toEqual(['keep.txt']);
  });

  it('tells when the folder cannot be written, and a report that cannot be is a warning', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep'), 'a-file': '' });
    const blocked = await cli(['generate', 'beep.json', '-o', 'a-file/out', '--no-cache'], root);
    expect([blocked.code, blocked.err]).toEqual([2, expect.stringContaining('CLI_017')]);
    const unreported = await cli(
      ['generate', 'beep.json', '-o', 'out', '--no-cache', '--report-dir', 'a-file/reports'],
      root,
    );
    expect([unreported.code, unreported.err]).toEqual([0, expect.stringContaining('warning[CLI_W002]')]);
  });

  it.skipIf(process.getuid?.() === 0)('tells when permission is denied', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep'), 'out/x': '' });
    chmodSync(join(root, 'out'), 0o555);
    expect((await cli(['generate', 'beep.json', '-o', 'out', '--no-cache'], root)).err).toContain('permission denied');
  });
});

describe('the cache', () => {
  it('gives the second run the same files and report', () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    const first = JSON.parse(speccade(['generate', 'beep.json', '-o', 'one', '--json'], root).stdout);
    const second = JSON.parse(speccade(['generate', 'beep.json', '-o', 'two', '--json'], root).stdout);
    expect([first.result.cache_hit, second.result.cache_hit]).toEqual([false, true]);
    expect(assetsIn(join(root, 'two'))).toEqual(assetsIn(join(root, 'one')));
    expect(second.result.outputs).toEqual(first.result.outputs);
  });

  it('is verified: a damaged entry is a miss, and is told', () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    speccade(['generate', 'beep.json', '-o', 'one'], root);
    const blobs = filesIn(join(root, '.speccade/cache/blobs'));
    for (const name of blobs) {
      const path = join(root, '.speccade/cache/blobs', name);
      const bytes = readFileSync(path);
      bytes[bytes.length - 1]! ^= 1;
      chmodSync(path, 0o644);
      writeFileSync(path, bytes);
    }
    const run = speccade(['generate', 'beep.json', '-o', 'two', '--json'], root);
    expect(JSON.parse(run.stdout).result.cache_hit).toBe(false);
    expect(run.stderr).toContain('cache.corrupt');
    expect(assetsIn(join(root, 'two'))).toEqual(assetsIn(join(root, 'one')));
  });

  it('under --frozen is all there is: a miss exits with 3', () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    expect(speccade(['generate', 'beep.json', '--frozen'], root).status).toBe(3);
    speccade(['generate', 'beep.json'], root);
    expect(speccade(['generate', 'beep.json', '--frozen'], root).status).toBe(0);
  });

  it('is turned off by --no-cache, and by --cache off', () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    speccade(['generate', 'beep.json', '--no-cache'], root);
    speccade(['generate', 'beep.json', '--cache', 'off'], root);
    expect(existsSync(join(root, '.speccade'))).toBe(false);
  });

  it('that cannot be written is a warning, and the run succeeds', () => {
    const root = folderWith({ 'beep.json': soundSpec('beep'), '.speccade': 'a file' });
    const run = speccade(['generate', 'beep.json'], root);
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('cache.warning');
    expect(statSync(join(root, 'sounds/beep.wav')).size).toBeGreaterThan(44);
  });

  it('can be looked into', () => {
    const root = folderWith({ 'beep.json': soundSpec('beep'), 'boop.json': soundSpec('beep', { seed: 8 }) });
    speccade(['generate', 'beep.json'], root);
    speccade(['generate', 'beep.json'], root);
    const json = (...args: string[]) => JSON.parse(speccade([...args, '--json'], root).stdout).result;
    expect(json('cache', 'stats')).toMatchObject({ records: 1, blobs: 2, counters: { hits: 1, misses: 1, stores: 1 } });
    expect(json('cache', 'info').records).toBe(1);
    const [entry] = json('cache', 'list');
    expect(entry).toMatchObject({ asset: { id: 'beep', type: 'audio' }, files: 2, sourcePath: 'beep.json' });
    expect(json('cache', 'show', entry.key.slice(0, 8))).toMatchObject({ key: entry.key, key_input: { seed: 7 } });
    expect(json('cache', 'why', 'beep.json')).toMatchObject({ hit: true, key: entry.key });
    expect(json('cache', 'why', 'boop.json')).toMatchObject({ hit: false, nearest: { key: entry.key } });
    expect(JSON.stringify(json('cache', 'why', 'boop.json').nearest.differences)).toContain('seed');
    expect(json('cache', 'verify')).toMatchObject({ records: 1, problems: [] });
    expect(speccade(['cache', 'gc', '--dry-run'], root).status).toBe(0);
    expect(json('cache', 'clear')).toEqual({ removed: 1 });
    expect(json('cache', 'stats')).toMatchObject({ records: 0, blobs: 0 });
  });
});

describe('--watch', () => {
  async function until(holds: () => boolean): Promise<void> {
    const started = Date.now();
    while (!holds() && Date.now() - started < 20_000) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(holds()).toBe(true);
  }

  it('generates again when the spec changes, goes on after errors, and ends with Ctrl-C', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    const child = startSpeccade(['generate', 'beep.json', '--watch', '--no-cache'], root);
    let err = '';
    child.stderr!.on('data', (text) => (err += text));
    const wav = join(root, 'sounds/beep.wav');
    const runs = () => err.split('Watching for changes').length - 1;
    await until(() => runs() === 1);
    const first = readFileSync(wav);
    writeFileSync(join(root, 'beep.json'), '{"broken"');
    await until(() => runs() === 2);
    expect(err).toContain('CLI_003');
    expect(readFileSync(wav)).toEqual(first);
    writeFileSync(join(root, 'beep.json'), JSON.stringify(soundSpec('beep', { seed: 8 })));
    await until(() => runs() === 3);
    expect(readFileSync(wav)).not.toEqual(first);
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(130);
  });
});
