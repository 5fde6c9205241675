import fc from 'fast-check';
import { expect, it } from 'vitest';
import { within } from './within.ts';

it('gives what Math.min and Math.max give', () => {
  const number = fc.double().map((v) => (v === 0 ? 0 : v));
  fc.assert(
    fc.property(number, fc.double({ noNaN: true }), fc.double({ noNaN: true }), (x, low, high) => {
      expect(within(x, low, high) + 0).toBe(Math.min(Math.max(x, low), high) + 0);
    }),
  );
});
