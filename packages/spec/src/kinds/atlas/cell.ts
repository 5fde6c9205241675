/** How much room a piece of content takes in an atlas, its gutters included. */

/** A cell: `inset` pixels of gutter left of and above the content, and the size with all gutters. */
export interface Cell {
  readonly inset: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The cell of content of `width` × `height` pixels with `padding` pixels of gutter on each side. With `mipLevels` n,
 * all edges are rounded up to multiples of 2^n and gutters are at least 2^n wide, so that down to mip level n every
 * texel belongs to one cell only, and bilinear sampling at the content's edge stays in its gutter.
 */
export function cellOf(width: number, height: number, padding: number, mipLevels?: number | null): Cell {
  if (!mipLevels) return { inset: padding, width: width + 2 * padding, height: height + 2 * padding };
  const unit = 1 << mipLevels;
  const inset = roundUp(Math.max(padding, unit), unit);
  return { inset, width: roundUp(width, unit) + 2 * inset, height: roundUp(height, unit) + 2 * inset };
}

function roundUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}
