/** What each operation of a graph computes. */
import type { TextureOp } from '@speccade/spec/kinds/texture';
import { blend, colorBlend, colorMix } from './blends.ts';
import { blur } from './blur.ts';
import { colorRamp, composeRgba, palette, toGrayscale } from './colors.ts';
import { cornerTiles } from './corner-tiles.ts';
import { gradientStops } from './gradient-stops.ts';
import { ambientOcclusion, curvature } from './height.ts';
import { histogramTiles } from './histogram-tiles.ts';
import { channel, hsvAdjust } from './hsv.ts';
import { dilate, erode } from './morphology.ts';
import { noise } from './noise.ts';
import { normalFromHeight } from './normal.ts';
import { bricks, hexagons } from './patterns.ts';
import { periodicNoise, voronoi } from './periodic.ts';
import {
  add,
  blendDifference,
  blendOverlay,
  blendScreen,
  blendSoftLight,
  checkerboard,
  clamp,
  constant,
  gradient,
  invert,
  lerp,
  multiply,
  stripes,
  threshold,
} from './points.ts';
import { reactionDiffusion } from './reaction-diffusion.ts';
import { transform, warp2d } from './resample.ts';
import { uvRotate, uvScale, uvTranslate, warp } from './sampled.ts';
import { textureBomb } from './texture-bomb.ts';
import { curves, levels } from './tone.ts';
import type { BandOperation, Operation, WholeOperation } from './types.ts';
import { wangTiles } from './wang-tiles.ts';

export const OPERATIONS: { readonly [Op in TextureOp]: Operation<Op> } = {
  constant,
  noise,
  gradient,
  stripes,
  checkerboard,
  reaction_diffusion: reactionDiffusion,
  invert,
  clamp,
  add,
  multiply,
  lerp,
  threshold,
  blend_screen: blendScreen,
  blend_overlay: blendOverlay,
  blend_soft_light: blendSoftLight,
  blend_difference: blendDifference,
  blur,
  erode,
  dilate,
  warp,
  uv_scale: uvScale,
  uv_rotate: uvRotate,
  uv_translate: uvTranslate,
  to_grayscale: toGrayscale,
  color_ramp: colorRamp,
  palette,
  compose_rgba: composeRgba,
  normal_from_height: normalFromHeight,
  wang_tiles: wangTiles,
  texture_bomb: textureBomb,
  periodic_noise: periodicNoise,
  voronoi,
  bricks,
  hexagons,
  levels,
  curves,
  blend,
  color_blend: colorBlend,
  color_mix: colorMix,
  hsv_adjust: hsvAdjust,
  channel,
  gradient_stops: gradientStops,
  ambient_occlusion: ambientOcclusion,
  curvature,
  warp_2d: warp2d,
  transform,
  corner_tiles: cornerTiles,
  histogram_tiles: histogramTiles,
};

/** The operation of a node whose type is only known when it runs. */
export function operationOf(type: TextureOp): BandOperation<TextureOp> | WholeOperation<TextureOp> {
  return OPERATIONS[type] as unknown as BandOperation<TextureOp> | WholeOperation<TextureOp>;
}
