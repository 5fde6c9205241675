import { expect, it } from 'vitest';
import { generate } from '../../test/fixtures.ts';

const KIND = 'vfx.particle_profile_v1';
const text = async (params: object) => new TextDecoder().decode((await generate(KIND, params))[0]!.bytes);

it('describes a soft profile', async () => {
  expect((await text({ profile: 'soft', color_tint: [1, 0.5, 0], intensity: 2 })).replace(/\s/g, '')).toBe(
    '{"profile":"soft","blend_mode":"soft_additive","tint":[1.0,0.5,0.0],"intensity":2.0,"distortion_strength":0.0,"shader_hints":{"depth_write":false,"transparent":true,"soft_particles":true,"distortion_pass":false}}',
  );
});

it.each([
  ['additive', 'additive', false, false],
  ['soft', 'soft_additive', true, false],
  ['distort', 'distortion', false, true],
  ['multiply', 'multiply', false, false],
  ['screen', 'screen', false, false],
  ['normal', 'alpha_blend', true, false],
])('%s', async (profile, blend_mode, soft_particles, distortion_pass) => {
  const json = JSON.parse(await text({ profile, blend_factors: true }));
  expect(json).toMatchObject({ blend_mode, shader_hints: { soft_particles, distortion_pass, transparent: true } });
  expect(json.blend_factors).toEqual({
    operation: 'add',
    source: expect.any(String),
    destination: expect.any(String),
  });
});

it('writes metadata outputs too', async () => {
  const outputs = [
    { kind: 'primary', format: 'json', path: 'a.json' },
    { kind: 'metadata', format: 'json', path: 'b.json' },
  ];
  const [a, b] = await generate(KIND, { profile: 'screen' }, { outputs });
  expect(b!.kind).toBe('metadata');
  expect(b!.bytes).toEqual(a!.bytes);
});
