import { checkCalls } from './check-calls.ts';
import { TEXTURE } from './texture.ts';

const common = 'asset_id = "t-1", seed = 7, resolution = [64, 32]';
const header = (outputs: string, extra = '') =>
  `{"spec_version":1,"asset_id":"t-1","asset_type":"texture","license":"CC0-1.0","seed":7,"outputs":[${outputs}],${extra}"recipe":`;
const png = '{"kind":"primary","format":"png","path":"t.png"}';
const source = (path: string, from: string) => `{"kind":"primary","format":"png","path":"${path}","source":"${from}"}`;
const metadata = (path: string) => `{"kind":"metadata","format":"json","path":"${path}"}`;

checkCalls('texture graph', TEXTURE, [
  ['texture_graph([64, 32], [])', '{"resolution":[64,32],"tileable":true,"nodes":[]}'],
  [
    'texture_graph([64, 32], [invert_node("i", "a"), {"id": 1.0}], False)',
    '{"resolution":[64,32],"tileable":false,"nodes":[{"id":"i","type":"invert","input":"a"},{"id":1.0}]}',
  ],
  ['texture_graph([64], [])', "S101: texture_graph(): 'resolution' must be [width, height], got 1 values"],
  ['texture_graph([64, 0], [])', 'S103: texture_graph(): resolution values must be positive, got [64, 0]'],
  [
    `texture_spec(${common}, output_path = "t.png", format = "png", nodes = [])`,
    `${header(png)}{"kind":"texture.procedural_v1","params":{"resolution":[64,32],"tileable":true,"nodes":[]}}}`,
  ],
  [
    `texture_spec(${common}, output_path = "t.png", format = "png", nodes = [], tileable = False, description = "d", tags = ["x"])`,
    `${header(png, '"description":"d","style_tags":["x"],')}{"kind":"texture.procedural_v1","params":{"resolution":[64,32],"tileable":false,"nodes":[]}}}`,
  ],
  [
    `texture_spec(${common}, output_path = "t.bmp", format = "bmp", nodes = [])`,
    "S104: texture_spec(): 'format' must be one of: png, jpg, exr, tga. Did you mean 'png'?",
  ],
  [
    'texture_spec(asset_id = "t-1", seed = -1, resolution = [1, 1], output_path = "t.png", format = "png", nodes = [])',
    "S103: texture_spec(): 'seed' must be in range 0 to 4294967295, got -1",
  ],
]);

checkCalls('trimsheets', TEXTURE, [
  [
    'trimsheet_tile(id = "a", width = 8, height = 4, color = [1, 0.5, 0, 1])',
    '{"id":"a","width":8,"height":4,"color":[1.0,0.5,0.0,1.0]}',
  ],
  [
    'trimsheet_tile(id = "a", width = 8, height = 4, color = [1, 1, 1])',
    "S101: trimsheet_tile(): 'color' must be [r, g, b, a], got 3 values",
  ],
  [
    'trimsheet_tile(id = "a", width = 8, height = 4, color = [1, 1, 2, 1])',
    'S103: trimsheet_tile(): color[2] must be in 0.0-1.0 range, got 2',
  ],
  ['trimsheet_tile("a", 8, 4, [1, 1, 1, 1])', 'S002'],
  [
    `trimsheet_spec(${common}, output_path = "t.png", tiles = [])`,
    `${header(png)}{"kind":"texture.trimsheet_v1","params":{"resolution":[64,32],"padding":2,"tiles":[]}}}`,
  ],
  [
    `trimsheet_spec(${common}, output_path = "t.png", tiles = [], metadata_path = "t.json", padding = 0)`,
    `${header(`${png},${metadata('t.json')}`)}{"kind":"texture.trimsheet_v1","params":{"resolution":[64,32],"padding":0,"tiles":[]}}}`,
  ],
  [
    `trimsheet_spec(${common}, output_path = "t.png", tiles = [], padding = -1)`,
    "S103: trimsheet_spec(): 'padding' must be non-negative, got -1",
  ],
  [
    'trimsheet_spec(asset_id = "", seed = 7, resolution = [1, 1], output_path = "t.png", tiles = [])',
    "S101: trimsheet_spec(): 'asset_id' must not be empty",
  ],
]);

const decal = `${common}, output_path = "t.png", nodes = [], metadata = {}`;
checkCalls('decals', TEXTURE, [
  ['decal_metadata()', '{"aspect_ratio":1.0,"anchor":[0.5,0.5],"fade_distance":0.0}'],
  [
    'decal_metadata(2, [0, 1], 1, [3, 4], depth_range = 5)',
    '{"aspect_ratio":2.0,"anchor":[0,1],"fade_distance":1.0,"projection_size":[3,4],"depth_range":5}',
  ],
  ['decal_metadata(0)', "S103: decal_metadata(): 'aspect_ratio' must be positive, got 0"],
  ['decal_metadata(fade_distance = 2)', "S103: decal_metadata(): 'fade_distance' must be in range 0.0 to 1.0, got 2"],
  [
    `decal_spec(${decal}, albedo_output = "a", alpha_output = "m")`,
    `${header(png)}{"kind":"texture.decal_v1","params":{"resolution":[64,32],"nodes":[],"albedo_output":"a","alpha_output":"m","metadata":{}}}}`,
  ],
  [
    `decal_spec(${decal}, albedo_output = "a", alpha_output = "m", normal_output = "n", roughness_output = "r", normal_path = "n.png", roughness_path = "r.png", metadata_path = "t.json")`,
    `${header([png, source('n.png', 'normal'), source('r.png', 'roughness'), metadata('t.json')].join())}{"kind":"texture.decal_v1","params":{"resolution":[64,32],"nodes":[],"albedo_output":"a","alpha_output":"m","normal_output":"n","roughness_output":"r","metadata":{}}}}`,
  ],
  [
    `decal_spec(${decal}, albedo_output = "", alpha_output = "m")`,
    "S101: decal_spec(): 'albedo_output' must not be empty",
  ],
  [
    `decal_spec(${decal}, albedo_output = "a", alpha_output = "")`,
    "S101: decal_spec(): 'alpha_output' must not be empty",
  ],
]);

const maps = (id: string) =>
  ['albedo', 'normal', 'roughness'].map((map) => source(`p_${id}.${map}.png`, `${id}.${map}`));
const splat = (layers: string, rest: string) =>
  `{"kind":"texture.splat_set_v1","params":{"resolution":[64,32],"layers":[${layers}],${rest}}}}`;
checkCalls('splat sets', TEXTURE, [
  [
    'splat_layer(id = "a", albedo_color = [1, 0, 0, 1])',
    '{"id":"a","albedo_color":[1.0,0.0,0.0,1.0],"normal_strength":1.0,"roughness":0.8,"detail_scale":0.2,"detail_intensity":0.3}',
  ],
  [
    'splat_layer(id = "a", albedo_color = [1, 0, 0])',
    "S101: splat_layer(): 'albedo_color' must be [r, g, b, a], got 3 values",
  ],
  [
    'splat_layer(id = "a", albedo_color = [1, 0, 0, 1], normal_strength = -1)',
    "S103: splat_layer(): 'normal_strength' must be non-negative, got -1",
  ],
  [
    `splat_set_spec(${common}, layers = [{"id": "a"}, 5, {"id": 6}], output_prefix = "p")`,
    header([...maps('a'), source('p_mask0.png', 'mask0')].join()) +
      splat(
        '{"id":"a"},5,{"id":6}',
        '"mask_mode":"noise","noise_scale":0.1,"macro_variation":false,"macro_scale":0.05,"macro_intensity":0.3',
      ),
  ],
  [
    `splat_set_spec(${common}, layers = [{"id": i} for i in ["a", "b", "c", "d", "e"]], output_prefix = "p", mask_mode = "slope", macro_variation = True, metadata_path = "p.json")`,
    header(
      [
        ...['a', 'b', 'c', 'd', 'e'].flatMap(maps),
        source('p_mask0.png', 'mask0'),
        source('p_mask1.png', 'mask1'),
        source('p_macro.png', 'macro'),
        metadata('p.json'),
      ].join(),
    ) +
      splat(
        '{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"},{"id":"e"}',
        '"mask_mode":"slope","noise_scale":0.1,"macro_variation":true,"macro_scale":0.05,"macro_intensity":0.3',
      ),
  ],
  [
    `splat_set_spec(${common}, layers = [], output_prefix = "p")`,
    "S101: splat_set_spec(): 'layers' must contain at least one layer",
  ],
  [
    `splat_set_spec(${common}, layers = [1], output_prefix = "p", mask_mode = "x")`,
    'S104: splat_set_spec(): \'mask_mode\' must be one of ["noise", "height", "slope", "height_slope"], got \'x\'',
  ],
]);

const matcap = (params: string) =>
  `${header(png)}{"kind":"texture.matcap_v1","params":{"resolution":[64,32],"preset":"clay"${params}}}}`;
const matcapCall = (rest = '') => `matcap_v1(${common}, output_path = "t.png", preset = "clay"${rest})`;
checkCalls('matcaps', TEXTURE, [
  [matcapCall(), matcap('')],
  [
    matcapCall(
      ', base_color = [1, 1, 1], toon_steps = 4, outline_width = 3, curvature_enabled = True, cavity_enabled = True',
    ),
    matcap(
      ',"base_color":[1,1,1],"toon_steps":4,"outline":{"width":3,"color":[0.0,0.0,0.0]},"curvature_mask":{"enabled":true,"strength":0.5},"cavity_mask":{"enabled":true,"strength":0.5}',
    ),
  ],
  [matcapCall(', outline_color = [1, 0, 0]'), matcap(',"outline":{"width":2,"color":[1,0,0]}')],
  [matcapCall(', toon_steps = 17'), "S103: matcap_v1(): 'toon_steps' must be between 2 and 16, got 17"],
  [matcapCall(', outline_width = 0'), "S103: matcap_v1(): 'outline_width' must be between 1 and 10, got 0"],
  [`matcap_v1(${common}, output_path = "t.png", preset = "glass")`, 'S103'],
]);

const material = (rest: string) => `material_preset_v1(${common}, output_prefix = "p", ${rest})`;
const materialOutputs = [
  ...['albedo', 'roughness', 'metallic', 'normal'].map((map) => source(`p_${map}.png`, map)),
  metadata('p.material.json'),
].join();
checkCalls('material presets', TEXTURE, [
  [
    material('preset = "rough_stone"'),
    `${header(materialOutputs)}{"kind":"texture.material_preset_v1","params":{"preset":"rough_stone","resolution":[64,32],"tileable":true}}}`,
  ],
  [
    material(
      'preset = "toon_metal", tileable = False, base_color = [1], roughness_range = [0, 1], metallic = 1, noise_scale = 2, pattern_scale = 3, description = "d", style_tags = ["x"]',
    ),
    `${header(materialOutputs)}{"kind":"texture.material_preset_v1","params":{"preset":"toon_metal","resolution":[64,32],"tileable":false,"base_color":[1],"roughness_range":[0,1],"metallic":1,"noise_scale":2,"pattern_scale":3}},"description":"d","style_tags":["x"]}`,
  ],
  [
    material('preset = "gold"'),
    "S104: material_preset_v1(): invalid preset 'gold'; expected one of: toon_metal, stylized_wood, neon_glow, ceramic_glaze, sci_fi_panel, clean_plastic, rough_stone, brushed_metal",
  ],
  [
    'material_preset_v1(asset_id = "t-1", seed = 7, resolution = [64], output_prefix = "p", preset = "rough_stone")',
    "S102: material_preset_v1(): 'resolution' must be [width, height], got 1 values",
  ],
]);
