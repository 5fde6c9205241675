import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dilated, distanceTo } from './digit-distance.ts';

const mask = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      lit: fc.array(fc.nat(width * height - 1), { maxLength: 5 }),
    }),
  )
  .map(({ width, height, lit }) => {
    const bits = new Uint8Array(width * height);
    for (const i of lit) bits[i] = 1;
    return { width, height, bits };
  });

it('dilation is the square around every lit pixel', () => {
  fc.assert(
    fc.property(mask, fc.integer({ min: 1, max: 4 }), ({ width, height, bits }, reach) => {
      const found = dilated(bits, width, height, reach);
      for (let i = 0; i < bits.length; i++) {
        const near = [...bits.keys()].some(
          (j) =>
            bits[j] &&
            Math.abs((j % width) - (i % width)) <= reach &&
            Math.abs(Math.floor(j / width) - Math.floor(i / width)) <= reach,
        );
        expect(found[i]).toBe(Number(near));
      }
    }),
    { numRuns: 200 },
  );
});

it('distances are those to the nearest lit pixel, but for a fraction of a pixel', () => {
  fc.assert(
    fc.property(mask, ({ width, height, bits }) => {
      const found = distanceTo(bits, width, height);
      for (let i = 0; i < bits.length; i++) {
        const exact = Math.min(
          Infinity,
          ...[...bits.keys()]
            .filter((j) => bits[j])
            .map((j) => Math.hypot((j % width) - (i % width), Math.floor(j / width) - Math.floor(i / width))),
        );
        if (exact === Infinity) expect(found[i]).toBe(Infinity);
        else expect(Math.abs(found[i]! - exact)).toBeLessThan(0.3);
      }
    }),
    { numRuns: 200 },
  );
});
