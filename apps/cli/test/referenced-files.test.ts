import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliJson, filesIn, folderWith, soundSpec, speccade } from './harness.ts';

const songSpec = (instrument: object) => ({
  ...soundSpec('song'),
  asset_type: 'music',
  outputs: [{ kind: 'primary', format: 'xm', path: 'song.xm' }],
  recipe: {
    kind: 'music.tracker_song_v1',
    params: {
      format: 'xm',
      bpm: 125,
      speed: 6,
      channels: 2,
      instruments: [{ name: 'a', loop_mode: 'none', ...instrument }],
      patterns: { a: { rows: 4, data: [{ note: 'C4' }] } },
      arrangement: [{ pattern: 'a' }],
    },
  },
});

const withRef = (ref: string) => songSpec({ ref });
const shortKick = soundSpec('kick', {}, { duration_seconds: 0.05 });

describe('files that a spec refers to', () => {
  it('are read below the current folder, and are part of the cache key', () => {
    const root = folderWith({
      'sounds/kick.json': soundSpec('kick'),
      'songs/song.json': withRef('../sounds/kick.json'),
    });
    const run = () => {
      const { stdout } = speccade(['generate', 'songs/song.json', '--json'], root);
      const { success, errors, result } = JSON.parse(stdout);
      expect(errors).toEqual([]);
      return [success, result.cache_hit];
    };
    expect([run(), run()]).toEqual([
      [true, false],
      [true, true],
    ]);
    expect(filesIn(root).some((file) => file.endsWith('song.xm'))).toBe(true);
    writeFileSync(join(root, 'sounds/kick.json'), JSON.stringify(shortKick));
    expect([run(), run()]).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it.each(['../kick.json', 'out.json', '/etc/passwd', 'C:kick.json', 'a\\b.json', 'folder'])(
    'are not read at %s, outside of it',
    async (path) => {
      const outside = folderWith({ 'kick.json': soundSpec('kick') });
      const root = join(outside, 'project');
      const project = folderWith({ 'song.json': withRef(path), 'folder/x': '' });
      symlinkSync(project, root);
      symlinkSync(join(outside, 'kick.json'), join(project, 'out.json'));
      const { code, json } = await cliJson(['generate', 'song.json'], project);
      expect(code).not.toBe(0);
      expect(json.errors).toMatchObject([
        { code: 'MUSIC_006', path: 'recipe.params.instruments[0].ref', line: expect.any(Number), file: 'song.json' },
      ]);
    },
  );

  it('are read below the load root where one is given', async () => {
    const root = folderWith({ 'kick.json': soundSpec('kick'), 'songs/song.json': withRef('../kick.json') });
    const args = ['generate', 'songs/song.json', '--load-root'];
    expect((await cliJson([...args, 'songs'], root)).json.errors).toMatchObject([{ code: 'MUSIC_006' }]);
    expect((await cliJson([...args, '.'], root)).json.errors).toEqual([]);
  });

  it('make generate-all do work when they change, come or go', () => {
    const root = folderWith({
      'specs/song.json': withRef('sounds/kick.json'),
      'specs/sounds/kick.json': soundSpec('kick'),
    });
    const kick = join(root, 'specs/sounds/kick.json');
    const statusOfSong = () => {
      const { stdout } = speccade(['generate-all', 'specs', '-o', 'out', '--json', '--jobs', '1'], root);
      const { specs } = JSON.parse(stdout).result as { specs: { spec: string; status: string }[] };
      return specs.find(({ spec }) => spec.endsWith('song.json'))!.status;
    };
    expect([statusOfSong(), statusOfSong()]).toEqual(['generated', 'fresh']);
    writeFileSync(kick, JSON.stringify(shortKick));
    expect([statusOfSong(), statusOfSong()]).toEqual(['generated', 'fresh']);
    rmSync(kick);
    expect(statusOfSong()).toBe('failed');
    writeFileSync(kick, JSON.stringify(shortKick));
    expect(['generated', 'cached']).toContain(statusOfSong());
  });
});

describe('scripts that a spec refers to', () => {
  const script = (more: string) =>
    `${more}\nspec(asset_id = "beep", asset_type = "audio", license = "CC0-1.0", seed = 1,
      outputs = [output("beep.wav", "wav")],
      recipe = {"kind": "audio_v1", "params": {"duration_seconds": LENGTH, "sample_rate": 22050, "layers": [
        audio_layer(oscillator(440.0, "sine"), envelope = envelope(0.01, 0.05, 0.0, 0.02))]}})\n`;
  const SHORT = 'LENGTH = 0.1';
  const run = async (root: string, ...args: string[]) => cliJson(['generate', 'songs/song.json', ...args], root);
  const songBytes = (root: string) => readFileSync(join(root, filesIn(root).find((file) => file.endsWith('.xm'))!));

  it('are sounds as what they evaluate to', async () => {
    const root = folderWith({ 'songs/song.json': withRef('beep.star'), 'songs/beep.star': script(SHORT) });
    const { code, json } = await run(root, '--no-cache');
    expect([code, json.errors]).toEqual([0, []]);
    const fromScript = songBytes(root);
    const evaluated = (await cliJson(['eval', 'songs/beep.star'], root)).json.result;
    const plain = folderWith({ 'songs/song.json': withRef('beep.json'), 'songs/beep.json': evaluated });
    expect((await run(plain, '--no-cache')).json.errors).toEqual([]);
    expect(songBytes(plain)).toEqual(fromScript);
  });

  it('are part of the cache key and the record, with what they load and the library', async () => {
    const root = folderWith({
      'songs/song.json': withRef('../sounds/beep.star'),
      'sounds/beep.star': script('load("//lib/_length.star", "LENGTH")'),
      'lib/_length.star': SHORT,
    });
    const once = () => {
      const { stdout } = speccade(['generate', 'songs/song.json', '--load-root', '.', '--json'], root);
      const { errors, result } = JSON.parse(stdout);
      expect(errors).toEqual([]);
      return result.cache_hit;
    };
    expect([once(), once()]).toEqual([false, true]);
    const report = filesIn(root).find((file) => file.endsWith('song.report.json'))!;
    const { stdlib_version: library, provenance } = JSON.parse(readFileSync(join(root, report), 'utf8'));
    expect(library).toMatch(/^\d+\./);
    expect(JSON.stringify(provenance)).toMatch(
      /"file:\.\.\/sounds\/beep\.star".*"lib\/_length\.star"|"lib\/_length\.star".*beep/,
    );
    writeFileSync(join(root, 'lib/_length.star'), 'LENGTH = 0.2');
    expect([once(), once()]).toEqual([false, true]);
    writeFileSync(join(root, 'sounds/beep.star'), script('LENGTH = 0.3'));
    expect([once(), once()]).toEqual([false, true]);
  });

  it.each([
    ['a mistake', script('LENGTH = 0.1 +'), 'S001', 'songs/beep.star'],
    ['an error of its own', script('LENGTH = 0.1\nfail("no")'), 'S002', 'songs/beep.star'],
    ['a module without a load root', script('load("x.star", "LENGTH")'), 'S001', 'songs/beep.star'],
    ['no end', script(`${SHORT}\ndef f():\n  for i in range(1000000000):\n    pass\nf()`), 'S003', 'songs/beep.star'],
    ['no document', '{"asset_type": "audio"}', 'S006', 'songs/beep.star'],
    ['no sound', script(SHORT).replace('audio_v1', 'texture.trimsheet_v1'), 'MUSIC_006', 'songs/song.json'],
  ])('with %s fail the song, by their own lines', async (_, source, code, file) => {
    const root = folderWith({
      'songs/song.json': withRef('beep.star'),
      'songs/beep.star': source,
      'songs/x.star': SHORT,
    });
    const outcome = await run(root, '--no-cache');
    expect(outcome.code).not.toBe(0);
    expect(outcome.json.errors).toContainEqual(expect.objectContaining({ code, file }));
  });

  it('are not read outside of the folder of specs', async () => {
    const outside = folderWith({ 'beep.star': script(SHORT), 'project/songs/song.json': withRef('../../beep.star') });
    const { json } = await run(join(outside, 'project'), '--no-cache');
    expect(json.errors).toMatchObject([{ code: 'MUSIC_006', path: 'recipe.params.instruments[0].ref' }]);
  });

  it('make generate-all do work when they or their modules change', () => {
    const root = folderWith({
      'specs/song.json': withRef('_sounds/beep.star'),
      'specs/_sounds/beep.star': script('load("_length.star", "LENGTH")'),
      'specs/_sounds/_length.star': SHORT,
    });
    const status = () => {
      const args = ['generate-all', 'specs', '-o', 'out', '--json', '--jobs', '1', '--load-root', 'specs'];
      const { specs } = JSON.parse(speccade(args, root).stdout).result as { specs: { spec: string; status: string }[] };
      return specs.find(({ spec }) => spec.endsWith('song.json'))!.status;
    };
    expect([status(), status()]).toEqual(['generated', 'fresh']);
    writeFileSync(join(root, 'specs/_sounds/_length.star'), 'LENGTH = 0.2');
    expect([status(), status()]).toEqual(['generated', 'fresh']);
  });
});
