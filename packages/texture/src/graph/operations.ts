/** What each operation of a graph computes. */
import type { TextureOp } from '@speccade/spec/kinds/texture';
import { blur } from './blur.ts';
import { colorRamp, composeRgba, palette, toGrayscale } from './colors.ts';
import { dilate, erode } from './morphology.ts';
import { noise } from './noise.ts';
import { normalFromHeight } from './normal.ts';
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
import { uvRotate, uvScale, uvTranslate, warp } from './sampled.ts';
import { textureBomb } from './texture-bomb.ts';
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
} as never;

/** The operation of a node whose type is only known when it runs. */
export function operationOf(type: TextureOp): BandOperation<TextureOp> | WholeOperation<TextureOp> {
  return OPERATIONS[type] as unknown as BandOperation<TextureOp> | WholeOperation<TextureOp>;
}
