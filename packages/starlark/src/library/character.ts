/** The functions of characters. */
import { nonEmpty, oneOf, positive, ranged } from './checks.ts';
import { PRIMITIVE, UV_MODE } from './choices.ts';
import { bool, define, int64, type LibraryFunction, nums, optional, str } from './define.ts';
import { xyz } from './shapes.ts';

const category = 'character';

export const CHARACTER: LibraryFunction[] = [
  define({
    name: 'material_slot',
    category,
    description: 'A material of a mesh.',
    keywordOnly: true,
    params: {
      name: str(nonEmpty),
      base_color: optional.any(),
      metallic: optional.any(),
      roughness: optional.any(),
      emissive: optional.any(),
    },
    build: (slot) => slot,
  }),
  define({
    name: 'custom_bone',
    category,
    description: 'A bone of a skeleton of its own.',
    keywordOnly: true,
    params: {
      bone: str(nonEmpty),
      head: optional.any(),
      tail: optional.any(),
      parent: optional.str(),
      mirror: optional.str(),
    },
    build: (bone) => bone,
  }),
  define({
    name: 'skeletal_export_settings',
    category,
    description: 'What the file of a skeletal mesh has.',
    params: {
      include_armature: bool(true),
      include_normals: bool(true),
      include_uvs: bool(true),
      triangulate: bool(true),
      include_skin_weights: bool(true),
      save_blend: bool(false),
    },
    build: (settings) => settings,
  }),
  define({
    name: 'skeletal_constraints',
    category,
    description: 'Limits that a skeletal mesh must keep.',
    params: {
      max_triangles: optional.int(positive),
      max_bones: optional.int(positive),
      max_materials: optional.int(positive),
    },
    build: (constraints) => constraints,
  }),
  define({
    name: 'body_part',
    category,
    description: 'A basic shape on a bone. No present recipe takes it.',
    keywordOnly: true,
    params: {
      bone: str(nonEmpty),
      primitive: str(oneOf(PRIMITIVE)),
      dimensions: nums(xyz),
      segments: optional.int(),
      offset: optional.any(),
      rotation: optional.any(),
      material_index: optional.int(),
    },
    build: ({ bone, primitive, dimensions, segments, offset, rotation, material_index }) => ({
      bone,
      mesh: { primitive, dimensions, segments, offset, rotation },
      material_index,
    }),
  }),
  define({
    name: 'skinning_config',
    category,
    description: 'How vertices follow bones. No present recipe takes it.',
    params: {
      max_bone_influences: int64(ranged({ min: 1, max: 8 }, 'be in range 1 to 8'), 4),
      auto_weights: bool(true),
    },
    build: (config) => config,
  }),
  define({
    name: 'skeletal_texturing',
    category,
    description: 'How a body gets texture coordinates. No present recipe takes it.',
    params: { uv_mode: str(oneOf(UV_MODE), 'cylinder_project') },
    build: (texturing) => texturing,
  }),
];
