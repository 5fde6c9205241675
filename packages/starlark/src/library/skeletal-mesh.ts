/** Specs of meshes with skeletons. */
import { oneOf } from './checks.ts';
import { SKELETON } from './choices.ts';
import { define, type LibraryFunction, optional, str, typeName } from './define.ts';
import { about, document, identity, primary } from './document.ts';

const category = 'character';
const file = { ...identity, output_path: str(), format: str(oneOf(['glb'])) };
const preset = optional.str(oneOf(SKELETON));
const order = ['asset_id', 'format', 'seed', 'skeleton_preset'] as const;
const BINDING = { mode: 'auto_weights', vertex_group_map: {}, max_bone_influences: 4 };

/** Without a preset and a skeleton of its own a mesh has the basic one. */
const presetOf = (preset: string | undefined, skeleton: unknown): string | undefined =>
  preset ?? (skeleton === undefined ? SKELETON[0] : undefined);

export const SKELETAL_MESH: LibraryFunction[] = [
  define({
    name: 'skeletal_mesh_spec',
    category,
    description: 'A spec of a mesh that is built along the bones of a skeleton.',
    keywordOnly: true,
    params: {
      ...file,
      skeleton_preset: preset,
      bone_meshes: optional.any(),
      skeleton: optional.any(),
      bool_shapes: optional.any(),
      material_slots: optional.any(),
      export: optional.any(),
      constraints: optional.any(),
      ...about,
    },
    order,
    build(args, { read, refuse }) {
      const { bone_meshes, skeleton, bool_shapes, material_slots, constraints } = args;
      const type = typeName(bone_meshes ?? null);
      if (type !== 'dict') return refuse('S102', 'bone_meshes', `'bone_meshes' expected dict, got ${type}`);
      const meshes = read(bone_meshes!, 'bone_meshes') as object;
      const count = meshes instanceof Map ? meshes.size : Object.keys(meshes).length;
      if (count === 0) return refuse('S103', 'bone_meshes', "'bone_meshes' must not be empty");
      return document('skeletal_mesh', args, [primary(args.format, args.output_path)], {
        kind: 'skeletal_mesh.armature_driven_v1',
        params: {
          skeleton_preset: presetOf(args.skeleton_preset, skeleton),
          skeleton,
          bone_meshes,
          bool_shapes,
          material_slots,
          export: args.export,
          constraints,
        },
      });
    },
  }),
  define({
    name: 'skeletal_mesh_skinned_spec',
    category,
    description: 'A spec of a mesh out of a file or another spec, bound to a skeleton.',
    keywordOnly: true,
    params: {
      ...file,
      mesh_file: optional.any(),
      mesh_asset: optional.any(),
      skeleton_preset: preset,
      skeleton: optional.any(),
      binding: optional.any(),
      material_slots: optional.any(),
      export: optional.any(),
      constraints: optional.any(),
      ...about,
    },
    order,
    build(args, { refuse }) {
      const { mesh_file, mesh_asset, skeleton, binding = BINDING, material_slots, constraints } = args;
      if (mesh_file === undefined && mesh_asset === undefined) {
        return refuse('S103', 'mesh_file', "either 'mesh_file' or 'mesh_asset' must be provided");
      }
      return document('skeletal_mesh', args, [primary(args.format, args.output_path)], {
        kind: 'skeletal_mesh.skinned_mesh_v1',
        params: {
          mesh_file,
          mesh_asset,
          skeleton_preset: presetOf(args.skeleton_preset, skeleton),
          skeleton,
          binding,
          material_slots,
          export: args.export,
          constraints,
        },
      });
    },
  }),
];
