/** `recipe.params` of `vfx.flipbook_v1`. */
import * as z from 'zod/mini';
import { mipLevels, padding, positiveSize, rgba, u32 } from '../atlas/schema.ts';
import { LOOP_MODES } from '../sprite.animation_v1/params.ts';

export const FLIPBOOK_EFFECTS = ['explosion', 'smoke', 'energy', 'dissolve'] as const;
export type FlipbookEffect = (typeof FLIPBOOK_EFFECTS)[number];

const unit = z.number().check(z.gte(0), z.lte(1));

export const flipbookParams = z.strictObject({
  /** Size of the atlas in pixels. */
  resolution: positiveSize,
  /** Pixels of gutter around each frame. */
  padding,
  effect: z.enum(FLIPBOOK_EFFECTS),
  frame_count: z._default(u32.check(z.gte(1)), 16),
  frame_size: positiveSize,
  /** Frames per second. */
  fps: z._default(u32, 24),
  loop_mode: z._default(z.enum(LOOP_MODES), 'once'),
  mip_levels: mipLevels,
  /** Factor of the intensity, before colours are made of it: smoke is faint by itself. */
  gain: z._default(z.number().check(z.gt(0), z.lte(16)), 1),
  /**
   * Share of the way from the border of a frame to its centre over which the effect fades in, on an ellipse, so that
   * nothing is cut off at the border. 0: not at all.
   */
  edge_fade: z._default(unit, 0),
  /** Share of the sequence, at its end, over which the effect fades to nothing. */
  fade_out: z._default(unit, 0),
  /** Two copies of the effect, half a sequence apart, are cross-faded: the last frame leads to the first. */
  seamless: z._default(z.boolean(), false),
  /** `periodic`: the noise around an energy ring has no seam on its left. */
  angular_noise: z._default(z.enum(['unwrapped', 'periodic']), 'unwrapped'),
  /** Colours, evenly spaced from intensity 0 to 1, instead of those of the effect; their alpha multiplies its own. */
  color_ramp: z.nullish(z.array(rgba).check(z.minLength(2), z.maxLength(64))),
  /** `premultiplied`: colours are multiplied by their alpha, for additive and premultiplied blending. */
  alpha: z._default(z.enum(['straight', 'premultiplied']), 'straight'),
});
export type FlipbookParams = z.infer<typeof flipbookParams>;
