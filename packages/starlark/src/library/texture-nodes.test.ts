import { checkCalls } from './check-calls.ts';
import { TEXTURE } from './texture.ts';

checkCalls('texture nodes', TEXTURE, [
  [
    'noise_node("n")',
    '{"id":"n","type":"noise","noise":{"algorithm":"perlin","scale":0.1,"octaves":4,"persistence":0.5,"lacunarity":2.0}}',
  ],
  [
    'noise_node("n", "worley", 2, 3, 1, lacunarity = 3)',
    '{"id":"n","type":"noise","noise":{"algorithm":"worley","scale":2.0,"octaves":3,"persistence":1.0,"lacunarity":3.0}}',
  ],
  ['noise_node("")', "S101: noise_node(): 'id' must not be empty"],
  [
    'noise_node("n", "perlim", 0)',
    "S104: noise_node(): 'algorithm' must be one of: perlin, simplex, worley, value, gabor, fbm. Did you mean 'perlin'?",
  ],
  ['noise_node("n", scale = 0, octaves = 0)', "S103: noise_node(): 'scale' must be positive, got 0"],
  ['noise_node("n", octaves = 2.0)', 'S002'],

  [
    'reaction_diffusion_node("r")',
    '{"id":"r","type":"reaction_diffusion","steps":120,"feed":0.055,"kill":0.062,"diffuse_a":1.0,"diffuse_b":0.5,"dt":1.0,"seed_density":0.03}',
  ],
  [
    'reaction_diffusion_node("r", 2000, 1, 1, 2, 2, 2, 0)',
    '{"id":"r","type":"reaction_diffusion","steps":2000,"feed":1.0,"kill":1.0,"diffuse_a":2.0,"diffuse_b":2.0,"dt":2.0,"seed_density":0.0}',
  ],
  ['reaction_diffusion_node("r", 0)', "S103: reaction_diffusion_node(): 'steps' must be positive, got 0"],
  ['reaction_diffusion_node("r", 2001)', "S103: reaction_diffusion_node(): 'steps' must be <= 2000, got 2001"],
  ['reaction_diffusion_node("r", feed = 0)', "S103: reaction_diffusion_node(): 'feed' must be in (0.0, 1.0], got 0"],
  ['reaction_diffusion_node("r", dt = 2.5)', "S103: reaction_diffusion_node(): 'dt' must be in (0.0, 2.0], got 2.5"],
  ['reaction_diffusion_node("r", seed_density = 0.6)', 'S103'],

  [
    'reaction_diffusion_preset()',
    '{"preset":"mitosis","steps":180,"feed":0.0367,"kill":0.0649,"diffuse_a":1.0,"diffuse_b":0.5,"dt":1.0,"seed_density":0.08}',
  ],
  ['reaction_diffusion_preset("worms")["feed"]', '0.078'],
  ['reaction_diffusion_preset("spots")["steps"]', '160'],
  [
    'reaction_diffusion_preset("worm")',
    "S104: reaction_diffusion_preset(): 'preset' must be one of: mitosis, worms, spots. Did you mean 'worms'?",
  ],
  ['reaction_diffusion_preset(1)', 'S002'],

  ['gradient_node("g")', '{"id":"g","type":"gradient","direction":"horizontal","start":0.0,"end":1.0}'],
  [
    'gradient_node("g", "radial", 1, 0, [0, 0.5], 0, outer = 2)',
    '{"id":"g","type":"gradient","direction":"radial","start":1.0,"end":0.0,"center":[0,0.5],"inner":0.0,"outer":2.0}',
  ],
  ['gradient_node("g", "diagonal")', 'S104'],
  ['gradient_node("g", center = [1])', "S101: gradient_node(): 'center' must be [x, y], got 1 values"],
  ['gradient_node("g", center = "ab")', "S102: gradient_node(): 'center' expected list, got string"],
  ['gradient_node("g", inner = "1")', "S102: gradient_node(): 'inner' expected float, got string"],

  ['constant_node("c", 1)', '{"id":"c","type":"constant","value":1.0}'],
  ['constant_node("", 1)', "S101: constant_node(): 'id' must not be empty"],
  ['constant_node("c")', 'S002'],

  ['threshold_node("t", "a")', '{"id":"t","type":"threshold","input":"a","threshold":0.5}'],
  ['threshold_node("t", "")', "S101: threshold_node(): 'input' must not be empty"],
  ['threshold_node("t", "a", True)', 'S002'],

  ['invert_node("i", "a")', '{"id":"i","type":"invert","input":"a"}'],
  ['invert_node("", "")', "S101: invert_node(): 'id' must not be empty"],
  ['invert_node("i", "")', "S101: invert_node(): 'input' must not be empty"],

  [
    'color_ramp_node("c", "a", ["#000000", "#ffffff"])',
    '{"id":"c","type":"color_ramp","input":"a","ramp":["#000000","#ffffff"]}',
  ],
  ['color_ramp_node("c", "a", ["#000000"])', "S101: color_ramp_node(): 'ramp' must have at least 2 colors"],
  ['color_ramp_node("c", "a", ["#000000", 1])', 'S002'],

  ['add_node("s", "a", "b")', '{"id":"s","type":"add","a":"a","b":"b"}'],
  ['add_node("s", "", "b")', "S101: add_node(): 'a' must not be empty"],
  ['add_node("s", "a", "")', "S101: add_node(): 'b' must not be empty"],

  ['multiply_node("m", "a", "b")', '{"id":"m","type":"multiply","a":"a","b":"b"}'],
  ['multiply_node("m", "", "b")', "S101: multiply_node(): 'a' must not be empty"],
  ['multiply_node("m", "a", 1)', 'S002'],

  ['lerp_node("l", "a", "b", "t")', '{"id":"l","type":"lerp","a":"a","b":"b","t":"t"}'],
  ['lerp_node("l", "a", "b", "")', "S101: lerp_node(): 't' must not be empty"],
  ['lerp_node("l", "a", "b", 0.5)', 'S002'],

  ['clamp_node("c", "a")', '{"id":"c","type":"clamp","input":"a","min":0.0,"max":1.0}'],
  ['clamp_node("c", "a", 2)', "S103: clamp_node(): 'min' (2) must be <= 'max' (1)"],
  ['clamp_node("c", "")', "S101: clamp_node(): 'input' must not be empty"],

  [
    'stripes_node("s", "vertical", 3)',
    '{"id":"s","type":"stripes","direction":"vertical","stripe_width":3,"color1":0.0,"color2":1.0}',
  ],
  ['stripes_node("s", "radial", 3)', 'S104'],
  ['stripes_node("s", "vertical", 0)', "S103: stripes_node(): 'stripe_width' must be positive, got 0"],
  ['stripes_node("s", "vertical", 3, 0, 1.5)', "S103: stripes_node(): 'color2' must be in range 0.0 to 1.0, got 1.5"],

  ['checkerboard_node("c", 8)', '{"id":"c","type":"checkerboard","tile_size":8,"color1":0.0,"color2":1.0}'],
  ['checkerboard_node("c", -1)', "S103: checkerboard_node(): 'tile_size' must be positive, got -1"],
  ['checkerboard_node("c", 8, -1)', "S103: checkerboard_node(): 'color1' must be in range 0.0 to 1.0, got -1"],

  ['grayscale_node("g", "a")', '{"id":"g","type":"to_grayscale","input":"a"}'],
  ['grayscale_node("g", "")', "S101: grayscale_node(): 'input' must not be empty"],
  ['grayscale_node("g")', 'S002'],

  ['palette_node("p", "a", ["#ff0000"])', '{"id":"p","type":"palette","input":"a","palette":["#ff0000"]}'],
  ['palette_node("p", "a", [])', "S101: palette_node(): 'palette' must have at least 1 color"],
  ['palette_node("p", "a", "#ff0000")', 'S002'],

  ['compose_rgba_node("c", "r", "g", "b")', '{"id":"c","type":"compose_rgba","r":"r","g":"g","b":"b"}'],
  ['compose_rgba_node("c", "r", "g", "b", "x")', '{"id":"c","type":"compose_rgba","r":"r","g":"g","b":"b","a":"x"}'],
  ['compose_rgba_node("c", "r", "g", "b", 5)', "S102: compose_rgba_node(): 'a' expected string, got int"],
  ['compose_rgba_node("c", "r", "g", "b", "")', "S101: compose_rgba_node(): 'a' must not be empty"],

  ['normal_from_height_node("n", "a")', '{"id":"n","type":"normal_from_height","input":"a","strength":1.0}'],
  ['normal_from_height_node("n", "a", 0)', "S103: normal_from_height_node(): 'strength' must be positive, got 0"],
  ['normal_from_height_node("n", "")', "S101: normal_from_height_node(): 'input' must not be empty"],

  ['wang_tiles_node("w", "a")', '{"id":"w","type":"wang_tiles","input":"a","tile_count":[4,4],"blend_width":0.1}'],
  ['wang_tiles_node("w", "a", 0)', "S103: wang_tiles_node(): 'tile_count_x' must be positive, got 0"],
  ['wang_tiles_node("w", "a", blend_width = 0.75)', 'S103'],

  [
    'texture_bomb_node("t", "a")',
    '{"id":"t","type":"texture_bomb","input":"a","density":0.5,"scale_variation":[0.8,1.2],"rotation_variation":0.0,"blend_mode":"max"}',
  ],
  ['texture_bomb_node("t", "a", 2)', 'S103'],
  [
    'texture_bomb_node("t", "a", scale_min = 2)',
    "S103: texture_bomb_node(): 'scale_max' (1.2) must be >= 'scale_min' (2)",
  ],
  ['texture_bomb_node("t", "a", rotation_variation = 361)', 'S103'],
  ['texture_bomb_node("t", "a", blend_mode = "min")', 'S104'],
]);
