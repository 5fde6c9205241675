import { describe, expect, it } from 'vitest';
import { createGlide } from './glide.ts';

const formula = {
  linear: (a: number, b: number, p: number) => a + (b - a) * p,
  exponential: (a: number, b: number, p: number) => a * (b / a) ** p,
  logarithmic: (a: number, b: number, p: number) => a + (b - a) * (1 - Math.exp(-3 * p)),
};

describe.each(['linear', 'exponential', 'logarithmic'] as const)('%s', (curve) => {
  it('follows its formula', () => {
    const out = new Float64Array(1000);
    createGlide(80, 9000, curve, 1000)(out, 0, 1000);
    out.forEach((value, i) => {
      expect(Math.abs(value / formula[curve](80, 9000, i / 1000) - 1)).toBeLessThan(1e-12);
    });
  });

  it('does not depend on where blocks start', () => {
    const glide = createGlide(5, 500, curve, 300);
    const whole = new Float64Array(300);
    glide(whole, 0, 300);
    for (const [start, end] of [
      [0, 7],
      [7, 45],
      [45, 46],
      [100, 300],
    ] as const) {
      const part = new Float64Array(end - start);
      glide(part, start, end);
      expect(part).toEqual(whole.slice(start, end));
    }
  });
});

it('goes linear where an exponential has no meaning', () => {
  const out = new Float64Array(3);
  createGlide(-10, 20, 'exponential', 3)(out, 0, 3);
  expect([...out]).toEqual([-10, 0, 10]);
});
