import { checkCalls } from './check-calls.ts';
import { MESH } from './mesh.ts';

checkCalls('meshes', MESH, [
  ['mesh_primitive("cube", [1, 2.5, 3])', '{"base_primitive":"cube","dimensions":[1.0,2.5,3.0]}'],
  ['mesh_primitive("box", [1, 1, 1])', 'S104'],
  ['mesh_primitive("cube", [1, 1])', "S101: mesh_primitive(): 'dimensions' must be [x, y, z], got 2 values"],
  ['mesh_recipe("cube", [1, 1, 1])', '{"base_primitive":"cube","dimensions":[1.0,1.0,1.0],"modifiers":[]}'],
  [
    'mesh_recipe("cube", [1, 1, 1], [mirror_modifier()])',
    '{"base_primitive":"cube","dimensions":[1.0,1.0,1.0],"modifiers":[{"type":"mirror","axis_x":true,"axis_y":false,"axis_z":false}]}',
  ],
  [
    'mesh_recipe("tor", [1, 1, 1])',
    "S104: mesh_recipe(): 'primitive' must be one of: cube, sphere, cylinder, cone, torus, plane, ico_sphere. Did you mean 'torus'?",
  ],
  ['mesh_recipe("cube", (1, 1, 1, 1))', 'S002'],
  [
    'mesh_spec(asset_id = "m-1", seed = 7, output_path = "m.glb", format = "glb", primitive = "cone", dimensions = [1, 1, 1])',
    '{"spec_version":1,"asset_id":"m-1","asset_type":"static_mesh","license":"CC0-1.0","seed":7,"outputs":[{"kind":"primary","format":"glb","path":"m.glb"}],"recipe":{"kind":"static_mesh.blender_primitives_v1","params":{"base_primitive":"cone","dimensions":[1.0,1.0,1.0],"modifiers":[]}}}',
  ],
  [
    'mesh_spec(asset_id = "m-1", seed = 7, output_path = "m.glb", format = "stl", primitive = "cone", dimensions = [1, 1, 1])',
    'S104',
  ],
  [
    'mesh_spec(asset_id = "m-1", seed = 4294967296, output_path = "m.glb", format = "glb", primitive = "cone", dimensions = [])',
    "S103: mesh_spec(): 'seed' must be in range 0 to 4294967295, got 4294967296",
  ],
]);

checkCalls('mesh modifiers', MESH, [
  ['bevel_modifier()', '{"type":"bevel","width":0.02,"segments":2}'],
  ['bevel_modifier(1, 3, 45)', '{"type":"bevel","width":1.0,"segments":3,"angle_limit":0.7853981633974483}'],
  ['bevel_modifier(0, 0)', "S103: bevel_modifier(): 'width' must be positive, got 0"],
  [
    'bevel_modifier(angle_limit = 181)',
    "S103: bevel_modifier(): 'angle_limit' must be in range (0, 180] degrees, got 181",
  ],
  ['bevel_modifier(angle_limit = "1")', "S102: bevel_modifier(): 'angle_limit' expected float, got string"],
  ['subdivision_modifier()', '{"type":"subdivision","levels":2,"render_levels":2}'],
  ['subdivision_modifier(1, 3)', '{"type":"subdivision","levels":1,"render_levels":3}'],
  ['subdivision_modifier(0)', "S103: subdivision_modifier(): 'levels' must be positive, got 0"],
  ['subdivision_modifier(1, 2.0)', "S102: subdivision_modifier(): 'render_levels' expected int, got float"],
  ['decimate_modifier()', '{"type":"decimate","ratio":0.5}'],
  ['decimate_modifier(1.5)', "S103: decimate_modifier(): 'ratio' must be in range 0.0 to 1.0, got 1.5"],
  ['decimate_modifier("1")', 'S002'],
  ['edge_split_modifier(30)', '{"type":"edge_split","angle":30.0}'],
  ['edge_split_modifier(0)', "S103: edge_split_modifier(): 'angle' must be in range (0, 180] degrees, got 0"],
  ['edge_split_modifier()', 'S002'],
  ['mirror_modifier()', '{"type":"mirror","axis_x":true,"axis_y":false,"axis_z":false}'],
  ['mirror_modifier(1)', 'S002'],
  ['mirror_modifier(axis = True)', 'S002'],
  ['array_modifier(4, [1, 0, 0.5])', '{"type":"array","count":4,"offset":[1.0,0.0,0.5]}'],
  ['array_modifier(0, [1, 0, 0])', "S103: array_modifier(): 'count' must be positive, got 0"],
  ['array_modifier(4, [1])', "S101: array_modifier(): 'offset' must be [x, y, z], got 1 values"],
  ['solidify_modifier(0.5)', '{"type":"solidify","thickness":0.5,"offset":0.0}'],
  ['solidify_modifier(-1)', "S103: solidify_modifier(): 'thickness' must be positive, got -1"],
  ['solidify_modifier(1, -2)', "S103: solidify_modifier(): 'offset' must be in range -1.0 to 1.0, got -2"],
  ['triangulate_modifier()', '{"type":"triangulate"}'],
  ['triangulate_modifier("clip", "fixed")', '{"type":"triangulate","ngon_method":"clip","quad_method":"fixed"}'],
  ['triangulate_modifier(1)', "S102: triangulate_modifier(): 'ngon_method' expected string, got int"],
  [
    'triangulate_modifier("fan")',
    'S104: triangulate_modifier(): \'ngon_method\' must be one of ["beauty", "clip", "fixed"], got "fan"',
  ],
]);

checkCalls('baking', MESH, [
  ['baking_settings(["ao"])', '{"bake_types":["ao"],"ray_distance":0.1,"margin":16,"resolution":[1024,1024]}'],
  [
    'baking_settings(["ao", "normal"], 1, 0, [64, 64.5], "high.glb")',
    '{"bake_types":["ao","normal"],"ray_distance":1.0,"margin":0,"resolution":[64,64.5],"high_poly_source":"high.glb"}',
  ],
  ['baking_settings([])', "S101: baking_settings(): 'bake_types' must not be empty"],
  [
    'baking_settings(["ao", "zz"])',
    "S104: baking_settings(): 'bake_types' must be one of: normal, ao, curvature, combined. Did you mean 'ao'?",
  ],
  ['baking_settings(["ao"], margin = -1)', "S103: baking_settings(): 'margin' must be non-negative, got -1"],
  [
    'baking_settings(["ao"], resolution = 64)',
    "S102: baking_settings(): 'resolution' expected list [width, height], got int",
  ],
]);
