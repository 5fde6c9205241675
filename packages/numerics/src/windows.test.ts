import { expect, test } from 'vitest';
import { blackman, blackmanHarris, hamming, hann } from './index.ts';

test('known values at the edges and in the middle', () => {
  for (const i of [0, 1, 2, 3]) expect(hann(4)[i]).toBeCloseTo([0, 0.5, 1, 0.5][i]!, 15);
  for (const i of [0, 1, 2, 3, 4]) expect(hann(5, 'symmetric')[i]).toBeCloseTo([0, 0.5, 1, 0.5, 0][i]!, 15);
  expect(hamming(4)[0]).toBeCloseTo(0.08, 15);
  expect(blackman(4)[0]).toBeCloseTo(0, 15);
  expect(blackman(4)[2]).toBeCloseTo(1, 15);
  expect(blackmanHarris(4)[0]).toBeCloseTo(0.00006, 15);
  expect(blackmanHarris(4)[2]).toBeCloseTo(1, 15);
});

test.each([hann, hamming, blackman, blackmanHarris])('%o is symmetric to the last bit', (window) => {
  for (const size of [2, 7, 64, 255]) {
    const symmetric = window(size, 'symmetric');
    const periodic = window(size);
    for (let i = 0; i < size; i++) {
      expect(symmetric[i]).toBe(symmetric[size - 1 - i]);
      if (i > 0) expect(periodic[i]).toBe(periodic[size - i]);
    }
  }
});

test('periodic Hann windows half overlapped sum to one', () => {
  const w = hann(64);
  for (let i = 0; i < 32; i++) expect(w[i]! + w[i + 32]!).toBeCloseTo(1, 15);
});

test('an array is filled in place; a length of one is a one; a bad length is refused', () => {
  const out = new Float64Array(8);
  expect(hann(out)).toBe(out);
  expect(out).toEqual(hann(8));
  expect([...hann(1, 'symmetric')]).toEqual([1]);
  expect([...hann(0)]).toEqual([]);
  expect(() => hann(-1)).toThrow(RangeError);
});
