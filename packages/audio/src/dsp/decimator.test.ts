import { expect, it } from 'vitest';
import { Decimator } from './decimator.ts';

/** Level of what comes out of a tone, in dB; its frequency is a share of the lower sample rate. */
function level(frequency: number): number {
  const decimator = new Decimator();
  const tone = (k: number) => Math.sin(Math.PI * frequency * k);
  let power = 0;
  for (let n = 0; n < 4100; n++) {
    const y = decimator.process(tone(2 * n), tone(2 * n + 1));
    if (n >= 100) power += (y * y) / 2000;
  }
  return 10 * Math.log10(power);
}

it.each([0.01, 0.1, 0.2, 0.3, 0.38])('passes a tone at %d of the sample rate', (frequency) => {
  expect(Math.abs(level(frequency))).toBeLessThan(0.1);
});

it.each([0.62, 0.65, 0.7, 0.8, 0.9, 0.99])('stops a tone at %d of it, which would fold back', (frequency) => {
  expect(level(frequency)).toBeLessThan(-70);
});

it('gives back the second sample of each pair, twelve pairs late', () => {
  const decimator = new Decimator();
  const slow = (k: number) => Math.cos(0.05 * k);
  const out = Array.from({ length: 200 }, (_, n) => decimator.process(slow(2 * n), slow(2 * n + 1)));
  for (let n = 40; n < 200; n++) expect(out[n]).toBeCloseTo(slow(2 * (n - 12) + 1), 3);
});
