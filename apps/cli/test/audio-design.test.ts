import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, cliJson, filesIn, folderWith, soundSpec } from './harness.ts';

const SFXR = '{"wave_type":0,"p_base_freq":0.3,"p_env_sustain":0.1,"p_env_decay":0.2}';

/** A sound with a layer and an effect that an empty chain cannot have between. */
const limited = () =>
  soundSpec(
    'loud',
    {},
    { effects: [{ type: 'limiter', threshold_db: -3, release_ms: 80, lookahead_ms: 3, ceiling_db: -1 }] },
  );

describe('audio randomize', () => {
  it('prints a formatted spec, the same every time', async () => {
    const args = ['audio', 'randomize', '--category', 'laser', '--seed', '7'];
    const root = folderWith();
    const first = await cli(args, root);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(await cli(['audio', 'randomize', 'LASER', '--seed', '7', '-o', '-'], root)).toEqual(first);
    const spec = JSON.parse(first.out);
    expect(spec).toMatchObject({ asset_id: 'laser-7', seed: 7, recipe: { kind: 'audio_v1' } });
    expect(filesIn(root)).toEqual([]);
    writeFileSync(join(root, 'a.json'), first.out);
    expect(await cli(['fmt', 'a.json', '--check'], root)).toMatchObject({ code: 0 });
    expect(await cli(['generate', 'a.json', '-o', 'out', '--no-report', '--no-cache'], root)).toMatchObject({
      code: 0,
    });
    expect(filesIn(root)).toContain('out/sounds/laser-7.wav');
  });

  it('writes a file or a folder of them', async () => {
    const root = folderWith();
    expect(await cli(['audio', 'randomize', '-c', 'coin', '-o', 'deep/coin.json'], root)).toEqual({
      code: 0,
      out: '✓ deep/coin.json\n',
      err: '',
    });
    const many = await cliJson(
      ['audio', 'randomize', '-c', 'coin', '--seed', '4294967295', '--count', '2', '-o', 'x'],
      root,
    );
    expect(many.json).toEqual({
      success: true,
      errors: [],
      warnings: [],
      result: {
        specs: [
          { asset_id: 'coin-4294967295', path: 'x/coin-4294967295.json' },
          { asset_id: 'coin-0', path: 'x/coin-0.json' },
        ],
      },
    });
    expect(filesIn(root)).toEqual(['deep/coin.json', 'x/coin-0.json', 'x/coin-4294967295.json']);
    expect(readFileSync(join(root, 'x/coin-0.json'), 'utf8')).toBe(readFileSync(join(root, 'deep/coin.json'), 'utf8'));
  });

  it('replaces no file without --force, not even one of several', async () => {
    const root = folderWith({ 'a.json': 'mine', 'x/blip-1.json': 'mine' });
    symlinkSync('nowhere', join(root, 'link.json'));
    for (const output of ['a.json', 'link.json']) {
      expect(await cli(['audio', 'randomize', 'blip', '-o', output], root)).toMatchObject({
        code: 2,
        out: '',
        err: `error[CLI_017]: cannot write ${output}: it is there already; --force replaces it\n`,
      });
    }
    const several = ['audio', 'randomize', 'blip', '--count', '3', '-o', 'x'];
    expect(await cli(several, root)).toMatchObject({ code: 2 });
    expect(filesIn(root)).toEqual(['a.json', 'x/blip-1.json']);
    expect(await cli([...several, '--force'], root)).toMatchObject({ code: 0 });
    expect(filesIn(root)).toEqual(['a.json', 'x/blip-0.json', 'x/blip-1.json', 'x/blip-2.json']);
    expect(readFileSync(join(root, 'a.json'), 'utf8')).toBe('mine');
  });

  it('says what it cannot write', async () => {
    const root = folderWith({ 'a.json': '{}' });
    const { code, json } = await cliJson(['audio', 'randomize', 'blip', '-o', 'a.json/b'], root);
    expect([code, json.errors[0].code]).toEqual([2, 'CLI_017']);
  });

  it('lists the categories', async () => {
    const { code, json } = await cliJson(['audio', 'categories'], '.');
    expect(code).toBe(0);
    const names = json.result.categories.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['laser', 'coin', 'jump', 'explosion', 'powerup', 'hit', 'blip', 'click']),
    );
    const plain = await cli(['audio', 'categories'], '.');
    expect(plain.out.split('\n')).toHaveLength(names.length + 1);
    expect(plain.out).toContain('shoot, zap');
    expect((await cli(['audio', 'randomize', '--help'], '.')).out).toContain(names.join(', '));
  });
});

describe('audio mutate', () => {
  it('writes variations beside each other and leaves the spec alone', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    const before = readFileSync(join(root, 'beep.json'), 'utf8');
    expect(await cli(['audio', 'mutate', 'beep.json', '--seed', '3', '--count', '2', '-o', 'm'], root)).toEqual({
      code: 0,
      out: '✓ m/beep-m3.json\n✓ m/beep-m4.json\n',
      err: '',
    });
    expect(readFileSync(join(root, 'beep.json'), 'utf8')).toBe(before);
    for (const name of ['m/beep-m3.json', 'm/beep-m4.json']) {
      expect(await cli(['validate', name, '--no-report', '--artifacts'], root)).toMatchObject({ code: 0, err: '' });
    }
  });

  it('adds no defaults and keeps what is locked', async () => {
    const root = folderWith({ 'beep.json': soundSpec('beep') });
    const args = [
      'audio',
      'mutate',
      '--spec',
      'beep.json',
      '--amount',
      '1',
      '--lock',
      'envelope',
      '--lock',
      'layers[0].volume',
    ];
    const { params } = JSON.parse((await cli(args, root)).out).recipe;
    expect(Object.keys(params)).toEqual(['duration_seconds', 'layers']);
    expect(params.layers[0]).toEqual({
      synthesis: { type: 'noise_burst', noise_type: 'white' },
      envelope: { attack: 0.01, decay: 0.02, sustain: 0.5, release: 0.02 },
      volume: 0.8,
      pan: 0,
    });
    expect(params.duration_seconds).not.toBe(0.1);
  });

  it.each([
    [['beep.json', '--lock', 'envelop'], 1, 'did you mean envelope?'],
    [['song.json'], 1, 'error[DESIGN_003] recipe.kind: only sounds can be worked on'],
    [['bad.json'], 1, 'error[E012] bad.json:'],
    [['none.json'], 1, 'error[CLI_001] none.json'],
    [['a.star'], 1, 'error[S004] a.star'],
    [['long.json', '--budget', 'strict'], 1, 'error[E020] long.json'],
    [['beep.json', '--amount', '1.5'], 2, '--amount must be a number from 0 to 1, found "1.5"'],
    [['beep.json', '--amount', 'x'], 2, '--amount must be a number from 0 to 1'],
    [['beep.json', '--seed', '1.5'], 2, '--seed must be a whole number'],
    [['beep.json', '--count', '0'], 2, '--count must be a whole number of at least 1'],
    [['beep.json', '--count', '1001', '-o', 'x'], 2, '--count must be at most 1000'],
    [['beep.json', '--count', '2'], 2, 'give a folder'],
    [['beep.json', '--count', '2', '-o', 'x.json'], 2, '--output must be a folder'],
    [[], 2, 'no spec is given'],
  ])('refuses %j with exit code %d', async (args, code, message) => {
    const root = folderWith({
      'beep.json': soundSpec('beep'),
      'long.json': soundSpec('long', {}, { duration_seconds: 12 }),
      'bad.json': soundSpec('bad', {}, { duration_seconds: -1 }),
      'a.star': '',
      'song.json': {
        ...soundSpec('song'),
        asset_type: 'static_mesh',
        outputs: [{ kind: 'primary', format: 'glb', path: 'a.glb' }],
        recipe: { kind: 'static_mesh.blender_primitives_v1', params: {} },
      },
    });
    const before = filesIn(root);
    const outcome = await cli(['audio', 'mutate', ...args], root);
    expect([outcome.code, outcome.out]).toEqual([code, '']);
    expect(outcome.err).toContain(message);
    const { json } = await cliJson(['audio', 'mutate', ...args], root);
    // Several specs are one JSON document.
    expect(json.success).toBe(message === 'give a folder');
    expect(filesIn(root)).toEqual(before);
  });
});

describe('audio interpolate', () => {
  const files = () =>
    folderWith({ 'a.json': soundSpec('aaa'), 'b.json': soundSpec('bbb', {}, { duration_seconds: 0.4 }) });

  it('makes the middle, a place, or steps', async () => {
    const root = files();
    const durationOf = async (...args: string[]) =>
      JSON.parse((await cli(['audio', 'interpolate', 'a.json', 'b.json', ...args], root)).out).recipe.params
        .duration_seconds;
    expect([await durationOf(), await durationOf('--at', '0.25'), await durationOf('--at', '0')]).toEqual([
      0.2, 0.141421, 0.1,
    ]);
    const { out, code } = await cli(['audio', 'interpolate', 'a.json', 'b.json', '--steps', '3', '-o', 'x'], root);
    expect([code, out]).toEqual([0, '✓ x/aaa-to-bbb-0.json\n✓ x/aaa-to-bbb-0_5.json\n✓ x/aaa-to-bbb-1.json\n']);
  });

  it.each([
    [['a.json'], 2, 'two specs are needed'],
    [['a.json', 'b.json', 'c.json'], 2, 'unexpected argument "c.json"'],
    [['a.json', 'b.json', '--at', '2'], 2, '--at must be a number from 0 to 1'],
    [['a.json', 'b.json', '--steps', '1'], 2, '--steps must be a whole number of at least 2'],
    [['a.json', 'b.json', '--steps', '3', '--at', '0'], 2, 'two ways to say the same'],
    [['a.json', 'none.json'], 1, 'error[CLI_001] none.json'],
    [
      ['a.json', 'loud.json'],
      1,
      'error[DESIGN_005] recipe.params.effects[0]: limiter is in one of the two sounds alone',
    ],
  ])('refuses %j with exit code %d', async (args, code, message) => {
    const root = files();
    writeFileSync(join(root, 'loud.json'), JSON.stringify(limited()));
    const outcome = await cli(['audio', 'interpolate', ...args], root);
    expect([outcome.code, outcome.out]).toEqual([code, '']);
    expect(outcome.err).toContain(message);
  });

  it('holds what it makes against the budget', async () => {
    const layers = (type: string) =>
      new Array(10).fill({
        synthesis: { type: 'noise_burst', noise_type: type },
        envelope: { attack: 0, decay: 0.1, sustain: 0.5, release: 0.1 },
        volume: 0.5,
        pan: 0,
      });
    const root = folderWith({
      'a.json': soundSpec('aaa', {}, { layers: layers('white') }),
      'b.json': soundSpec('bbb', {}, { layers: layers('pink') }),
    });
    expect(await cli(['audio', 'interpolate', 'a.json', 'b.json'], root)).toMatchObject({ code: 0 });
    const strict = await cliJson(['audio', 'interpolate', 'a.json', 'b.json', '--budget', 'strict'], root);
    expect([strict.code, strict.json.errors[0].code]).toEqual([1, 'E020']);
  });
});

describe('audio import', () => {
  it('takes a call, and tells what has no equivalent', async () => {
    const root = folderWith();
    const { code, out, err } = await cli(
      ['audio', 'import', 'zzfx(...[,.1,537,.02,.02,.22])', '--id', 'zap', '--seed', '5'],
      root,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ asset_id: 'zap', seed: 5 });
    expect(err).toBe('warning[DESIGN_W001] randomness: a spec makes one sound; its pitch is the one in the middle\n');
  });

  it('takes files, named after them, and says in which one a fault is', async () => {
    const root = folderWith({
      'My Coin!.json': SFXR,
      'zap.js': '// zap\nzzfx(...[,0,537,.02,.02,.22]);\n',
      'broken.sfs': Uint8Array.of(103, 0, 0, 0, 0, 0, 0, 0, 0),
    });
    expect(await cli(['audio', 'import', 'My Coin!.json', '-o', 'x'], root)).toEqual({
      code: 0,
      out: '✓ x/my-coin.json\n',
      err: '',
    });
    expect(await cli(['audio', 'import', 'zap.js', '-o', 'x'], root)).toEqual({
      code: 0,
      out: '✓ x/zap.json\n',
      err: '',
    });
    const { code, json } = await cliJson(['audio', 'import', 'broken.sfs'], root);
    expect(code).toBe(1);
    expect(json.errors).toEqual([
      {
        code: 'DESIGN_001',
        path: '',
        message: 'the version of the file is unknown',
        expected: 'one of 100, 101, 102',
        found: '103',
        file: 'broken.sfs',
      },
    ]);
  });

  it('takes the text of jsfxr, alone and in a link', async () => {
    const text =
      '111112RrwhZ2Q7NGcdAP21KUHHKNQa3AhmK4Xea8mbiXfzkxr9aX41M8XYt5xYaaLeo9iZdUKUVL3u2N6XASue2wPv2wCCDy6W6TeFiUjk3dXSzFcBY7kTAM';
    const alone = await cli(['audio', 'import', text], '.');
    expect(alone.code).toBe(0);
    expect(JSON.parse(alone.out).recipe.params.layers).toHaveLength(1);
    expect(await cli(['audio', 'import', `https://sfxr.me/#${text}`], '.')).toEqual(alone);
  });

  it.each([
    [[], 2, 'no preset is given'],
    [
      ['nosuch.sfs'],
      1,
      'error[CLI_001] nosuch.sfs: cannot read the preset: there is no such file, and it is no preset',
    ],
    [['.'], 1, 'it is not a file'],
    [['a\0b'], 1, 'error[CLI_001]'],
    [['[1'], 1, 'error[DESIGN_001]: this is no ZzFX preset'],
    [['{"wave_type":9}'], 1, 'error[DESIGN_002] wave_type: there is no such wave'],
    [[SFXR, '--from', 'zzfx'], 1, 'this is no ZzFX preset'],
    [[SFXR, '--from', 'bfxr'], 2, '--from must be one of sfxr, zzfx'],
    [['[]', '--id', 'No'], 2, '--id must be a letter'],
    [[`[${'1,'.repeat(5000)}]`], 1, 'error[DESIGN_001]'],
  ])('refuses %j with exit code %d', async (args, code, message) => {
    const root = folderWith();
    const outcome = await cli(['audio', 'import', ...args], root);
    expect([outcome.code, outcome.out]).toEqual([code, '']);
    expect(outcome.err).toContain(message);
    expect(filesIn(root)).toEqual([]);
  });
});

describe('audio', () => {
  it('shows its commands and suggests the nearest', async () => {
    expect(await cli(['audio', '--help'], '.')).toMatchObject({
      code: 0,
      out: expect.stringContaining('audio import'),
    });
    expect((await cli(['audio', 'randomise'], '.')).err).toContain('did you mean audio randomize?');
    expect((await cli(['audio', 'randomize', 'lasre'], '.')).err).toContain('did you mean laser?');
  });
});
