/** The functions of skeletal animation. */
import { nonEmpty, oneOf, positive, ranged } from './checks.ts';
import { INTERPOLATION, SKELETON } from './choices.ts';
import { any, bool, define, int, type LibraryFunction, num, optional, str } from './define.ts';
import { about, document, identity, primary } from './document.ts';
import { notNegative } from './shapes.ts';

const category = 'animation';

export const ANIMATION: LibraryFunction[] = [
  define({
    name: 'bone_transform',
    category,
    description: 'Where a bone is; its rotation in degrees about X, Y and Z, in this order.',
    params: { position: optional.any(), rotation: optional.any(), scale: optional.any() },
    example: 'bone_transform(rotation = [0, 0, 70])',
    build(transform, { refuse }) {
      if (Object.values(transform).some((part) => part !== undefined)) return transform;
      return refuse('S101', 'position', "at least one of 'position', 'rotation', or 'scale' must be provided");
    },
  }),
  define({
    name: 'animation_keyframe',
    category,
    description: 'The transforms of bones, by their names, at a time in seconds.',
    keywordOnly: true,
    params: { time: num(notNegative), bones: any() },
    build: (keyframe) => keyframe,
  }),
  define({
    name: 'animation_export_settings',
    category,
    description: 'How an animation is written.',
    params: {
      bake_transforms: bool(true),
      optimize_keyframes: bool(false),
      separate_file: bool(false),
      save_blend: bool(false),
    },
    build: (settings) => settings,
  }),
  define({
    name: 'ik_target_transform',
    category,
    description: 'Where the target of an inverse kinematics chain is.',
    params: { position: optional.any(), rotation: optional.any(), ik_fk_blend: optional.any() },
    build(target, { refuse }) {
      if (target.position !== undefined || target.rotation !== undefined) return target;
      return refuse('S101', 'position', "at least 'position' or 'rotation' must be provided");
    },
  }),
  define({
    name: 'ik_keyframe',
    category,
    description: 'The targets of chains, by their names, at a time in seconds.',
    keywordOnly: true,
    params: { time: num(notNegative), targets: any() },
    build: (keyframe) => keyframe,
  }),
  define({
    name: 'skeletal_animation_spec',
    category,
    description: 'A spec of a clip of keyframes.',
    keywordOnly: true,
    params: {
      ...identity,
      output_path: str(),
      format: str(oneOf(['glb', 'gltf'])),
      skeleton_preset: str(oneOf(SKELETON)),
      clip_name: str(nonEmpty),
      duration_seconds: num(positive),
      fps: int(ranged({ min: 1, max: 120 }, 'be in range 1-120'), 30),
      loop: bool(false),
      keyframes: optional.any(),
      interpolation: str(oneOf(INTERPOLATION), 'linear'),
      export: optional.any(),
      ...about,
    },
    order: ['asset_id', 'clip_name', 'format', 'skeleton_preset', 'interpolation', 'seed'],
    build(args) {
      const { skeleton_preset, clip_name, duration_seconds, fps, loop, keyframes = [], interpolation } = args;
      return document('skeletal_animation', args, [primary(args.format, args.output_path)], {
        kind: 'skeletal_animation.blender_clip_v1',
        params: {
          skeleton_preset,
          clip_name,
          duration_seconds,
          fps,
          loop,
          keyframes,
          interpolation,
          export: args.export,
        },
      });
    },
  }),
];
