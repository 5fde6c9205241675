/**
 * Shelf packing, first fit by decreasing height (Coffman, Garey, Johnson, Tarjan, "Performance bounds for level-oriented
 * two-dimensional packing algorithms", 1980): tallest first, each on the first shelf with room, else on a new one below.
 * Nothing is rotated. O(n log n).
 */
import { type Cell, cellOf } from './cell.ts';

export interface PackItem {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Where content lies, gutter excluded, and its cell with gutters. In pixels from the top left. */
export interface Placement extends Cell {
  readonly x: number;
  readonly y: number;
}

export type Packing =
  | { readonly ok: true; readonly placements: readonly Placement[] }
  /** The first item, by index, for which there was no room. */
  | { readonly ok: false; readonly index: number };

/**
 * Places of `items` in an atlas of `width` × `height`, in the order of the items. Ties are broken by width (wider first),
 * then by id in order of Unicode code points.
 */
export function packShelves(
  items: readonly PackItem[],
  width: number,
  height: number,
  padding: number,
  mipLevels?: number | null,
): Packing {
  const order = items.map((_, index) => index);
  order.sort((a, b) => {
    const p = items[a]!;
    const q = items[b]!;
    return q.height - p.height || q.width - p.width || compareText(p.id, q.id) || a - b;
  });
  const placements: Placement[] = new Array(items.length);
  // Shelves get lower and lower, so that only the room in a row decides; the tree finds the first with enough of it.
  const room = new FirstFit(items.length);
  const tops: number[] = [];
  let bottom = 0;
  for (const index of order) {
    const item = items[index]!;
    const cell = cellOf(item.width, item.height, padding, mipLevels);
    let shelf = room.first(cell.width);
    if (shelf < 0) {
      if (cell.width > width || bottom + cell.height > height) return { ok: false, index };
      shelf = tops.length;
      tops.push(bottom);
      room.set(shelf, width);
      bottom += cell.height;
    }
    const left = width - room.get(shelf);
    placements[index] = { ...cell, x: left + cell.inset, y: tops[shelf]! + cell.inset };
    room.set(shelf, room.get(shelf) - cell.width);
  }
  return { ok: true, placements };
}

/** A tree of maxima over shelves that are not there yet (-1) or have some room left. */
class FirstFit {
  private readonly leaves: number;
  private readonly tree: Float64Array;

  constructor(size: number) {
    this.leaves = 1;
    while (this.leaves < size) this.leaves *= 2;
    this.tree = new Float64Array(2 * this.leaves).fill(-1);
  }

  get(shelf: number): number {
    return this.tree[this.leaves + shelf]!;
  }

  set(shelf: number, room: number): void {
    let node = this.leaves + shelf;
    this.tree[node] = room;
    for (node >>= 1; node >= 1; node >>= 1) {
      this.tree[node] = Math.max(this.tree[2 * node]!, this.tree[2 * node + 1]!);
    }
  }

  /** The first shelf with at least `need` of room, or -1. */
  first(need: number): number {
    if (this.tree[1]! < need) return -1;
    let node = 1;
    while (node < this.leaves) node = this.tree[2 * node]! >= need ? 2 * node : 2 * node + 1;
    return node - this.leaves;
  }
}

/** Order of UTF-8 bytes, which is that of code points and not that of UTF-16. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const p = [...a];
  const q = [...b];
  const n = Math.min(p.length, q.length);
  for (let i = 0; i < n; i++) {
    const d = p[i]!.codePointAt(0)! - q[i]!.codePointAt(0)!;
    if (d !== 0) return d;
  }
  return p.length - q.length;
}
