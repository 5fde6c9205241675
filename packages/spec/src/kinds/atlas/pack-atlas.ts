/** Packing into an atlas of a given size, or into the smallest one of powers of two within it. */
import { cellOf } from './cell.ts';
import type { Size } from './schema.ts';
import { type PackItem, type Packing, packShelves } from './shelf.ts';

export interface PackedParams {
  readonly resolution: Size;
  readonly padding: number;
  readonly mip_levels?: number | null | undefined;
  /** Whether the atlas is as large as `resolution`, or only as large as it must be. */
  readonly fit: 'exact' | 'power_of_two';
}

/** A packing with the size of its atlas in pixels. */
export type AtlasPacking = Packing & { readonly width: number; readonly height: number };

/**
 * Packs the items. With `fit: 'power_of_two'` the atlas is the one of least area whose sides are powers of two and not
 * larger than `resolution`, of those the one nearest to a square, and then the wider one; where there is none, the answer
 * is that of the whole resolution.
 */
export function packAtlas(params: PackedParams, items: readonly PackItem[]): AtlasPacking {
  const { resolution, padding, mip_levels, fit } = params;
  const [width, height] = resolution;
  if (fit === 'power_of_two') {
    const size = smallestSize(items, width, height, padding, mip_levels);
    if (size) return { ...packShelves(items, size[0], size[1], padding, mip_levels), width: size[0], height: size[1] };
  }
  return { ...packShelves(items, width, height, padding, mip_levels), width, height };
}

function smallestSize(
  items: readonly PackItem[],
  most: number,
  highest: number,
  padding: number,
  mipLevels: number | null | undefined,
): Size | undefined {
  let best: Size | undefined;
  for (let w = 1; w <= most; w *= 2) {
    const packing = packShelves(items, w, highest, padding, mipLevels);
    if (!packing.ok) continue;
    let needed = 1;
    items.forEach((item, i) => {
      const place = packing.placements[i]!;
      const cell = cellOf(item.width, item.height, padding, mipLevels);
      needed = Math.max(needed, place.y - cell.inset + cell.height);
    });
    let h = 1;
    while (h < needed) h *= 2;
    if (h <= highest && (!best || isBetter([w, h], best))) best = [w, h];
  }
  return best;
}

function isBetter([w, h]: Size, [bestWidth, bestHeight]: Size): boolean {
  const area = w * h - bestWidth * bestHeight;
  if (area !== 0) return area < 0;
  const stretch = Math.max(w, h) - Math.max(bestWidth, bestHeight);
  return stretch < 0 || (stretch === 0 && w > bestWidth);
}
