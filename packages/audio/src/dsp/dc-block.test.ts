import { expect, it } from 'vitest';
import { createDcBlock } from './dc-block.ts';

const RATE = 44100;

function run(x: Float64Array): Float64Array {
  const block = createDcBlock(RATE);
  block.process(x, 0, 1000);
  block.process(x.subarray(1000), 1000, x.length);
  return x;
}

it('forgets a constant within a tenth of a second, by a time constant of 32 ms', () => {
  const x = run(new Float64Array(RATE).fill(1));
  expect(x[0]).toBeCloseTo(1, 3);
  expect(x[Math.round(RATE * 0.0318)]).toBeCloseTo(Math.exp(-1), 2);
  expect(Math.abs(x[RATE / 2]!)).toBeLessThan(1e-6);
});

it('lets through what can be heard', () => {
  const x = run(Float64Array.from({ length: 2 * RATE }, (_, i) => Math.sin((2 * Math.PI * 40 * i) / RATE)));
  expect(Math.max(...x.subarray(RATE))).toBeCloseTo(1, 1);
});
