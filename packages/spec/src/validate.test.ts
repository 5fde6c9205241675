import { describe, expect, it } from 'vitest';
import type { Issue } from './issue.ts';
import { readJson } from './reader.ts';
import { validateDocument } from './validate.ts';

const layer = {
  synthesis: { type: 'oscillator', waveform: 'sine', frequency: 440 },
  envelope: { attack: 0.01, decay: 0.1, sustain: 0.5, release: 0.2 },
  volume: 0.8,
  pan: 0,
};
const good = {
  spec_version: 1,
  asset_id: 'door-chime',
  asset_type: 'audio',
  license: 'CC0-1.0',
  seed: 7,
  description: 'A chime',
  outputs: [{ kind: 'primary', format: 'wav', path: 'sfx/door-chime.wav' }],
  recipe: { kind: 'audio_v1', params: { duration_seconds: 1, layers: [layer] } },
};

const list = (issues: readonly Issue[]) => issues.map(({ code, path }) => `${code} ${path}`);
const check = (change: Record<string, unknown>, forGeneration = false) =>
  validateDocument({ ...good, ...change }, { forGeneration });
const without = (key: string) => {
  const { [key]: _, ...rest } = good as Record<string, unknown>;
  return rest;
};

describe('a good document', () => {
  it('gives a spec with parsed parameters and no findings', async () => {
    const result = await validateDocument(good, { forGeneration: true });
    expect(result).toMatchObject({ ok: true, errors: [], warnings: [] });
    expect(result.spec?.recipe?.params).toMatchObject({ sample_rate: 44100, effects: [] });
  });

  it('may leave optional members null', async () => {
    const result = await check({
      variants: null,
      style_tags: null,
      engine_targets: null,
      migration_notes: null,
      compat: null,
    });
    expect(result.ok).toBe(true);
    expect(Object.keys(result.spec!)).not.toContain('variants');
  });

  it('needs no recipe unless it is to be generated', async () => {
    expect((await validateDocument(without('recipe'))).ok).toBe(true);
    expect(list((await validateDocument(without('recipe'), { forGeneration: true })).errors)).toEqual(['E010 recipe']);
  });
});

describe('each code', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['E001', { spec_version: 2 }, ['E001 spec_version']],
    ['E001', { spec_version: '1' }, ['E001 spec_version']],
    ['E002', { asset_id: 'Door Chime' }, ['E002 asset_id']],
    ['E002', { asset_id: 'ab' }, ['E002 asset_id']],
    ['E003', { asset_type: 'sound' }, ['E003 asset_type']],
    ['E004', { seed: -1 }, ['E004 seed']],
    ['E004', { seed: 0.5 }, ['E004 seed']],
    ['E004', { seed: 2 ** 32 }, ['E004 seed']],
    ['E004', { seed: '7' }, ['E004 seed']],
    ['E005', { outputs: [] }, ['E005 outputs']],
    ['E005', { outputs: {} }, ['E005 outputs']],
    ['E011', { asset_type: 'music' }, ['E011 recipe.kind']],
    ['E018', { colour: 1 }, ['E018 colour']],
    ['E018', { license: 3 }, ['E018 license']],
    ['E018', { style_tags: ['a', 1] }, ['E018 style_tags[1]']],
    ['E018', { engine_targets: ['gamemaker'] }, ['E018 engine_targets[0]']],
    ['E018', { compat: 'v1' }, ['E018 compat']],
    ['E018', { recipe: { kind: 'audio_v1' } }, ['E018 recipe.params']],
    ['E018', { recipe: { kind: 4, params: {} } }, ['E018 recipe.kind']],
    ['E019', { variants: [{ variant_id: '../up', seed_offset: 0 }] }, ['E019 variants[0].variant_id']],
    [
      'E019',
      {
        variants: [
          { variant_id: 'a', seed_offset: 0 },
          { variant_id: 'a', seed_offset: 1 },
        ],
      },
      ['E019 variants[1].variant_id'],
    ],
    ['E018', { variants: [{ variant_id: 'a' }] }, ['E018 variants[0].seed_offset']],
  ])('%s for %j', async (_code, change, expected) => {
    expect(list((await check(change)).errors)).toEqual(expected);
  });

  const output = (change: Record<string, unknown>) => ({ kind: 'primary', format: 'wav', path: 'a.wav', ...change });
  it.each<[string, Record<string, unknown>[], string[]]>([
    ['E006', [], ['E006 outputs', 'E015 outputs[0].kind']],
    ['E007', [output({ path: 'A.wav' })], ['E007 outputs[1].path', 'E015 outputs']],
    ['E007', [output({ path: './a.wav' })], ['E007 outputs[1].path', 'E015 outputs']],
  ])('%s', async (_code, more, expected) => {
    const outputs =
      more.length === 0 ? [output({ kind: 'metadata', format: 'json', path: 'a.json' })] : [output({}), ...more];
    expect(list((await check({ outputs })).errors).sort()).toEqual(expected.sort());
  });

  it.each([
    '',
    '/abs.wav',
    '\\abs.wav',
    'c:/x.wav',
    'a\\b.wav',
    '../up.wav',
    'a/../../up.wav',
    'a/..',
    'a\u0000.wav',
    './',
    `${'x'.repeat(300)}.wav`,
  ])('E008 for the path %j', async (path) => {
    const errors = list((await check({ outputs: [output({ path })] })).errors);
    expect(errors).toContain('E008 outputs[0].path');
  });

  it('W007 for a path that is written in another way than it is given', async () => {
    const { spec, warnings } = await check({ outputs: [output({ path: './sfx//a.wav' })] });
    expect(list(warnings)).toEqual(['W007 outputs[0].path']);
    expect(spec?.outputs[0]?.path).toBe('sfx/a.wav');
  });

  it('E009 suggests the right extension', async () => {
    const { errors } = await check({ outputs: [output({ path: 'a.ogg' })] });
    expect(list(errors)).toEqual(['E009 outputs[0].path']);
    expect(errors[0]!.suggestion).toBe('use "a.wav"');
    expect((await check({ outputs: [output({ path: 'A.WAV' })] })).ok).toBe(true);
  });

  it('E015 for previews, metadata and formats that a kind does not make', async () => {
    const outputs = [
      output({}),
      output({ kind: 'preview', path: 'b.wav' }),
      output({ kind: 'metadata', format: 'json', path: 'c.json' }),
    ];
    expect(list((await check({ outputs })).errors)).toEqual(['E015 outputs[1].kind', 'E015 outputs[2].kind']);
    expect(list((await check({ outputs: [output({ format: 'png', path: 'a.png' })] })).errors)).toEqual([
      'E015 outputs[0].format',
    ]);
  });

  it('E016 only where nothing else can be done', async () => {
    const unknown = { asset_type: 'music', recipe: { kind: 'music.tracker_v1', params: {} } };
    const plain = await check(unknown);
    expect(plain.ok).toBe(true);
    expect(list(plain.warnings)).toEqual(['W006 recipe.kind']);
    expect(plain.warnings[0]!.suggestion).toBe('did you mean "music.tracker_song_v1"?');
    expect(list((await check(unknown, true)).errors)).toEqual(['E016 recipe.kind']);
    const texture = { asset_type: 'texture', recipe: { kind: 'texture.proceduralv1', params: {} } };
    expect(list((await check(texture)).errors)).toEqual(['E016 recipe.kind']);
  });

  it('warnings', async () => {
    const result = await check({
      license: '',
      description: '',
      seed: 4294966296,
      outputs: [output({ path: 'con.wav' })],
    });
    expect(result.ok).toBe(true);
    expect(list(result.warnings)).toEqual(['W001 license', 'W003 seed', 'W002 description', 'W007 outputs[0].path']);
    expect(list((await check({ seed: 4294966295 })).warnings)).toEqual([]);
  });
});

describe('many faults', () => {
  it('are all told at once, in document order, with lines', async () => {
    const text = JSON.stringify(
      {
        spec_version: 1,
        asset_id: 'X',
        asset_type: 'audio',
        license: 'CC0-1.0',
        seed: 'no',
        extra: true,
        outputs: [{ kind: 'primary', format: 'wav', path: '../x.wav' }],
        recipe: { kind: 'audio_v1', params: { duration_seconds: -1, layers: [{ ...layer, volume: 2, pann: 0 }] } },
      },
      null,
      2,
    );
    const read = readJson(text);
    const { errors } = await validateDocument(read.ok && read.value, { text, file: 'x.json' });
    expect(errors.map(({ code, path, line }) => `${line} ${code} ${path}`)).toEqual([
      '3 E002 asset_id',
      '6 E004 seed',
      '7 E018 extra',
      '12 E008 outputs[0].path',
      '18 E012 recipe.params.duration_seconds',
      '32 E012 recipe.params.layers[0].volume',
      '34 E012 recipe.params.layers[0].pann',
    ]);
    expect(errors[6]).toMatchObject({ suggestion: 'did you mean "pan"?', file: 'x.json' });
  });

  it('are counted when there are too many', async () => {
    const document = { ...good, variants: Array.from({ length: 1000 }, () => ({})) };
    const { errors } = await validateDocument(document);
    expect(errors.length).toBeLessThan(600);
    expect(errors.at(-1)!.message).toContain('more findings');
  });
});

describe('what is no spec', () => {
  it.each([null, 1, 'x', true, [], {}, { name: 'x', version: '1' }])('%j gives one issue', async (value) => {
    expect(list((await validateDocument(value)).errors)).toEqual(['E018 ']);
  });

  it('never throws, whatever is where', async () => {
    expect((await check({ recipe: { kind: { toString: null }, params: {} } })).ok).toBe(false);
    for (const junk of [null, 1, 'x', true, [], {}, [null], [[]], { a: null }, { toString: null }]) {
      for (const key of [...Object.keys(good), 'variants', 'style_tags', 'compat']) {
        const result = await check({ [key]: junk });
        expect(typeof result.ok).toBe('boolean');
      }
    }
  });
});
