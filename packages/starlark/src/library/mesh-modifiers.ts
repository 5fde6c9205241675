/** Modifiers of meshes. */
import { pan, positive, unit } from './checks.ts';
import { NGON_METHOD, QUAD_METHOD } from './choices.ts';
import { bool, define, float, int, type LibraryFunction, num, nums, optional } from './define.ts';
import { halfTurn, listed, xyz } from './shapes.ts';

const category = 'mesh.modifiers';
const RADIANS_PER_DEGREE = Math.PI / 180;

export const MESH_MODIFIERS: LibraryFunction[] = [
  define({
    name: 'bevel_modifier',
    category,
    description: 'Rounds edges, where wanted only those sharper than an angle in degrees.',
    params: { width: num(positive, 0.02), segments: int(positive, 2), angle_limit: optional.num(halfTurn) },
    example: 'bevel_modifier(0.03, 3, angle_limit = 45)',
    build: ({ width, segments, angle_limit: degrees }) => ({
      type: 'bevel',
      width,
      segments,
      // The field is in radians, unlike the argument and unlike the angle of edge_split.
      angle_limit: degrees && float(degrees.value * RADIANS_PER_DEGREE),
    }),
  }),
  define({
    name: 'subdivision_modifier',
    category,
    description: 'Divides faces and smooths them.',
    params: { levels: int(positive, 2), render_levels: optional.int(positive) },
    build: ({ levels, render_levels = levels }) => ({ type: 'subdivision', levels, render_levels }),
  }),
  define({
    name: 'decimate_modifier',
    category,
    description: 'Keeps a part of the faces.',
    params: { ratio: num(unit, 0.5) },
    build: ({ ratio }) => ({ type: 'decimate', ratio }),
  }),
  define({
    name: 'edge_split_modifier',
    category,
    description: 'Splits edges sharper than an angle in degrees.',
    params: { angle: num(halfTurn) },
    build: ({ angle }) => ({ type: 'edge_split', angle }),
  }),
  define({
    name: 'mirror_modifier',
    category,
    description: 'Mirrors the mesh at its origin.',
    params: { axis_x: bool(true), axis_y: bool(false), axis_z: bool(false) },
    build: (axes) => ({ type: 'mirror', ...axes }),
  }),
  define({
    name: 'array_modifier',
    category,
    description: 'Copies of the mesh in a row.',
    params: { count: int(positive), offset: nums(xyz) },
    build: ({ count, offset }) => ({ type: 'array', count, offset }),
  }),
  define({
    name: 'solidify_modifier',
    category,
    description: 'Gives surfaces a thickness.',
    params: { thickness: num(positive), offset: num(pan, 0) },
    build: ({ thickness, offset }) => ({ type: 'solidify', thickness, offset }),
  }),
  define({
    name: 'triangulate_modifier',
    category,
    description: 'Cuts all faces into triangles.',
    params: {
      ngon_method: optional.str(listed(NGON_METHOD, '"')),
      quad_method: optional.str(listed(QUAD_METHOD, '"')),
    },
    build: ({ ngon_method, quad_method }) => ({ type: 'triangulate', ngon_method, quad_method }),
  }),
];
