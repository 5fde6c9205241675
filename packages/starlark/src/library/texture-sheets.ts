/** Trim sheets and decals. */
import { nonEmpty, positive, resolution, unit } from './checks.ts';
import { any, anys, define, int, ints, num, nums, optional, str } from './define.ts';
import { about, document, identity, metadata, png } from './document.ts';
import { notNegative, unitRgba } from './shapes.ts';

export const TEXTURE_SHEETS = [
  define({
    name: 'trimsheet_tile',
    category: 'texture',
    description: 'A tile of one color, in pixels.',
    keywordOnly: true,
    params: { id: str(nonEmpty), width: int(positive), height: int(positive), color: nums(unitRgba) },
    build: (tile) => tile,
  }),
  define({
    name: 'trimsheet_spec',
    category: 'texture',
    description: 'A spec of tiles that are packed into one picture.',
    keywordOnly: true,
    params: {
      ...identity,
      output_path: str(),
      resolution: ints(resolution),
      tiles: anys(),
      metadata_path: optional.str(),
      padding: int(notNegative, 2),
      ...about,
    },
    order: ['asset_id', 'seed', 'resolution', 'padding'],
    build: ({ output_path, resolution, tiles, metadata_path, padding, ...rest }) =>
      document('texture', rest, [png(output_path), ...metadata(metadata_path)], {
        kind: 'texture.trimsheet_v1',
        params: { resolution, padding, tiles },
      }),
  }),
  define({
    name: 'decal_metadata',
    category: 'texture',
    description: 'How a decal is placed and fades out.',
    params: {
      aspect_ratio: num(positive, 1),
      anchor: optional.any(),
      fade_distance: num(unit, 0),
      projection_size: optional.any(),
      depth_range: optional.any(),
    },
    build: ({ aspect_ratio, anchor = [0.5, 0.5], fade_distance, projection_size, depth_range }) => ({
      aspect_ratio,
      anchor,
      fade_distance,
      projection_size,
      depth_range,
    }),
  }),
  define({
    name: 'decal_spec',
    category: 'texture',
    description: 'A spec of a decal: color with alpha, and where wanted a normal map, a roughness map and metadata.',
    keywordOnly: true,
    params: {
      ...identity,
      output_path: str(),
      resolution: ints(resolution),
      nodes: anys(),
      albedo_output: str(nonEmpty),
      alpha_output: str(nonEmpty),
      metadata: any(),
      normal_output: optional.str(),
      roughness_output: optional.str(),
      normal_path: optional.str(),
      roughness_path: optional.str(),
      metadata_path: optional.str(),
      ...about,
    },
    build(args) {
      const { output_path, normal_path, roughness_path, metadata_path } = args;
      const { resolution, nodes, albedo_output, alpha_output, normal_output, roughness_output } = args;
      const outputs = [
        png(output_path),
        ...(normal_path === undefined ? [] : [png(normal_path, 'normal')]),
        ...(roughness_path === undefined ? [] : [png(roughness_path, 'roughness')]),
        ...metadata(metadata_path),
      ];
      return document('texture', args, outputs, {
        kind: 'texture.decal_v1',
        params: {
          resolution,
          nodes,
          albedo_output,
          alpha_output,
          normal_output,
          roughness_output,
          metadata: args.metadata,
        },
      });
    },
  }),
];
