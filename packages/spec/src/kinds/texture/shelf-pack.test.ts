import fc from 'fast-check';
import { expect, it } from 'vitest';
import { graphDepth } from './cycle.ts';
import type { TextureNode } from './nodes.ts';
import { shelfPack } from './shelf-pack.ts';

const item = (id: string, width: number, height: number) => ({ id, width, height });

it('puts items on shelves by falling height, and reports them as given', () => {
  const items = [item('a', 20, 40), item('b', 60, 10), item('c', 40, 40), item('d', 30, 30), item('e', 90, 20)];
  const places = shelfPack(items, [128, 128], 2)!.map(({ x, y }) => [x, y]);
  expect(places).toEqual([
    [46, 2],
    [2, 70],
    [2, 2],
    [70, 2],
    [2, 46],
  ]);
});

it('orders equal items by the bytes of their ids', () => {
  const places = shelfPack([item('\u{1F600}', 1, 1), item('\uFF5E', 1, 1), item('a', 1, 1)], [3, 1], 0)!;
  expect(places.map(({ x }) => x)).toEqual([2, 1, 0]);
});

it('never lets items overlap or leave the atlas', () => {
  const size = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(size, size), { maxLength: 30 }), fc.nat(3), (sizes, padding) => {
      const items = sizes.map(([w, h], k) => item(`${k}`, w, h));
      const places = shelfPack(items, [90, 90], padding);
      if (!places) return;
      const taken = new Set<number>();
      places.forEach(({ x, y }, k) => {
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

it('a graph is as deep as its longest path, however many paths there are', () => {
  const nodes: TextureNode[] = [{ id: '0', type: 'constant', value: 1 }];
  for (let k = 1; k < 200; k++) nodes.push({ id: `${k}`, type: 'add', a: `${k - 1}`, b: `${Math.max(0, k - 2)}` });
  expect(graphDepth(nodes)).toBe(200);
  expect(graphDepth([])).toBe(0);
  expect(graphDepth([{ id: 'x', type: 'invert', input: 'x' }])).toBe(0);
});
