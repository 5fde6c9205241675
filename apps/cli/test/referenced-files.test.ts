import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
