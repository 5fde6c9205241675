/** `speccade expand`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, cliJson, folderWith } from './harness.ts';

const song = (program: unknown, change: object = {}): object => ({
  spec_version: 1,
  asset_id: 'two-notes',
  asset_type: 'music',
  license: 'CC0-1.0',
  seed: 7,
  description: 'Two notes.',
  outputs: [{ kind: 'primary', format: 'xm', path: 'two-notes.xm' }],
  recipe: {
    kind: 'music.tracker_song_compose_v1',
    params: {
      format: 'xm',
      bpm: 125,
      speed: 6,
      channels: 2,
      instruments: [{ name: 'a', synthesis: { type: 'pulse' } }],
      patterns: { b: { rows: 8, program: { op: 'stack', parts: [] } }, a: { rows: 8, program } },
      arrangement: [{ pattern: 'a' }, { pattern: 'b' }],
      ...change,
    },
  },
});

const program = {
  op: 'transform',
  ops: [{ op: 'swing', amount_permille: 500, stride: 2, seed_salt: 's' }],
  body: { op: 'emit', at: { op: 'list', rows: [0, 3] }, cell: { channel: 1, inst: 0, note: 'C4' } },
};

const EXPANDED = {
  format: 'xm',
  bpm: 125,
  speed: 6,
  channels: 2,
  loop: false,
  instruments: [
    {
      name: 'a',
      synthesis: { type: 'pulse', duty_cycle: 0.5 },
      envelope: { attack: 0.01, decay: 0.1, sustain: 0.7, release: 0.2 },
    },
  ],
  patterns: {
    a: {
      rows: 8,
      data: [
        { row: 0, channel: 1, note: 'C4', inst: 0 },
        { row: 3, channel: 1, note: 'C4', inst: 0, effect_name: 'note_delay', effect_xy: [0, 3] },
      ],
    },
    b: { rows: 8, data: [] },
  },
  arrangement: [
    { pattern: 'a', repeat: 1 },
    { pattern: 'b', repeat: 1 },
  ],
  automation: [],
};

describe('expand', () => {
  it('prints the plain song, members in their order and defaults written out', async () => {
    const root = folderWith({ 'song.json': song(program) });
    const { code, out, err } = await cli(['expand', 'song.json'], root);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`${JSON.stringify(EXPANDED, null, 2)}\n`);
    const compact = await cli(['expand', '--spec', 'song.json', '--compact'], root);
    expect(compact.out).toBe(`${JSON.stringify(EXPANDED)}\n`);
  });

  it('writes it to a file, without a line end', async () => {
    const root = folderWith({ 'song.json': song(program) });
    const { code, out } = await cli(['expand', 'song.json', '-o', 'deep/plain.json'], root);
    expect([code, out]).toEqual([0, 'deep/plain.json\n']);
    expect(readFileSync(join(root, 'deep/plain.json'), 'utf8')).toBe(JSON.stringify(EXPANDED, null, 2));
  });

  it('wraps it with --json, keys sorted', async () => {
    const root = folderWith({ 'song.json': song(program) });
    const { json, out } = await cliJson(['expand', 'song.json'], root);
    expect(json).toMatchObject({ success: true, errors: [], warnings: [], expanded: EXPANDED, source_kind: 'json' });
    expect(json.source_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(json)).toEqual(Object.keys(json).sort());
    expect(Object.keys(json.expanded)).toEqual(Object.keys(EXPANDED).sort());
    expect(out.endsWith('}\n')).toBe(true);
  });

  it('speaks the reference dialect where it is told to', async () => {
    const root = folderWith({ 'song.json': song(program) });
    const { json } = await cliJson(['expand', 'song.json', '--compat', 'reference'], root);
    expect(json.expanded.patterns.a.data[1].effect_xy[1]).toBe(0);
  });

  it('comes out of what it prints: a song of the plain kind that is valid', async () => {
    const root = folderWith({ 'song.json': song(program) });
    const { json } = await cliJson(['expand', 'song.json'], root);
    const plain = { ...(song(program) as object), recipe: { kind: 'music.tracker_song_v1', params: json.expanded } };
    const { code, err } = await cli(['validate', 'plain.json'], folderWith({ 'plain.json': plain }));
    expect([code, err]).toEqual([0, '']);
  });

  it('says where a program is wrong', async () => {
    const root = folderWith({ 'song.json': song({ op: 'ref', name: 'x' }) });
    const { code, out, err } = await cli(['expand', 'song.json', '-o', 'plain.json'], root);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^error\[MUSIC_COMPOSE_001\] song\.json:\d+:\d+ recipe\.params\.patterns\.a\.program\.name: /);
    expect(existsSync(join(root, 'plain.json'))).toBe(false);
    const { json } = await cliJson(['expand', 'song.json'], root);
    expect(json).toMatchObject({ success: false, errors: [{ code: 'MUSIC_COMPOSE_001' }] });
    expect(json).not.toHaveProperty('expanded');
  });

  it('refuses parameters that do not parse, and other kinds', async () => {
    const other = { ...song(program), recipe: { kind: 'audio_v1', params: {} } };
    const root = folderWith({ 'bad.json': song({ op: 'nothing' }), 'other.json': other, 'none.json': { seed: 1 } });
    expect(await cli(['expand', 'bad.json'], root)).toMatchObject({ code: 1, err: expect.stringContaining('E012') });
    expect(await cli(['expand', 'other.json'], root)).toMatchObject({ code: 1, err: expect.stringContaining('E016') });
    expect(await cli(['expand', 'none.json'], root)).toMatchObject({ code: 1, out: '' });
    expect(await cli(['expand', 'gone.json'], root)).toMatchObject({
      code: 1,
      err: expect.stringContaining('CLI_001'),
    });
    expect(await cli(['expand', 'bad.json', '--compact', '--pretty'], root)).toMatchObject({ code: 2 });
  });
});

describe('inspect', () => {
  it('writes the plain song beside the module', async () => {
    const root = folderWith({ 'song.json': song(program) });
    const { code, json } = await cliJson(['inspect', 'song.json', '-o', 'look'], root);
    expect(code).toBe(0);
    expect(json.result).toMatchObject({ intermediates: [], expanded_params_path: 'expanded_params.json' });
    expect(JSON.parse(readFileSync(join(root, 'look/expanded_params.json'), 'utf8'))).toEqual(EXPANDED);
    expect(existsSync(join(root, 'look/two-notes.xm'))).toBe(true);
  });
});
