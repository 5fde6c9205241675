import { crc32 } from '@speccade/png';
import { describe, expect, it } from 'vitest';
import { seams } from '../../test/graph.ts';
import { hexRows, make } from '../../test/make.ts';
import type { Picture } from '../../test/read-png.ts';
import { MATCAP_CHECKSUMS, MATCAPS, PRESET_CHECKSUMS, PRESETS } from './_vectors.ts';

const crc = ({ data }: Picture) => crc32(data).toString(16).padStart(8, '0');
const MAPS = ['albedo', 'roughness', 'metallic', 'normal'];

describe('matcaps', () => {
  const ball = async (params: Record<string, unknown>) =>
    (await make('texture.matcap_v1', params, ['matcap'])).pictures.get('matcap')!;

  it.each(Object.entries(MATCAPS))('%s has the published pixels', async (preset, rows) => {
    const all = hexRows(await ball({ preset, resolution: [6, 4] }));
    expect(all[0]).toBe('00000000'.repeat(6));
    for (const [index, row] of rows.entries()) {
      const inside = row.match(/.{6}/g)!.map((color) => `${color}ff`);
      expect(all[index + 1]).toBe(['00000000', '00000000', ...inside, '00000000'].join(''));
    }
  });

  it('has bands, an outline and masks', async () => {
    const picture = await ball({
      preset: 'clay',
      resolution: [6, 4],
      toon_steps: 3,
      outline: { width: 1, color: [1, 0, 0] },
      cavity_mask: {},
      curvature_mask: { strength: 0.2 },
    });
    const rows = hexRows(picture);
    const red = 'ff0000ff';
    expect(rows[0]).toBe(`00000000${red.repeat(5)}`);
    expect(rows[1]).toBe(`00000000${red}161616ff63493cff7c6255ff${red}`);
    expect(rows[2]).toBe(`00000000${red}63493cff8c5940ffc9967cff${red}`);
    expect(rows[3]).toBe(`00000000${red}7c6255ffc9967cffe2af95ff${red}`);
  });

  it.each(Object.entries(MATCAP_CHECKSUMS))('%s has the published checksums', async (preset, sums) => {
    const base = { preset, resolution: [64, 64] };
    const banded = { ...base, toon_steps: 4, outline: { width: 2, color: [0, 0, 0] } };
    const masked = { ...base, curvature_mask: { strength: 0.5 }, cavity_mask: { strength: 0.5 } };
    const pictures = [await ball(base), await ball(banded), await ball(masked)];
    expect(pictures.map(crc).join(' ')).toBe(sums);
  });

  it('is lit from where light_dir points', async () => {
    const lit = await ball({ preset: 'clay', resolution: [9, 9], light_dir: [-2, -2, 1] });
    const red = (x: number, y: number) => lit.data[4 * (9 * y + x)]!;
    expect(red(3, 3)).toBeGreaterThan(red(6, 6));
  });
});

describe('materials', () => {
  it.each(Object.entries(PRESETS))('%s has the published pixels', async (preset, rows) => {
    const params = { preset, resolution: [4, 3], noise_scale: 0.3 };
    const { pictures } = await make('texture.material_preset_v1', params, MAPS);
    expect(hexRows(pictures.get('albedo')!, 3)).toEqual(rows.albedo);
    expect(hexRows(pictures.get('roughness')!)).toEqual(rows.roughness);
    expect(hexRows(pictures.get('normal')!, 3)).toEqual(rows.normal);
  });

  it.each(Object.entries(PRESET_CHECKSUMS))('%s has the published checksums', async (preset, sums) => {
    const { pictures } = await make('texture.material_preset_v1', { preset, resolution: [64, 48] }, MAPS);
    expect(MAPS.map((map) => crc(pictures.get(map)!)).join(' ')).toBe(sums);
  });

  it('turns the green of its normals over with flip_y', async () => {
    const params = { preset: 'rough_stone', resolution: [8, 8] };
    const { pictures } = await make('texture.material_preset_v1', params, ['normal']);
    const flipped = await make('texture.material_preset_v1', { ...params, flip_y: true }, ['normal']);
    const green = ({ data }: Picture) => Array.from(data.filter((_, k) => k % 4 === 1));
    const sums = green(pictures.get('normal')!).map((v, k) => v + green(flipped.pictures.get('normal')!)[k]!);
    for (const sum of sums) expect(Math.abs(sum - 255)).toBeLessThanOrEqual(1);
  });
});

describe('trimsheets', () => {
  it('have the published pixels and places', async () => {
    const tiles = [
      { id: 'a', width: 2, height: 1, color: [1, 0, 0, 1] },
      { id: 'b', width: 3, height: 2, color: [0, 1, 0, 0.5], note: 'keys that nobody knows are passed over' },
      { id: 'c', width: 1, height: 1, node_ref: 'x' },
    ];
    const params = { resolution: [8, 8], padding: 1, tiles };
    const { pictures, metadata } = await make('texture.trimsheet_v1', params, ['atlas'], { metadata: true });
    const [green, magenta, red, none] = ['00ff0080', 'ff00ffff', 'ff0000ff', '00000000'] as const;
    const top = green.repeat(5) + magenta.repeat(3);
    const fourth = green.repeat(5) + none.repeat(3);
    const lower = red.repeat(4) + none.repeat(4);
    expect(hexRows(pictures.get('atlas')!)).toEqual([top, top, top, fourth, lower, lower, lower, none.repeat(8)]);
    const places = (JSON.parse(metadata!) as { tiles: Record<string, number>[] }).tiles;
    expect(places.map(({ u_min, v_min, u_max, v_max }) => [u_min, v_min, u_max, v_max])).toEqual([
      [0.125, 0.625, 0.375, 0.75],
      [0.125, 0.125, 0.5, 0.375],
      [0.75, 0.125, 0.875, 0.25],
    ]);
  });
});

describe('decals', () => {
  it('have the published pixels and description', async () => {
    const params = {
      resolution: [4, 3],
      albedo_output: 'soot',
      alpha_output: 'mask',
      normal_output: 'nrm',
      roughness_output: 'n',
      nodes: [
        { id: 'n', type: 'noise', noise: { algorithm: 'perlin', scale: 0.3 } },
        { id: 'v', type: 'gradient', direction: 'radial' },
        { id: 'mask', type: 'multiply', a: 'n', b: 'v' },
        { id: 'soot', type: 'color_ramp', input: 'n', ramp: ['#0a0908', '#3b322c'] },
        { id: 'nrm', type: 'normal_from_height', input: 'n' },
      ],
      metadata: { projection_size: [0.6, 0.6] },
    };
    const made = await make('texture.decal_v1', params, ['albedo', 'normal', 'roughness'], { metadata: true });
    expect(hexRows(made.pictures.get('albedo')!)).toEqual([
      '231d1a00251f1c24241f1b23241e1b00',
      '211c192326211d712a241f7e2a242031',
      '231e1a0026201c2528221e282c262100',
    ]);
    expect(hexRows(made.pictures.get('normal')!)[0]).toBe('9371fdff5481f7ff6c82feffab73f7ff');
    expect(hexRows(made.pictures.get('roughness')!)[0]).toBe('808080ff8c8c8cff898989ff858585ff');
    expect(made.metadata!.replace(/\s+/g, '')).toBe(
      '{"resolution":[4,3],"aspect_ratio":1.0,"anchor":[0.5,0.5],"fade_distance":0.0,"projection_size":[0.6,0.6],"has_normal_map":true,"has_roughness_map":true}',
    );
  });
});

describe('splat sets', () => {
  const a = { id: 'a', albedo_color: [0.2, 0.5, 0.1, 1], detail_scale: 2 };
  const b = { id: 'b', albedo_color: [0.45, 0.35, 0.2, 1], detail_scale: 2 };
  const c = { id: 'c', albedo_color: [0.5, 0.5, 0.45, 1], detail_scale: 2 };
  const tiny = {
    resolution: [4, 3],
    layers: [a, b],
    noise_scale: 0.3,
    macro_variation: true,
    macro_scale: 0.3,
  };
  const splat = (params: Record<string, unknown>, sources: string[], options = {}) =>
    make('texture.splat_set_v1', params, sources, options);

  it('have the published pixels', async () => {
    const sources = ['a.albedo', 'a.normal', 'a.roughness', 'b.roughness', 'macro', 'mask0'];
    const { pictures } = await splat(tiny, sources);
    const rows = (source: string) => hexRows(pictures.get(source)!).join(' ');
    expect(rows('a.albedo')).toBe(
      '33801aff33801aff33801aff33801aff 37841eff337f19ff3c8822ff34811bff 317d17ff3e8b25ff38841eff317d17ff',
    );
    expect(hexRows(pictures.get('a.normal')!)[0]).toBe('6b88fdff6d6cfcff9480fdff919cfaff');
    expect(rows('a.roughness')).toBe('ccc6d7cd ced2c8c6 d2c5c8cc');
    expect(rows('b.roughness')).toBe('ccccc0cd d3d2d4c5 c5d3c1c5');
    expect(rows('macro')).toBe('808b8a7e 7f848882 80777a7c');
    expect(rows('mask0')).toBe(
      '80800000659a0000708f00007b840000 9b640000748b000055aa000069960000 916e00008d720000758a00005ca30000',
    );
  });

  const all = 'ff000000'.repeat(4);
  it.each([
    ['height', [all, 'ff000000e41b0000db240000eb140000', '4eb1000025da000025da000036c90000']],
    ['slope', [all, all, all]],
    ['height_slope', [all, all, 'c53a0000c53a0000ca350000c13e0000']],
  ])('have the published masks by %s', async (mask_mode, rows) => {
    const { pictures } = await splat({ ...tiny, mask_mode }, ['mask0']);
    expect(hexRows(pictures.get('mask0')!)).toEqual(rows);
  });

  it('have the published description', async () => {
    const { metadata } = await splat({ ...tiny, mask_mode: 'height_slope' }, ['mask0'], { metadata: true });
    expect(metadata!.replace(/\s+/g, '')).toBe(
      '{"resolution":[4,3],"layers":[{"id":"a","mask_index":0,"mask_channel":0,"roughness":0.8},{"id":"b","mask_index":0,"mask_channel":1,"roughness":0.8}],"mask_mode":"heightslope","has_macro_variation":true,"splat_mask_count":1}',
    );
  });

  it('have the published checksums', async () => {
    const params = { resolution: [64, 48], layers: [a, b, c], noise_scale: 0.1, macro_variation: true };
    const sources = ['a.albedo', 'a.normal', 'a.roughness', 'c.albedo', 'macro', 'mask0'];
    const { pictures } = await splat(params, sources);
    expect(sources.map((source) => crc(pictures.get(source)!)).join(' ')).toBe(
      '81ad54f8 79acc1ca d4b1f816 71e294b7 b849ff22 56078c1a',
    );
    for (const [mask_mode, sum] of [
      ['height', '2c9f1de7'],
      ['slope', '1dd6db62'],
      ['height_slope', '37ec11bb'],
    ]) {
      expect(crc((await splat({ ...params, mask_mode }, ['mask0'])).pictures.get('mask0')!)).toBe(sum);
    }
  });

  it('of five layers share one whole over both masks', async () => {
    const layers = ['a', 'mask1', 'c.d', 'macro', 'e'].map((id) => ({ ...a, id }));
    const { pictures } = await splat({ ...tiny, layers }, ['mask0', 'mask1', 'mask1.albedo', 'c.d.normal']);
    const [first, second] = [pictures.get('mask0')!.data, pictures.get('mask1')!.data];
    for (let k = 0; k < first.length; k += 4) {
      const sum = [0, 1, 2, 3].reduce((total, channel) => total + first[k + channel]! + second[k + channel]!, 0);
      expect(Math.abs(sum - 255)).toBeLessThanOrEqual(3);
      expect(second[k]).toBeLessThan(255);
    }
  });

  it('by calibrated slope give every layer its share', async () => {
    const params = { ...tiny, resolution: [64, 64], layers: [a, b, c], noise_scale: 0.05, mask_mode: 'slope' };
    const share = async (more: object) => {
      const { data } = (await splat({ ...params, ...more }, ['mask0'])).pictures.get('mask0')!;
      return [0, 1, 2].map(
        (channel) => data.filter((_, k) => k % 4 === channel).reduce((x, y) => x + y, 0) / 255 / 4096,
      );
    };
    expect((await share({}))[0]).toBeGreaterThan(0.9);
    for (const part of await share({ calibrated_slope: true })) expect(part).toBeGreaterThan(0.1);
  });
});

describe('seamless maps', () => {
  const roughnessSeams = ({ data, width, height }: Picture, channels: number) =>
    seams(
      Float64Array.from({ length: width * height }, (_, k) => data[k * channels]!),
      width,
      height,
    );

  it.each(Object.keys(PRESETS).filter((preset) => preset !== 'sci_fi_panel'))(
    '%s goes on across the borders',
    async (preset) => {
      const params = { preset, resolution: [150, 130], noise_scale: 0.04 };
      const across = async (more: object) => {
        const { pictures } = await make('texture.material_preset_v1', { ...params, ...more }, ['normal', 'roughness']);
        return Math.max(...roughnessSeams(pictures.get('roughness')!, 1));
      };
      expect(await across({ seamless: true })).toBeLessThanOrEqual(1.25);
    },
  );

  it('has whole panels only', async () => {
    const params = { preset: 'sci_fi_panel', resolution: [100, 90], seamless: true };
    const { pictures } = await make('texture.material_preset_v1', params, ['metallic', 'albedo']);
    const { data } = pictures.get('albedo')!;
    const dark = (x: number, y: number) => data[4 * (y * 100 + x)]! < 40;
    for (const [x, y] of [
      [0, 40],
      [99, 40],
      [40, 0],
      [40, 89],
    ] as const)
      expect(dark(x, y)).toBe(true);
  });

  it('of terrain go on across the borders', async () => {
    const layer = { albedo_color: [0.5, 0.5, 0.5, 1], detail_scale: 1 };
    const params = {
      resolution: [120, 100],
      layers: [
        { id: 'a', ...layer },
        { id: 'b', ...layer },
      ],
      noise_scale: 0.05,
      macro_variation: true,
      seamless: true,
    };
    const sources = ['a.albedo', 'a.roughness', 'mask0', 'macro'];
    for (const mask_mode of ['noise', 'slope']) {
      const { pictures } = await make(
        'texture.splat_set_v1',
        { ...params, mask_mode, calibrated_slope: true },
        sources,
      );
      for (const source of sources) {
        const channels = source === 'a.albedo' || source === 'mask0' ? 4 : 1;
        expect(Math.max(...roughnessSeams(pictures.get(source)!, channels)), source).toBeLessThanOrEqual(1.35);
      }
    }
  });
});
