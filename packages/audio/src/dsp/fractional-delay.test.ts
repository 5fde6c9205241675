import { expect, it } from 'vitest';
import { FractionalDelay } from './fractional-delay.ts';

it('gives back whole delays exactly', () => {
  const line = new FractionalDelay(20);
  for (let i = 0; i < 100; i++) {
    for (const delay of [1, 2, 3, 7, 20]) {
      line.delay = delay;
      expect(line.read()).toBeCloseTo(i >= delay ? i - delay + 1 : 0, 9);
    }
    line.write(i + 1);
  }
});

it('is exact between samples of a line that is a cubic', () => {
  const cubic = (t: number) => t * t * t * 1e-3 - t * t * 0.02 + t;
  const line = new FractionalDelay(16);
  for (let i = 0; i < 50; i++) line.write(cubic(i));
  for (const delay of [1.2, 1.7, 2.5, 3.01, 9.99]) {
    line.delay = delay;
    expect(line.read()).toBeCloseTo(cubic(50 - delay), 9);
  }
});
