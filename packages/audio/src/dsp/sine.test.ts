import { expect, it } from 'vitest';
import { cosTurns, sinTurns } from './sine.ts';

it('is exact at quarter turns', () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((t) => sinTurns(t) + 0)).toEqual(
    [0, 1, 0, -1, 0].map((v) => expect.closeTo(v, 15)),
  );
  expect(sinTurns(0)).toBe(0);
  expect(cosTurns(0.25)).toBe(0);
});

it('stays within 2e-15 of Math.sin, whose argument is rounded too', () => {
  let worst = 0;
  for (let i = -5000; i <= 5000; i++) {
    const t = i / 5000;
    worst = Math.max(
      worst,
      Math.abs(sinTurns(t) - Math.sin(2 * Math.PI * t)),
      Math.abs(cosTurns(t) - Math.cos(2 * Math.PI * t)),
    );
  }
  expect(worst).toBeLessThan(2e-15);
});
