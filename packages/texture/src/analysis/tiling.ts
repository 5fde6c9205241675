/** Whether a picture can be repeated without a visible seam. */

export interface Tiling {
  /** 1: the border is no harder than what is inside; towards 0: it shows. The worse of both directions. */
  readonly score: number;
  /**
   * Mean step of luma across the border, left to right, over the mean step between columns inside or beside the border,
   * whichever is larger; 0 where there is no step.
   */
  readonly seam_x: number;
  /** The same from top to bottom. */
  readonly seam_y: number;
}

/** A step below half a level of 8 bits is rounding. */
const INVISIBLE = 0.5;

/** `luma` has `width` × `height` values from 0 to 255. */
export function tilingOf(luma: Float64Array, width: number, height: number): Tiling {
  const seam_x = seamOf(luma, width, height, 1, width);
  const seam_y = seamOf(luma, height, width, width, 1);
  return { score: 1 / Math.max(1, seam_x, seam_y), seam_x, seam_y };
}

/** Steps along lines of `length` values, `step` apart; there are `lines` of them, `next` apart. */
function seamOf(luma: Float64Array, length: number, lines: number, step: number, next: number): number {
  if (length < 2) return 0;
  let [inside, beside, across] = [0, 0, 0];
  for (let line = 0; line < lines; line++) {
    const first = line * next;
    for (let i = 0; i + 1 < length; i++) {
      inside += Math.abs(luma[first + (i + 1) * step]! - luma[first + i * step]!);
    }
    const last = first + (length - 1) * step;
    across += Math.abs(luma[last]! - luma[first]!);
    beside += Math.abs(luma[first + step]! - luma[first]!) + Math.abs(luma[last]! - luma[last - step]!);
  }
  return across / lines / Math.max(inside / (lines * (length - 1)), beside / (2 * lines), INVISIBLE);
}
