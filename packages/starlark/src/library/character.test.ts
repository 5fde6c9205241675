import { ANIMATION } from './animation.ts';
import { CHARACTER } from './character.ts';
import { checkCalls } from './check-calls.ts';
import { SKELETAL_MESH } from './skeletal-mesh.ts';

checkCalls('characters', CHARACTER, [
  ['material_slot(name = "m")', '{"name":"m"}'],
  [
    'material_slot(name = "m", base_color = [1, 0, 0], metallic = 0, roughness = 0.5, emissive = [0.0])',
    '{"name":"m","base_color":[1,0,0],"metallic":0,"roughness":0.5,"emissive":[0.0]}',
  ],
  ['material_slot(name = "")', "S101: material_slot(): 'name' must not be empty"],
  ['material_slot("m")', 'S002'],
  ['custom_bone(bone = "b")', '{"bone":"b"}'],
  [
    'custom_bone(bone = "b", head = [0], tail = [1], parent = "p", mirror = "m")',
    '{"bone":"b","head":[0],"tail":[1],"parent":"p","mirror":"m"}',
  ],
  ['custom_bone(bone = "")', "S101: custom_bone(): 'bone' must not be empty"],
  ['custom_bone(head = [0])', 'S002'],
  [
    'skeletal_export_settings()',
    '{"include_armature":true,"include_normals":true,"include_uvs":true,"triangulate":true,"include_skin_weights":true,"save_blend":false}',
  ],
  ['skeletal_export_settings(1)', 'S002'],
  ['skeletal_export_settings(blend = True)', 'S002'],
  ['skeletal_constraints()', '{}'],
  ['skeletal_constraints(1, 2, 3)', '{"max_triangles":1,"max_bones":2,"max_materials":3}'],
  ['skeletal_constraints(0)', "S103: skeletal_constraints(): 'max_triangles' must be positive, got 0"],
  [
    'skeletal_constraints(max_materials = -1)',
    "S103: skeletal_constraints(): 'max_materials' must be positive, got -1",
  ],
  [
    'body_part(bone = "b", primitive = "cube", dimensions = [1, 2, 3])',
    '{"bone":"b","mesh":{"primitive":"cube","dimensions":[1.0,2.0,3.0]}}',
  ],
  [
    'body_part(bone = "b", primitive = "cube", dimensions = [1, 2, 3], segments = 8, offset = [0], rotation = [1], material_index = 2)',
    '{"bone":"b","mesh":{"primitive":"cube","dimensions":[1.0,2.0,3.0],"segments":8,"offset":[0],"rotation":[1]},"material_index":2}',
  ],
  ['body_part(bone = "b", primitive = "box", dimensions = [1, 2, 3])', 'S104'],
  [
    'body_part(bone = "b", primitive = "cube", dimensions = [1])',
    "S101: body_part(): 'dimensions' must be [x, y, z], got 1 values",
  ],
  ['skinning_config()', '{"max_bone_influences":4,"auto_weights":true}'],
  ['skinning_config(9)', "S103: skinning_config(): 'max_bone_influences' must be in range 1 to 8, got 9"],
  ['skinning_config(4.0)', 'S002'],
  ['skeletal_texturing()', '{"uv_mode":"cylinder_project"}'],
  [
    'skeletal_texturing("cube_project")',
    "S104: skeletal_texturing(): 'uv_mode' must be one of: cylinder_project, box_project, sphere_project, smart",
  ],
  ['skeletal_texturing(1)', 'S002'],
]);

const common = 'asset_id = "c-1", seed = 7, output_path = "c.glb", format = "glb"';
const header = (type: string) =>
  `{"spec_version":1,"asset_id":"c-1","asset_type":"${type}","license":"CC0-1.0","seed":7,"outputs":[{"kind":"primary","format":"glb","path":"c.glb"}],"recipe":`;
const armature = (params: string) =>
  `${header('skeletal_mesh')}{"kind":"skeletal_mesh.armature_driven_v1","params":{${params}}}}`;
const skinned = (params: string) =>
  `${header('skeletal_mesh')}{"kind":"skeletal_mesh.skinned_mesh_v1","params":{${params}}}}`;
const binding = '"binding":{"mode":"auto_weights","vertex_group_map":{},"max_bone_influences":4}';

checkCalls('skeletal meshes', SKELETAL_MESH, [
  [
    `skeletal_mesh_spec(${common}, bone_meshes = {"spine": {}})`,
    armature('"skeleton_preset":"humanoid_basic_v1","bone_meshes":{"spine":{}}'),
  ],
  [
    `skeletal_mesh_spec(${common}, bone_meshes = {"spine": {}}, skeleton = [], bool_shapes = {}, material_slots = [], export = {}, constraints = {})`,
    armature(
      '"skeleton":[],"bone_meshes":{"spine":{}},"bool_shapes":{},"material_slots":[],"export":{},"constraints":{}',
    ),
  ],
  [
    `skeletal_mesh_spec(${common}, bone_meshes = {"spine": {}}, skeleton = [], skeleton_preset = "humanoid_basic_v1")`,
    armature('"skeleton_preset":"humanoid_basic_v1","skeleton":[],"bone_meshes":{"spine":{}}'),
  ],
  [`skeletal_mesh_spec(${common})`, "S102: skeletal_mesh_spec(): 'bone_meshes' expected dict, got NoneType"],
  [`skeletal_mesh_spec(${common}, bone_meshes = {})`, "S103: skeletal_mesh_spec(): 'bone_meshes' must not be empty"],
  [`skeletal_mesh_spec(${common}, bone_meshes = {"a": 1}, skeleton_preset = "humanoid_game_v1")`, 'S104'],
  [
    `skeletal_mesh_skinned_spec(${common}, mesh_file = "a.glb")`,
    skinned(`"mesh_file":"a.glb","skeleton_preset":"humanoid_basic_v1",${binding}`),
  ],
  [
    `skeletal_mesh_skinned_spec(${common}, mesh_asset = "a", skeleton = [], binding = {}, material_slots = [], export = {}, constraints = {})`,
    skinned('"mesh_asset":"a","skeleton":[],"binding":{},"material_slots":[],"export":{},"constraints":{}'),
  ],
  [
    `skeletal_mesh_skinned_spec(${common})`,
    "S103: skeletal_mesh_skinned_spec(): either 'mesh_file' or 'mesh_asset' must be provided",
  ],
  [
    'skeletal_mesh_skinned_spec(asset_id = "c-1", seed = 7, output_path = "c.obj", format = "obj", mesh_asset = "a")',
    'S104',
  ],
]);

const clip = `${common}, clip_name = "walk", skeleton_preset = "humanoid_basic_v1"`;
checkCalls('animation', ANIMATION, [
  ['bone_transform(rotation = [0, 0, 70])', '{"rotation":[0,0,70]}'],
  ['bone_transform([1], [2], [3.0])', '{"position":[1],"rotation":[2],"scale":[3.0]}'],
  ['bone_transform()', "S101: bone_transform(): at least one of 'position', 'rotation', or 'scale' must be provided"],
  ['bone_transform([1], [2], [3], [4])', 'S002'],
  ['animation_keyframe(time = 1, bones = {"a": {}})', '{"time":1.0,"bones":{"a":{}}}'],
  ['animation_keyframe(time = -0.5, bones = {})', "S103: animation_keyframe(): 'time' must be non-negative, got -0.5"],
  ['animation_keyframe(1, {})', 'S002'],
  [
    'animation_export_settings(False)',
    '{"bake_transforms":false,"optimize_keyframes":false,"separate_file":false,"save_blend":false}',
  ],
  ['animation_export_settings(None)', 'S002'],
  ['animation_export_settings(fps = 30)', 'S002'],
  ['ik_target_transform([1], ik_fk_blend = 0.5)', '{"position":[1],"ik_fk_blend":0.5}'],
  [
    'ik_target_transform(ik_fk_blend = 1)',
    "S101: ik_target_transform(): at least 'position' or 'rotation' must be provided",
  ],
  ['ik_target_transform(scale = 1)', 'S002'],
  ['ik_keyframe(time = 0, targets = {})', '{"time":0.0,"targets":{}}'],
  ['ik_keyframe(time = -1, targets = {})', "S103: ik_keyframe(): 'time' must be non-negative, got -1"],
  ['ik_keyframe(time = 0)', 'S002'],
  [
    `skeletal_animation_spec(${clip}, duration_seconds = 1)`,
    `${header('skeletal_animation')}{"kind":"skeletal_animation.blender_clip_v1","params":{"skeleton_preset":"humanoid_basic_v1","clip_name":"walk","duration_seconds":1.0,"fps":30,"loop":false,"keyframes":[],"interpolation":"linear"}}}`,
  ],
  [
    `skeletal_animation_spec(${clip}, duration_seconds = 1, fps = 24, loop = True, keyframes = [{}], interpolation = "bezier", export = {})`,
    `${header('skeletal_animation')}{"kind":"skeletal_animation.blender_clip_v1","params":{"skeleton_preset":"humanoid_basic_v1","clip_name":"walk","duration_seconds":1.0,"fps":24,"loop":true,"keyframes":[{}],"interpolation":"bezier","export":{}}}}`,
  ],
  [
    `skeletal_animation_spec(${clip}, duration_seconds = 0)`,
    "S103: skeletal_animation_spec(): 'duration_seconds' must be positive, got 0",
  ],
  [
    `skeletal_animation_spec(${clip}, duration_seconds = 1, fps = 121)`,
    "S103: skeletal_animation_spec(): 'fps' must be in range 1-120, got 121",
  ],
]);
