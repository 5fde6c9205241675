import { validateDocument } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { checkBudgets, checkSource, estimate } from './check-spec.ts';
import { byName, DEFAULT_PROFILE } from './profile.ts';

const layer = (synthesis: Record<string, unknown> = { type: 'oscillator', waveform: 'sine', frequency: 440 }) => ({
  synthesis,
  envelope: { attack: 0, decay: 0, sustain: 1, release: 0 },
  volume: 1,
  pan: 0,
});

async function specOf(params: Record<string, unknown>) {
  const { spec, errors } = await validateDocument({
    spec_version: 1,
    asset_id: 'a-sound',
    asset_type: 'audio',
    license: 'CC0-1.0',
    seed: 1,
    outputs: [{ kind: 'primary', format: 'wav', path: 'a.wav' }],
    recipe: { kind: 'audio_v1', params: { duration_seconds: 1, layers: [layer()], ...params } },
  });
  expect(errors).toEqual([]);
  return spec!;
}

describe('real specs', () => {
  it.each<[Record<string, unknown>, string[]]>([
    [{ duration_seconds: 30 }, []],
    [{ duration_seconds: 30.0001 }, ['max_duration_seconds']],
    [{ duration_seconds: 31, sample_rate: 48_000 }, ['max_duration_seconds', 'max_samples']],
    [{ sample_rate: 96_000 }, ['allowed_sample_rates']],
    [{ layers: Array.from({ length: 32 }, () => layer()) }, []],
    [{ layers: Array.from({ length: 33 }, () => layer()) }, ['max_layers']],
    [
      { layers: [layer({ type: 'supersaw_unison', frequency: 1, voices: 33, detune_cents: 1, spread: 0 })] },
      ['max_layers'],
    ],
  ])('%j', async (params, limits) => {
    const issues = await checkBudgets(await specOf(params), DEFAULT_PROFILE);
    expect(issues.map((issue) => /: (\w+) is/.exec(issue.message)![1])).toEqual(limits);
    for (const issue of issues)
      expect(issue).toMatchObject({
        code: 'E020',
        severity: 'error',
        path: expect.stringMatching(/^recipe\.params\./),
      });
  });

  it('count samples as they are rendered: 1.1 s at 44.1 kHz are 48,511', async () => {
    const profile = { ...DEFAULT_PROFILE, audio: { ...DEFAULT_PROFILE.audio, max_samples: 48_510 } };
    expect(await checkBudgets(await specOf({ duration_seconds: 1.1 }), profile)).toHaveLength(1);
  });

  it('depend on the profile', async () => {
    expect(
      (await checkBudgets(await specOf({ duration_seconds: 6 }), byName('zx-8bit')!)).map((issue) => issue.expected),
    ).toEqual(['5', '110250', 'one of 22050']);
    expect(
      await checkBudgets(await specOf({ duration_seconds: 600, sample_rate: 96_000 }), byName('unlimited')!),
    ).toEqual([]);
  });
});

it('checks the size of a source', () => {
  expect(checkSource(10 * 1024 * 1024, DEFAULT_PROFILE)).toEqual([]);
  expect(checkSource(10 * 1024 * 1024 + 1, DEFAULT_PROFILE)).toMatchObject([{ code: 'E024' }]);
});

describe('estimates', () => {
  it('grow with duration, layers and effects, and are whole facts about the spec', async () => {
    const one = await estimate(await specOf({}));
    expect(one).toBe(44_100 * 2);
    expect(await estimate(await specOf({ duration_seconds: 2 }))).toBe(2 * one);
    expect(await estimate(await specOf({ layers: [layer(), layer()] }))).toBe(44_100 * 3);
    const reverb = { type: 'reverb', room_size: 0.5, damping: 0.5, wet: 0.3 };
    expect(await estimate(await specOf({ effects: [reverb] }))).toBe(44_100 * 22);
  });
});

describe('textures', () => {
  const noise = { type: 'noise', noise: { algorithm: 'perlin', scale: 0.1 } };
  const chain = (length: number) =>
    Array.from({ length }, (_, k) => ({ id: `${k}`, ...(k === 0 ? noise : { type: 'invert', input: `${k - 1}` }) }));
  const textureOf = async (kind: string, params: Record<string, unknown>, source: string) => {
    const { spec, errors } = await validateDocument({
      spec_version: 1,
      asset_id: 'a-texture',
      asset_type: 'texture',
      license: 'CC0-1.0',
      seed: 1,
      outputs: [{ kind: 'primary', format: 'png', path: 'a.png', source }],
      recipe: { kind, params },
    });
    expect(errors).toEqual([]);
    return spec!;
  };
  const graph = (length: number, resolution = [64, 64]) =>
    textureOf('texture.procedural_v1', { resolution, tileable: true, nodes: chain(length) }, `${length - 1}`);
  const limits = async (spec: Awaited<ReturnType<typeof graph>>, profile: string) =>
    (await checkBudgets(spec, byName(profile)!)).map(
      ({ code, path, message }) => `${code} ${path} ${/: (\w+) is/.exec(message)![1]}`,
    );

  it('are held to nodes, depth and size', async () => {
    const nodes = 'E021 recipe.params.nodes';
    expect(await limits(await graph(64), 'default')).toEqual([]);
    expect(await limits(await graph(65), 'default')).toEqual([`${nodes} max_graph_depth`]);
    expect(await limits(await graph(257), 'default')).toEqual([`${nodes} max_graph_nodes`, `${nodes} max_graph_depth`]);
    expect(await limits(await graph(17, [300, 64]), 'zx-8bit')).toEqual([
      'E021 recipe.params.resolution[0] max_dimension',
      `${nodes} max_graph_depth`,
    ]);
    expect(await limits(await graph(2, [64, 2049]), 'strict')).toEqual([
      'E021 recipe.params.resolution[1] max_dimension',
    ]);
    const ball = await textureOf('texture.matcap_v1', { preset: 'clay', resolution: [5000, 10] }, 'matcap');
    expect(await limits(ball, 'default')).toEqual(['E021 recipe.params.resolution[0] max_dimension']);
  });

  it('cost more with pixels and nodes', async () => {
    const one = await estimate(await graph(2));
    expect(await estimate(await graph(2, [128, 64]))).toBe(2 * one);
    expect(await estimate(await graph(12))).toBeGreaterThan(one);
    for (const [kind, params, source] of [
      ['texture.splat_set_v1', { layers: [{ id: 'a', albedo_color: [0, 0, 0, 1] }] }, 'a.albedo'],
      ['texture.material_preset_v1', { preset: 'rough_stone' }, 'albedo'],
      ['texture.matcap_v1', { preset: 'clay' }, 'matcap'],
    ] as const) {
      const at = async (side: number) =>
        estimate(await textureOf(kind, { resolution: [side, side], ...params }, source));
      expect(await at(64)).toBe(4 * (await at(32)));
    }
  });
});
