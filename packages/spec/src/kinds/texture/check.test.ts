import { describe, expect, it } from 'vitest';
import { validateDocument } from '../../validate.ts';

type Json = Record<string, unknown>;

async function findings(kind: string, params: unknown, sources: readonly (string | undefined)[], more: Json[] = []) {
  const outputs = sources.map((source, index) => ({
    kind: 'primary',
    format: 'png',
    path: `${index}.png`,
    ...(source !== undefined && { source }),
  }));
  const { errors, warnings } = await validateDocument({
    spec_version: 1,
    asset_id: 'a-texture',
    asset_type: 'texture',
    license: 'CC0-1.0',
    seed: 1,
    description: 'for tests',
    outputs: [...outputs, ...more],
    recipe: { kind: `texture.${kind}`, params },
  });
  return [...errors, ...warnings];
}

const codes = async (...args: Parameters<typeof findings>) =>
  (await findings(...args)).map(({ code, path }) => `${code} ${path}`);

const noise: Json = { id: 'n', type: 'noise', noise: { algorithm: 'perlin', scale: 0.1 } };
const graph = (nodes: Json[], more: Json = {}) => ({ resolution: [8, 8], tileable: true, nodes, ...more });
const ofNodes = (nodes: Json[], source = String(nodes.at(-1)?.id)) => codes('procedural_v1', graph(nodes), [source]);
const P = 'recipe.params';

describe('graphs', () => {
  it('may name nodes before they come, and by any text', async () => {
    const nodes = [
      { id: '', type: 'invert', input: 'später' },
      { ...noise, id: 'später' },
    ];
    expect(await codes('procedural_v1', graph(nodes), [''])).toEqual([]);
  });

  it('report every problem at its place', async () => {
    const nodes = [
      noise,
      { ...noise },
      { id: 'a', type: 'add', a: 'n', b: 'missing' },
      { id: 'c', type: 'color_ramp', input: 'n', ramp: ['#000000'] },
      { id: 'i', type: 'invert', input: 'c' },
      { id: 'g', type: 'to_grayscale', input: 'n' },
      { id: 'm', type: 'clamp', input: 'n', min: 0.6, max: 0.4 },
      { id: 'w', type: 'wang_tiles', input: 'n', tile_count: [9, 8] },
    ];
    expect(await ofNodes(nodes)).toEqual([
      `E012 ${P}.nodes[1].id`,
      `E012 ${P}.nodes[2].b`,
      `E012 ${P}.nodes[4].input`,
      `E012 ${P}.nodes[5].input`,
      `E012 ${P}.nodes[6].min`,
      `E012 ${P}.nodes[7].tile_count[0]`,
      ...[2, 3, 4, 5, 6].map((k) => `W004 ${P}.nodes[${k}]`),
    ]);
  });

  it('name the loop of a cycle, the first in node order', async () => {
    const nodes = [
      { id: 'x', type: 'invert', input: 'b' },
      { id: 'a', type: 'invert', input: 'b' },
      { id: 'b', type: 'invert', input: 'a' },
    ];
    const [first] = await findings('procedural_v1', graph(nodes), ['x']);
    expect(first).toMatchObject({ code: 'E012', path: `${P}.nodes`, found: 'b -> a -> b' });
    expect(await ofNodes([{ id: 's', type: 'invert', input: 's' }])).toEqual([`E012 ${P}.nodes`]);
  });

  it('may be chains of any length', async () => {
    const chain = Array.from({ length: 20_000 }, (_, k) => ({ id: `${k}`, type: 'invert', input: `${k - 1}` }));
    expect(await ofNodes([{ ...noise, id: '-1' }, ...chain])).toEqual([]);
  });

  it('propose the nearest name', async () => {
    const [first] = await findings('procedural_v1', graph([{ ...noise, id: 'height' }]), ['hieght']);
    expect(first).toMatchObject({
      code: 'E015',
      path: 'outputs[0].source',
      suggestion: expect.stringContaining('height'),
    });
  });

  it('need a source for every output', async () => {
    expect(await codes('procedural_v1', graph([noise]), [undefined, 'n'])).toEqual(['E015 outputs[0].source']);
  });

  it('warn of nodes that no output needs', async () => {
    expect(await ofNodes([{ ...noise, id: 'u' }, noise])).toEqual([`W004 ${P}.nodes[0]`]);
  });

  it.each<[string, Json, string]>([
    [
      'an empty stripe',
      { type: 'stripes', direction: 'vertical', stripe_width: 0, color1: 0, color2: 1 },
      'stripe_width',
    ],
    ['an empty check', { type: 'checkerboard', tile_size: 0, color1: 0, color2: 1 }, 'tile_size'],
    ['no steps', { type: 'reaction_diffusion', steps: 0 }, 'steps'],
    ['a density above one half', { type: 'reaction_diffusion', seed_density: 0.6 }, 'seed_density'],
    ['null where there is a default', { type: 'reaction_diffusion', feed: null }, 'feed'],
    ['a short colour', { type: 'color_ramp', input: 'n', ramp: ['#abc'] }, 'ramp[0]'],
    ['no colours', { type: 'palette', input: 'n', palette: [] }, 'palette'],
    ['an unknown mode', { type: 'texture_bomb', input: 'n', density: 1, blend_mode: 'min' }, 'blend_mode'],
    [
      'octaves that cancel',
      { type: 'noise', noise: { algorithm: 'fbm', scale: 1, octaves: 2, persistence: -1 } },
      'noise.persistence',
    ],
    ['a fraction of octaves', { type: 'noise', noise: { algorithm: 'fbm', scale: 1, octaves: 1.5 } }, 'noise.octaves'],
    ['an unknown key', { type: 'constant', value: 1, colour: 2 }, 'colour'],
    ['too fine octaves', { type: 'periodic_noise', basis: 'value', cells: [4096, 1], octaves: 9 }, 'octaves'],
    ['levels without a range', { type: 'levels', input: 'n', in_low: 1 }, 'in_high'],
    [
      'a curve that turns back',
      {
        type: 'curves',
        input: 'n',
        points: [
          [0, 0],
          [0, 1],
        ],
      },
      'points[1]',
    ],
    [
      'stops that turn back',
      {
        type: 'gradient_stops',
        input: 'n',
        stops: [
          { position: 1, color: '000000' },
          { position: 0, color: '000000' },
        ],
      },
      'stops[1].position',
    ],
    ['a warp without a map', { type: 'warp_2d', input: 'n', strength: 1 }, 'x'],
    ['odd rows of hexagons', { type: 'hexagons', columns: 2, rows: 3 }, 'rows'],
    ['more tiles than pixels', { type: 'corner_tiles', input: 'n', tiles: [9, 1] }, 'tiles[0]'],
  ])('refuse %s', async (_name, node, field) => {
    const found = (await ofNodes([noise, { id: 'x', ...node }])).filter((line) => line.startsWith('E'));
    expect(found).toEqual([`E012 ${P}.nodes[1].${field}`]);
  });

  it('refuse stamps that would take hours', async () => {
    const nodes = [noise, { id: 'x', type: 'texture_bomb', input: 'n', density: 1 }];
    expect(await codes('procedural_v1', graph(nodes, { resolution: [4096, 4096] }), ['x'])).toEqual([
      `E012 ${P}.nodes[1].density`,
    ]);
  });

  it.each([[[0, 8]], [[8, 4097]], [[8]], [[8.5, 8]]])('refuse the resolution %j', async (resolution) => {
    const found = await codes('procedural_v1', graph([noise], { resolution }), ['n']);
    expect(found[0]).toMatch(new RegExp(`^E012 ${P}\\.resolution`));
  });

  it('refuse settings of maps that there are not', async () => {
    const png = { n: { bit_depth: 16 }, m: {} };
    expect(await codes('procedural_v1', graph([noise], { png }), ['n'])).toEqual([`E012 ${P}.png.m`]);
  });

  it('cannot be described by metadata', async () => {
    const metadata = { kind: 'metadata', format: 'json', path: 'm.json' };
    expect(await codes('procedural_v1', graph([noise]), ['n'], [metadata])).toEqual(['E015 outputs[1].kind']);
  });
});

describe('trimsheets', () => {
  const tile = { id: 'a', width: 4, height: 4, color: [1, 0, 0, 1] };
  const sheet = (tiles: Json[], more: Json = {}) =>
    codes('trimsheet_v1', { resolution: [16, 16], tiles, ...more }, [undefined]);

  it('may be empty, and ignore unknown keys of tiles', async () => {
    expect(await sheet([])).toEqual([]);
    expect(await sheet([{ ...tile, note: 1, node_ref: 7 }])).toEqual([]);
    expect(await sheet([{ ...tile, color: 'red', node_ref: 'x' }])).toEqual([]);
  });

  it('report sizes, ids and fills', async () => {
    expect(await sheet([tile, { ...tile }])).toEqual([`E012 ${P}.tiles[1].id`]);
    expect(await sheet([{ ...tile, width: 13 }])).toEqual([`E012 ${P}.tiles[0]`]);
    expect(await sheet([{ ...tile, width: 0 }])).toEqual([`E012 ${P}.tiles[0].width`]);
    expect(await sheet([{ ...tile, color: [1, 0, 0] }])).toEqual([`E012 ${P}.tiles[0].color`]);
    expect(await sheet([tile], { resolution: [0, 16] })).toEqual([`E012 ${P}.resolution[0]`]);
    expect(await sheet(['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...tile, id })))).toEqual([`E012 ${P}.tiles`]);
  });
});

describe('decals', () => {
  const params = { resolution: [8, 8], nodes: [noise], albedo_output: 'n', alpha_output: 'n', metadata: {} };

  it('take the albedo for an output without source', async () => {
    for (const source of [undefined, '', 'albedo']) expect(await codes('decal_v1', params, [source])).toEqual([]);
  });

  it('report maps that they do not have, and graphs as others do', async () => {
    expect(await codes('decal_v1', params, ['albedo', 'normal'])).toEqual(['E015 outputs[1].source']);
    expect(await codes('decal_v1', { ...params, normal_output: 'n' }, ['normal'])).toEqual(['E015 outputs']);
    expect(await codes('decal_v1', { ...params, alpha_output: 'x' }, ['albedo'])).toEqual([`E012 ${P}.alpha_output`]);
    expect(await codes('decal_v1', { ...params, nodes: [noise, noise] }, ['albedo'])).toContain(
      `E012 ${P}.nodes[1].id`,
    );
  });
});

describe('splat sets', () => {
  const layer = (id: string) => ({ id, albedo_color: [0, 0, 0, 1] });
  const set = (ids: string[], sources: string[], more: Json = {}) =>
    codes('splat_set_v1', { resolution: [8, 8], layers: ids.map(layer), ...more }, sources);

  it('bind maps of layers whatever their ids are', async () => {
    const ids = ['mask0', 'a.b', 'macro', 'd', 'e'];
    const sources = ['mask0.albedo', 'a.b.normal', 'macro.roughness', 'mask1', ' mask0 '];
    expect(await set(ids, sources)).toEqual([]);
  });

  it('report ids and sources', async () => {
    expect(await set(['a', 'a', ''], ['a.albedo'])).toEqual([`E012 ${P}.layers[1].id`, `E012 ${P}.layers[2].id`]);
    const wrong = ['mask1', 'macro', 'b.albedo', 'a.height', 'a'];
    expect(await set(['a'], wrong)).toEqual(wrong.map((_, k) => `E015 outputs[${k}].source`));
    expect(await set(['a'], ['macro'], { macro_variation: true })).toEqual([]);
    expect(await set([], ['mask0'])).toEqual([`E012 ${P}.layers`]);
  });
});

describe('matcaps and materials', () => {
  it('report values out of range at their place', async () => {
    const matcap = { resolution: [8, 8], preset: 'clay' };
    expect(await codes('matcap_v1', matcap, [undefined])).toEqual([]);
    expect(await codes('matcap_v1', { ...matcap, toon_steps: 1 }, ['x'])).toEqual([`E012 ${P}.toon_steps`]);
    const outline = { width: 11, color: [0, 0, 0] };
    expect(await codes('matcap_v1', { ...matcap, outline }, ['x'])).toEqual([`E012 ${P}.outline.width`]);
    expect(await codes('matcap_v1', { ...matcap, light_dir: [0, 0, 0] }, ['x'])).toEqual([`E012 ${P}.light_dir`]);
    const material = { resolution: [8, 8], preset: 'rough_stone' };
    expect(await codes('material_preset_v1', material, ['albedo', 'height'])).toEqual(['E015 outputs[1].source']);
    const bad = { ...material, base_color: [2, 0, 0], roughness_range: [0, -1], noise_scale: 0 };
    expect(await codes('material_preset_v1', bad, ['albedo'])).toEqual([
      `E012 ${P}.base_color[0]`,
      `E012 ${P}.roughness_range[1]`,
      `E012 ${P}.noise_scale`,
    ]);
    const [first] = await findings('matcap_v1', { ...matcap, preset: 'metalic' }, ['x']);
    expect(first).toMatchObject({ code: 'E012', suggestion: expect.stringContaining('metallic') });
  });
});
