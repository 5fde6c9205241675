import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf } from './cell.ts';
import { type PackItem, packShelves } from './shelf.ts';

const item = (id: string, width: number, height: number): PackItem => ({ id, width, height });

/** The plain form: every shelf is looked at for every item. */
function plain(items: readonly PackItem[], width: number, height: number, padding: number): string {
  const sorted = [...items].sort((a, b) => b.height - a.height || b.width - a.width || (a.id < b.id ? -1 : 1));
  const shelves: { y: number; height: number; x: number }[] = [];
  const found = new Map<string, string>();
  for (const { id, ...size } of sorted) {
    const w = size.width + 2 * padding;
    const h = size.height + 2 * padding;
    let shelf = shelves.find(({ x, height: room }) => x + w <= width && h <= room);
    if (!shelf) {
      const last = shelves.at(-1);
      shelf = { y: last ? last.y + last.height : 0, height: h, x: 0 };
      if (shelf.y + h > height || w > width) return `no room for ${id}`;
      shelves.push(shelf);
    }
    found.set(id, `${shelf.x + padding},${shelf.y + padding}`);
    shelf.x += w;
  }
  return items.map(({ id }) => found.get(id)).join(' ');
}

function packed(items: readonly PackItem[], width: number, height: number, padding: number): string {
  const packing = packShelves(items, width, height, padding);
  return packing.ok
    ? packing.placements.map(({ x, y }) => `${x},${y}`).join(' ')
    : `no room for ${items[packing.index]!.id}`;
}

it('packs the tallest first, and answers in the order of the items', () => {
  const items = [item('a', 20, 40), item('b', 60, 10), item('c', 40, 40), item('d', 30, 30), item('e', 90, 20)];
  expect(packed(items, 128, 128, 2)).toBe('46,2 2,70 2,2 70,2 2,46');
});

it('gives what looking at every shelf gives', () => {
  let full = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 40 }),
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 120 }),
      fc.nat(3),
      (sizes, width, height, padding) => {
        const items = sizes.map(([w, h], i) => item(`i${String(i).padStart(3, '0')}`, w, h));
        const result = packed(items, width, height, padding);
        if (result.startsWith('no')) full++;
        expect(result).toBe(plain(items, width, height, padding));
      },
    ),
    { numRuns: 300, seed: 1 },
  );
  expect(full).toBeGreaterThan(10);
});

it('never lets items overlap or leave the atlas', () => {
  const size = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(size, size), { maxLength: 30 }), fc.nat(3), (sizes, padding) => {
      const items = sizes.map(([w, h], k) => item(`${k}`, w, h));
      const packing = packShelves(items, 90, 90, padding);
      if (!packing.ok) return;
      const taken = new Set<number>();
      packing.placements.forEach(({ x, y }, k) => {
        const { width, height } = items[k]!;
        expect(x - padding).toBeGreaterThanOrEqual(0);
        expect(x + width + padding).toBeLessThanOrEqual(90);
        expect(y + height + padding).toBeLessThanOrEqual(90);
        for (let j = y - padding; j < y + height + padding; j++) {
          for (let i = x - padding; i < x + width + padding; i++) {
            expect(taken.has(j * 90 + i)).toBe(false);
            taken.add(j * 90 + i);
          }
        }
      });
    }),
  );
});

it('packs a hundred thousand items that all need a shelf of their own', () => {
  const items = Array.from({ length: 100_000 }, (_, i) => item(`i${i}`, 600, 1));
  const start = performance.now();
  expect(packShelves(items, 1000, 2 ** 32, 2).ok).toBe(true);
  expect(performance.now() - start).toBeLessThan(5000);
});

describe('ids', () => {
  it('break ties by code point, not by UTF-16 unit', () => {
    expect(packed([item('\u{1f600}', 4, 4), item('\uffee', 4, 4)], 20, 20, 0)).toBe('4,0 0,0');
  });
});

describe('cells', () => {
  it('are as tight as the padding', () => {
    expect(cellOf(10, 20, 2)).toEqual({ inset: 2, width: 14, height: 24 });
  });

  it('are aligned for mip levels, with gutters as wide as a texel', () => {
    expect(cellOf(10, 20, 2, 3)).toEqual({ inset: 8, width: 32, height: 40 });
    expect(cellOf(16, 16, 9, 3)).toEqual({ inset: 16, width: 48, height: 48 });
  });
});
