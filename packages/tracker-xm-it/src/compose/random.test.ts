import { Pcg32 } from '@speccade/numerics';
import { expect, it } from 'vitest';
import { cellSeed, streamSeed } from './random.ts';

it('derives the seed of a stream from seed, pattern and salt', () => {
  expect(streamSeed(42, 'verse', 'ghost')).toBe(1035543551);
  const random = new Pcg32(1035543551);
  const draws = Array.from({ length: 8 }, () => random.u16Inclusive(0, 999));
  expect(draws).toEqual([783, 798, 451, 598, 496, 969, 57, 268]);
});

it('derives the seed of a cell from its row and channel as well', () => {
  expect(cellSeed(42, 'verse', 'vel', 0, 0)).toBe(3697067040);
  expect(cellSeed(42, 'verse', 'vel', 4, 0)).toBe(865527472);
  expect(cellSeed(42, 'verse', 'vel', 4, 1)).toBe(1514911209);
  expect(cellSeed(42, 'verse', 'vel', -1, 3)).toBe(2684599622);
});

it('keeps the same ghost notes as a published song', () => {
  const random = new Pcg32(streamSeed(2024, 'verse_4bars', 'hat_ghosts'));
  const odd = Array.from({ length: 32 }, (_, i) => 2 * i + 1);
  const kept = odd.filter(() => random.u16Inclusive(0, 999) >= 350);
  expect(kept).toEqual([1, 5, 7, 9, 11, 13, 15, 19, 25, 31, 35, 37, 39, 41, 43, 45, 49, 59, 63]);
});
