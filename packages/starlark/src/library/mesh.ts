/** The functions of static meshes. */
import { type Check, nonEmpty, oneOf, positive } from './checks.ts';
import { BAKE, MESH_FORMAT, PRIMITIVE } from './choices.ts';
import { define, int, type LibraryFunction, num, nums, optional, str, strs, typeName } from './define.ts';
import { about, document, identity, primary } from './document.ts';
import { MESH_MODIFIERS } from './mesh-modifiers.ts';
import { both, miscounted, notNegative, xyz } from './shapes.ts';

const shape = { primitive: str(oneOf(PRIMITIVE)), dimensions: nums(xyz) };

const bakes: Check = {
  choices: BAKE,
  refuse: (value: readonly string[], name, given) =>
    value.map((each) => oneOf(BAKE).refuse(each, name, given)).find((refusal) => refusal),
};

export const MESH: LibraryFunction[] = [
  define({
    name: 'mesh_primitive',
    category: 'mesh',
    description: 'A basic shape and its size in metres.',
    params: shape,
    build: ({ primitive, dimensions }) => ({ base_primitive: primitive, dimensions }),
  }),
  define({
    name: 'mesh_recipe',
    category: 'mesh',
    description: 'The parameters of static_mesh.blender_primitives_v1: a basic shape and its modifiers.',
    params: { ...shape, modifiers: optional.any() },
    example: 'mesh_recipe("cylinder", [0.4, 0.4, 1.2], [bevel_modifier(0.03, 3)])',
    build: ({ primitive, dimensions, modifiers = [] }) => ({ base_primitive: primitive, dimensions, modifiers }),
  }),
  define({
    name: 'mesh_spec',
    category: 'mesh',
    description: 'A spec of a basic shape with modifiers.',
    keywordOnly: true,
    params: {
      ...identity,
      output_path: str(),
      format: str(oneOf(MESH_FORMAT)),
      ...shape,
      modifiers: optional.any(),
      ...about,
    },
    order: ['asset_id', 'format', 'primitive', 'seed'],
    build: ({ output_path, format, primitive, dimensions, modifiers = [], ...rest }) =>
      document('static_mesh', rest, [primary(format, output_path)], {
        kind: 'static_mesh.blender_primitives_v1',
        params: { base_primitive: primitive, dimensions, modifiers },
      }),
  }),
  ...MESH_MODIFIERS,
  define({
    name: 'baking_settings',
    category: 'mesh.baking',
    description: 'Maps to bake, for the field `baking` of mesh parameters.',
    params: {
      bake_types: strs(both(nonEmpty, bakes)),
      ray_distance: num(positive, 0.1),
      margin: int(notNegative, 16),
      resolution: optional.any(),
      high_poly_source: optional.str(),
    },
    build({ bake_types, ray_distance, margin, resolution = [1024, 1024], high_poly_source }, { read, refuse }) {
      const form = '[width, height]';
      const items = read(resolution, 'resolution');
      if (!Array.isArray(items)) {
        return refuse('S102', 'resolution', `'resolution' expected list ${form}, got ${typeName(resolution)}`);
      }
      const refusal = miscounted(items.length, 2, form, 'resolution');
      if (refusal) return refuse(refusal.code, 'resolution', refusal.text);
      return { bake_types, ray_distance, margin, resolution: items, high_poly_source };
    },
  }),
];
