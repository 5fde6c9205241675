/** `recipe.params` of `sprite.sheet_v1`. */
import * as z from 'zod/mini';
import { fit, freeRgba, mipLevels, padding, positiveSize, u32 } from '../atlas/schema.ts';
import { shape } from '../atlas/shapes.ts';

const unit = z.number().check(z.gte(0), z.lte(1));

/** Members that are not listed are ignored, as published specs may carry them; `remark` says so. */
export const spriteFrame = z.object({
  id: z.string(),
  /** Pixels. */
  width: u32,
  height: u32,
  /** In parts of the frame; [0, 0] is its top left. */
  pivot: z._default(z.tuple([unit, unit]), [0.5, 0.5]),
  /** What a frame without `pixels` is filled with, or its `shape` drawn in. */
  color: z.nullish(freeRgba),
  /** Reserved: shown as opaque magenta. */
  node_ref: z.nullish(z.string()),
  /** A drawing in `color` on a transparent ground, stretched to the frame. */
  shape: z.nullish(shape),
  /** Rows of pixels, each character a key of `palette`, scaled up to the frame by a whole number. */
  pixels: z.nullish(z.array(z.string())),
  /** How long the frame is shown, for the Aseprite description: milliseconds. */
  duration_ms: z.nullish(u32),
});
export type SpriteFrame = z.infer<typeof spriteFrame>;

export const FRAME_FIELDS: readonly string[] = Object.keys(spriteFrame.def.shape);

export const TAG_DIRECTIONS = ['forward', 'reverse', 'pingpong'] as const;

/** A run of frames with a name, in the Aseprite description. */
export const spriteTag = z.strictObject({
  name: z.string(),
  /** Ids of its first and last frame. */
  from: z.string(),
  to: z.string(),
  direction: z._default(z.enum(TAG_DIRECTIONS), 'forward'),
});
export type SpriteTag = z.infer<typeof spriteTag>;

export const spriteSheetParams = z.strictObject({
  /** Size of the atlas in pixels. */
  resolution: positiveSize,
  /** Pixels of gutter around each frame. */
  padding,
  frames: z.array(spriteFrame),
  mip_levels: mipLevels,
  fit,
  /** The colours of `pixels`, by one character each. `.` and the space are transparent where they are not listed. */
  palette: z.nullish(z.record(z.string(), freeRgba)),
  tags: z.nullish(z.array(spriteTag)),
});
export type SpriteSheetParams = z.infer<typeof spriteSheetParams>;
