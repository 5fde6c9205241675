import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoTime } from './iso-time.ts';

it('agrees with the calendar of the runtime from 1970 to 9999', () => {
  const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
  const expected = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  for (const ms of [
    0,
    999,
    1000,
    Date.UTC(2000, 1, 29),
    Date.UTC(2100, 1, 28, 23, 59, 59),
    Date.UTC(2100, 2, 1),
    last,
  ]) {
    expect(isoTime(ms)).toBe(expected(ms));
  }
  fc.assert(fc.property(fc.integer({ min: 0, max: last }), (ms) => isoTime(ms) === expected(ms)));
});
