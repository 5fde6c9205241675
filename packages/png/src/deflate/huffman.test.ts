import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalCodes, codeLengths } from './huffman.ts';

const frequencies = fc.array(fc.oneof(fc.constant(0), fc.nat(50), fc.nat(10_000)), { minLength: 19, maxLength: 286 });

test('lengths make a complete code within the limit, and rarer symbols never have the shorter ones', () => {
  fc.assert(
    fc.property(frequencies, fc.constantFrom(9, 15), (list, limit) => {
      const lengths = codeLengths(Uint32Array.from(list), limit);
      const used = [...lengths].filter((length) => length > 0);
      expect(Math.max(...used)).toBeLessThanOrEqual(limit);
      expect(used.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
      list.forEach((frequency, symbol) => {
        if (frequency === 0) return;
        expect(lengths[symbol]).toBeGreaterThan(0);
        list.forEach((other, i) => {
          if (other > frequency) expect(lengths[i]).toBeLessThanOrEqual(lengths[symbol]!);
        });
      });
    }),
    { numRuns: 50 },
  );
});

test('frequencies like Fibonacci numbers are kept within the limit', () => {
  const fibonacci = [1, 1];
  while (fibonacci.length < 25) fibonacci.push(fibonacci.at(-1)! + fibonacci.at(-2)!);
  expect(Math.max(...codeLengths(Uint32Array.from(fibonacci), 30))).toBe(24);
  const lengths = codeLengths(Uint32Array.from(fibonacci), 15);
  expect(Math.max(...lengths)).toBe(15);
  expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
});

test('there are two codes also where there is one symbol, or none', () => {
  expect([...codeLengths(Uint32Array.of(0, 0, 0, 5), 15)]).toEqual([1, 0, 0, 1]);
  expect([...codeLengths(new Uint32Array(3), 15)]).toEqual([1, 1, 0]);
});

test('canonical codes are those of the example of RFC 1951, 3.2.2, with their bits reversed', () => {
  const codes = canonicalCodes(Uint8Array.of(3, 3, 3, 3, 3, 2, 4, 4));
  const text = [...codes].map((code, i) => code.toString(2).padStart([3, 3, 3, 3, 3, 2, 4, 4][i]!, '0'));
  expect(text.map((bits) => [...bits].reverse().join(''))).toEqual([
    '010',
    '011',
    '100',
    '101',
    '110',
    '00',
    '1110',
    '1111',
  ]);
});
