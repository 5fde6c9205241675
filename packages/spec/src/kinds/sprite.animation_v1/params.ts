/** `recipe.params` of `sprite.animation_v1`. */
import * as z from 'zod/mini';
import { u32 } from '../atlas/schema.ts';

export const LOOP_MODES = ['loop', 'once', 'ping_pong'] as const;

export const animationFrame = z.strictObject({
  frame_id: z.string(),
  /** Milliseconds; as `fps` says when absent. */
  duration_ms: z.nullish(u32),
});
export type AnimationFrame = z.infer<typeof animationFrame>;

export const spriteAnimationParams = z.strictObject({
  name: z.string(),
  /** Frames per second. */
  fps: z._default(u32, 12),
  loop_mode: z._default(z.enum(LOOP_MODES), 'loop'),
  frames: z.array(animationFrame),
  /** The frame ids of a sheet: where they are given, every `frame_id` must be one of them. */
  sheet_frames: z.nullish(z.array(z.string())),
  /**
   * `truncated`: every frame takes the whole milliseconds of 1000 / fps. `distributed`: what is cut off is given to later
   * frames, so that each starts within half a millisecond of its time.
   */
  timing: z._default(z.enum(['truncated', 'distributed']), 'truncated'),
});
export type SpriteAnimationParams = z.infer<typeof spriteAnimationParams>;
