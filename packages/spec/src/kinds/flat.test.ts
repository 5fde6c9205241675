/** Every rule of sprites, interface elements, fonts and effects: the code and the path that it is told with. */
import { describe, expect, it } from 'vitest';
import { validateDocument } from '../validate.ts';

type Params = Record<string, unknown>;
type Case = readonly [change: Params, findings: string];

const COLOR = [0.5, 0.5, 0.5, 1];
const frame = (id: string, more: object = {}) => ({ id, width: 8, height: 8, color: COLOR, ...more });
const icon = (id: string, more: object = {}) => ({ id, width: 8, height: 8, color: COLOR, ...more });
const preset = (tier: string, more: object = {}) => ({ tier, border_color: COLOR, background_color: COLOR, ...more });
const style = (style_type: string, more: object = {}) => ({
  style_type,
  text_color: COLOR,
  outline_color: COLOR,
  ...more,
});
const REGIONS = {
  corner_size: [4, 4],
  top_left: COLOR,
  top_right: COLOR,
  bottom_left: COLOR,
  bottom_right: COLOR,
  top_edge: COLOR,
  bottom_edge: COLOR,
  left_edge: COLOR,
  right_edge: COLOR,
  center: COLOR,
};
const SLOTS = { icon_region: [0, 0, 8, 8], rarity_indicator_region: [0, 0, 8, 8], background_region: [0, 0, 32, 32] };

const VALID: Readonly<Record<string, Params>> = {
  'sprite.sheet_v1': { resolution: [32, 32], frames: [frame('a'), frame('b')] },
  'sprite.animation_v1': { name: 'walk', frames: [{ frame_id: 'a' }] },
  'vfx.flipbook_v1': { resolution: [64, 64], effect: 'smoke', frame_count: 4, frame_size: [16, 16] },
  'vfx.particle_profile_v1': { profile: 'soft' },
  'ui.nine_slice_v1': { resolution: [32, 32], regions: REGIONS },
  'ui.icon_set_v1': { resolution: [32, 32], icons: [icon('a'), icon('b')] },
  'ui.item_card_v1': { resolution: [32, 32], rarity_presets: [preset('rare')], slots: SLOTS },
  'ui.damage_number_v1': { glyph_size: [8, 8], outline_width: 1, styles: [style('normal')] },
  'font.bitmap_v1': { charset: [32, 126], glyph_size: [5, 7] },
};

/** What each change of the valid parameters is answered with: a code and a path below `recipe.params`. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  'sprite.sheet_v1': [
    [{ resolution: [0, 32] }, 'E012 .resolution[0]'],
    [{ resolution: [32] }, 'E012 .resolution'],
    [{ resolution: [32.5, 32] }, 'E012 .resolution[0]'],
    [{ padding: null }, 'E012 .padding'],
    [{ padding: -1 }, 'E012 .padding'],
    [{ frames: undefined }, 'E012 .frames'],
    [{ frames: [] }, ''],
    [{ frames: [frame('a'), frame('a')] }, 'E012 .frames[1].id'],
    [{ frames: [frame('a', { width: 29 })] }, 'E012 .frames[0]'],
    [{ frames: 'abcdefghi'.split('').map((id) => frame(id)) }, 'E012 .resolution'],
    [{ frames: [frame('a', { pivot: [0.5, 1.5] })] }, 'E012 .frames[0].pivot[1]'],
    [{ frames: [frame('a', { pivot: null })] }, 'E012 .frames[0].pivot'],
    [{ frames: [frame('a', { color: undefined })] }, 'E012 .frames[0].color'],
    [{ frames: [frame('a', { color: [1, 1, 1] })] }, 'E012 .frames[0].color'],
    [{ frames: [frame('a', { color: null, node_ref: 'n' })] }, 'W004 .frames[0].node_ref'],
    [{ frames: [frame('a', { width: 0 })] }, 'W009 .frames[0]'],
    [{ frames: [frame('a', { colour: COLOR })] }, 'W004 .frames[0].colour'],
    [{ frames: [frame('a', { shape: 'stra' })] }, 'E012 .frames[0].shape'],
    [{ frames: [frame('a', { pixels: [] })] }, 'E012 .frames[0].pixels'],
    [{ frames: [frame('a', { pixels: ['x.', '..'] })] }, 'E012 .frames[0].pixels[0]'],
    [{ frames: [frame('a', { pixels: ['....', '...'] })] }, 'E012 .frames[0].pixels|E012 .frames[0].pixels[1]'],
    [{ frames: [frame('a', { pixels: ['...', '...', '...'] })] }, 'E012 .frames[0].pixels'],
    [{ frames: [frame('a', { pixels: ['xx', '..'] })], palette: { x: COLOR } }, ''],
    [{ palette: { xy: COLOR } }, 'E012 .palette.xy'],
    [{ palette: { x: 'red' } }, 'E012 .palette.x'],
    [{ tags: [{ name: 't', from: 'a', to: 'c' }] }, 'E012 .tags[0].to'],
    [{ tags: [{ name: 't', from: 'b', to: 'a' }] }, 'E012 .tags[0].to'],
    [{ tags: [{ name: 't', from: 'a', to: 'b' }] }, ''],
    [{ fit: 'tight' }, 'E012 .fit'],
    [{ fit: 'power_of_two' }, ''],
    [{ mip_levels: 9 }, 'E012 .mip_levels'],
    [{ mip_levels: 4 }, 'E012 .frames[0]|E012 .frames[1]'],
    [{ paddin: 2 }, 'E012 .paddin'],
  ],
  'sprite.animation_v1': [
    [{ name: undefined }, 'E012 .name'],
    [{ fps: -1 }, 'E012 .fps'],
    [{ fps: 0 }, 'W009 .fps'],
    [{ fps: 0, frames: [{ frame_id: 'a', duration_ms: 5 }] }, ''],
    [{ loop_mode: 'pingpong' }, 'E012 .loop_mode'],
    [{ frames: [] }, 'W009 .frames'],
    [{ frames: [{ frame_id: 'a', duration_ms: null }] }, ''],
    [{ frames: [{ frame_id: 'a', color: 1 }] }, 'E012 .frames[0].color'],
    [{ sheet_frames: ['b'] }, 'E012 .frames[0].frame_id'],
    [{ sheet_frames: ['a'] }, ''],
    [{ timing: 'exact' }, 'E012 .timing'],
  ],
  'vfx.flipbook_v1': [
    [{ resolution: [64, 0] }, 'E012 .resolution[1]'],
    [{ effect: 'fire' }, 'E012 .effect'],
    [{ frame_count: 0 }, 'E012 .frame_count'],
    [{ frame_count: 10 }, 'E012 .frame_count'],
    [{ frame_size: [16, 0] }, 'E012 .frame_size[1]'],
    [{ frame_size: [61, 16] }, 'E012 .frame_size'],
    [{ fps: 0 }, 'W009 .fps'],
    [{ loop_mode: 'ping_pong' }, ''],
    [{ edge_fade: 1.5 }, 'E012 .edge_fade'],
    [{ fade_out: -0.5 }, 'E012 .fade_out'],
    [{ gain: 0 }, 'E012 .gain'],
    [{ angular_noise: 'periodic' }, 'W004 .angular_noise'],
    [{ color_ramp: [COLOR] }, 'E012 .color_ramp'],
    [{ color_ramp: [COLOR, [1, 1, 1, 2]] }, 'E012 .color_ramp[1][3]'],
    [{ seamless: 1 }, 'E012 .seamless'],
    [{ alpha: 'none' }, 'E012 .alpha'],
  ],
  'vfx.particle_profile_v1': [
    [{ profile: 'glow' }, 'E012 .profile'],
    [{ color_tint: [1, 1, 1.1] }, 'E012 .color_tint[2]'],
    [{ color_tint: [1, 1] }, 'E012 .color_tint'],
    [{ intensity: -0.1 }, 'E012 .intensity'],
    [{ intensity: 1e6 }, ''],
    [{ distortion_strength: 1.1 }, 'E012 .distortion_strength'],
    [{ blend_factors: true }, ''],
  ],
  'ui.nine_slice_v1': [
    [{ resolution: [19, 32] }, 'E012 .resolution'],
    [{ resolution: [20, 20] }, ''],
    [{ background_color: [0, 0, 0, -1] }, 'E012 .background_color[3]'],
    [{ regions: { ...REGIONS, center: [2, 0, 0, 1] } }, 'E012 .regions.center[0]'],
    [{ regions: { ...REGIONS, center: undefined } }, 'E012 .regions.center'],
    [{ regions: { ...REGIONS, edge_width: null } }, ''],
    [{ regions: { ...REGIONS, edge_width: 1 } }, ''],
    [
      { regions: { ...REGIONS, edge_width: 0 } },
      'W009 .regions.top_edge|W009 .regions.bottom_edge|W009 .regions.left_edge|W009 .regions.right_edge|W009 .regions.center',
    ],
    [{ resolution: [40, 40], regions: { ...REGIONS, edge_width: 8 } }, 'W009 .regions.left_edge'],
    [{ resolution: [40, 40], edge_layout: 'natural', regions: { ...REGIONS, edge_width: 8 } }, ''],
    [{ corner_radius: 2 }, 'E012 .corner_radius'],
    [{ border_width: 2 }, 'E012 .border_width'],
    [{ corner_radius: 2, border_width: 1, edge_layout: 'natural' }, ''],
  ],
  'ui.icon_set_v1': [
    [{ resolution: [0, 0] }, 'E012 .resolution[0]|E012 .resolution[1]'],
    [{ icons: [icon('a'), icon('a')] }, 'E012 .icons[1].id'],
    [{ icons: [icon('a', { height: 30 })] }, 'E012 .icons[0]'],
    [{ icons: [icon('a', { color: [0, 0, 0, 2] })] }, 'E012 .icons[0].color[3]'],
    [{ icons: [icon('a', { category: null, shape: null })] }, ''],
    [{ icons: [icon('a', { categry: 'x' })] }, 'W004 .icons[0].categry'],
    [{ icons: 'abcdefghi'.split('').map((id) => icon(id)) }, 'E012 .resolution'],
  ],
  'ui.item_card_v1': [
    [{ resolution: [31, 4097] }, 'E012 .resolution[0]|E012 .resolution[1]'],
    [{ rarity_presets: [] }, 'E012 .rarity_presets'],
    [{ rarity_presets: [preset('rare'), preset('rare')] }, 'E012 .rarity_presets[1].tier'],
    [{ rarity_presets: [preset('mythic')] }, 'E012 .rarity_presets[0].tier'],
    [{ rarity_presets: [preset('rare', { glow_color: [2, 0, 0, 0] })] }, 'E012 .rarity_presets[0].glow_color[0]'],
    [{ rarity_presets: [preset('rare', { glow_color: null })] }, ''],
    [{ slots: { ...SLOTS, icon_region: [25, 0, 8, 8] } }, 'E012 .slots.icon_region'],
    [{ slots: { ...SLOTS, background_region: undefined } }, 'E012 .slots.background_region'],
    [{ border_width: null }, 'E012 .border_width'],
    [{ glow_width: 0, icon_color: COLOR }, ''],
  ],
  'ui.damage_number_v1': [
    [{ glyph_size: [7, 129] }, 'E012 .glyph_size[0]|E012 .glyph_size[1]'],
    [{ outline_width: 0 }, 'E012 .outline_width'],
    [{ outline_width: 9 }, 'E012 .outline_width'],
    [{ styles: [] }, 'E012 .styles'],
    [{ styles: [style('normal'), style('normal')] }, 'E012 .styles[1].style_type'],
    [{ styles: [style('crit')] }, 'E012 .styles[0].style_type'],
    [{ styles: [style('normal', { text_color: [0, 0, 2, 0] })] }, 'E012 .styles[0].text_color[2]'],
    [{ styles: [style('normal', { scale: 2.5 })] }, 'E012 .styles[0].scale'],
    [{ glow_margin: 65 }, 'E012 .glow_margin'],
    [{ glyph_style: 'smooth', scale_cells: true }, ''],
  ],
  'font.bitmap_v1': [
    [{ charset: [60, 50] }, 'E012 .charset'],
    [{ charset: [32, 127] }, 'E012 .charset'],
    [{ charset: [32, 255], glyph_size: [6, 9] }, ''],
    [{ charset: [32, 256], glyph_size: [6, 9] }, 'E012 .charset'],
    [{ charset: [0, 31] }, ''],
    [{ glyph_size: [8, 16] }, 'E012 .glyph_size'],
    [{ color: [1, 1, 1, 1.5] }, 'E012 .color[3]'],
    [{ font_style: 'mono' }, 'E012 .font_style'],
    [{ space_advance: 3 }, 'W004 .space_advance'],
    [{ space_advance: 3, font_style: 'proportional' }, ''],
  ],
};

async function findings(kind: string, change: Params): Promise<string> {
  const json = kind.includes('animation') || kind.includes('particle');
  const { errors, warnings } = await validateDocument({
    spec_version: 1,
    asset_id: 'an-asset',
    asset_type: kind.split('.')[0],
    license: 'CC0-1.0',
    description: 'A test.',
    seed: 1,
    outputs: [{ kind: 'primary', format: json ? 'json' : 'png', path: json ? 'a.json' : 'a.png' }],
    recipe: { kind, params: JSON.parse(JSON.stringify({ ...VALID[kind], ...change })) },
  });
  return [...errors, ...warnings].map(({ code, path }) => `${code} ${path.replace('recipe.params', '')}`).join('|');
}

describe.each(Object.keys(VALID))('%s', (kind) => {
  it('accepts valid parameters', async () => {
    expect(await findings(kind, {})).toBe('');
  });

  it.each(CASES[kind]!)('%j', async (change, expected) => {
    expect(await findings(kind, change)).toBe(expected);
  });

  it('refuses what is no object', async () => {
    for (const params of [null, 5, [], 'x']) {
      const { errors } = await validateDocument({ recipe: { kind, params } });
      expect(errors.map(({ code, path }) => `${code} ${path}`)).toContain('E012 recipe.params');
    }
  });
});

describe('outputs', () => {
  const document = (kind: string, params: Params, outputs: object[]) => ({
    spec_version: 1,
    asset_id: 'an-asset',
    asset_type: kind.split('.')[0],
    license: 'CC0-1.0',
    description: 'A test.',
    seed: 1,
    outputs,
    recipe: { kind, params },
  });
  const codes = async (kind: string, outputs: object[]) => {
    const { errors, warnings } = await validateDocument(document(kind, VALID[kind]!, outputs));
    return [...errors, ...warnings].map(({ code, path }) => `${code} ${path}`);
  };
  const png = { kind: 'primary', format: 'png', path: 'a.png' };
  const json = { kind: 'primary', format: 'json', path: 'a.json' };
  const metadata = (format: string, more: object = {}) => ({ kind: 'metadata', format, path: `b.${format}`, ...more });

  it('a font may have a BMFont file, nothing else may', async () => {
    expect(await codes('font.bitmap_v1', [png, metadata('json'), metadata('fnt')])).toEqual([]);
    expect(await codes('sprite.sheet_v1', [png, metadata('fnt')])).toEqual(['E015 outputs[1].format']);
    expect(await codes('font.bitmap_v1', [{ ...png, format: 'fnt', path: 'a.fnt' }])).toEqual([
      'E015 outputs[0].format',
    ]);
  });

  it('a sheet may have an Aseprite description; other sources are ignored with a warning', async () => {
    expect(await codes('sprite.sheet_v1', [png, metadata('json', { source: 'aseprite' })])).toEqual([]);
    expect(await codes('sprite.sheet_v1', [png, metadata('json', { source: 'asprite' })])).toEqual([
      'W004 outputs[1].source',
    ]);
  });

  it('particle profiles have JSON only, animations no metadata', async () => {
    expect(await codes('vfx.particle_profile_v1', [json, metadata('json')])).toEqual([]);
    expect(await codes('vfx.particle_profile_v1', [json, metadata('png')])).toEqual(['E015 outputs[1].format']);
    expect(await codes('sprite.animation_v1', [json, metadata('json')])).toEqual(['E015 outputs[1].kind']);
    expect(await codes('vfx.particle_profile_v1', [png])).toEqual(['E015 outputs[0].format']);
  });
});
