import { expect, it } from 'vitest';
import { packAtlas } from './pack-atlas.ts';

const items = (count: number, width: number, height: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `i${i}`, width, height }));
const size = (count: number, width: number, height: number, resolution: [number, number] = [1024, 1024]) => {
  const packing = packAtlas({ resolution, padding: 1, fit: 'power_of_two' }, items(count, width, height));
  return packing.ok ? [packing.width, packing.height] : 'no room';
};

it('finds the smallest atlas of powers of two, square or else wide', () => {
  expect(size(1, 30, 30)).toEqual([32, 32]);
  expect(size(2, 30, 30)).toEqual([64, 32]);
  expect(size(4, 30, 30)).toEqual([64, 64]);
  expect(size(1, 31, 30)).toEqual([64, 32]);
  expect(size(1, 10, 100)).toEqual([16, 128]);
});

it('stays within the resolution', () => {
  expect(size(4, 30, 30, [32, 300])).toEqual([32, 128]);
  expect(size(4, 30, 30, [32, 127])).toBe('no room');
  expect(size(3, 30, 30, [100, 100])).toEqual([64, 64]);
});

it('takes the whole resolution where powers of two are too small or too large', () => {
  expect(size(1, 40, 40, [50, 50])).toEqual([50, 50]);
  expect(size(0, 1, 1, [50, 50])).toEqual([1, 1]);
});

it('is exact unless told otherwise', () => {
  const packing = packAtlas({ resolution: [100, 60], padding: 1, fit: 'exact' }, items(1, 10, 10));
  expect([packing.width, packing.height]).toEqual([100, 60]);
});
