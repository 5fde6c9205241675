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
