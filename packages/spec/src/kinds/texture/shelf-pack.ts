/**
 * Shelf packing in order of falling height: what trimsheets, sprite sheets and icon sets are laid out by. Part of the
 * schema, since whether everything fits is a question of validation.
 */
import type { Size } from './common.ts';

export interface Packable {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Left upper corner of an item without its padding, pixels. */
export interface Placement {
  readonly x: number;
  readonly y: number;
}

/**
 * Where the items go, in the order they are given; `undefined` when they do not all fit. Items never turn. Cost:
 * items x shelves.
 *
 * @param padding pixels on each side of each item
 */
export function shelfPack(items: readonly Packable[], [width, height]: Size, padding: number): Placement[] | undefined {
  const order = items.map((_, index) => index).sort((a, b) => before(items[a]!, items[b]!) || a - b);
  const shelves: { y: number; height: number; x: number }[] = [];
  const placements = new Array<Placement>(items.length);
  let bottom = 0;
  for (const index of order) {
    const item = items[index]!;
    const w = item.width + 2 * padding;
    const h = item.height + 2 * padding;
    let shelf = shelves.find((candidate) => candidate.x + w <= width && h <= candidate.height);
    if (!shelf) {
      if (bottom + h > height || w > width) return undefined;
      shelf = { y: bottom, height: h, x: 0 };
      shelves.push(shelf);
      bottom += h;
    }
    placements[index] = { x: shelf.x + padding, y: shelf.y + padding };
    shelf.x += w;
  }
  return placements;
}

/** Higher first, then wider, then by the bytes of the id. */
function before(a: Packable, b: Packable): number {
  return b.height - a.height || b.width - a.width || compareUtf8(a.id, b.id);
}

/** Order of UTF-8 bytes, which is that of code points. */
function compareUtf8(a: string, b: string): number {
  const x = [...a];
  const y = [...b];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}
