import { expect, it } from 'vitest';
import { collect } from '../_fixtures.ts';
import { computedPartials, summedPartials } from '../reference/partials.ts';
import { createPartials, type PartialsMaker } from './partials.ts';
import { BLOCK } from './process.ts';

const RATE = 44100;
const LENGTH = 20_000;
const partials = [
  { ratio: 1, phase: 0.2, amplitude: 1, rate: 3 },
  { ratio: 2.76, phase: 0.9, amplitude: 0.5, rate: 40 },
  { ratio: 60, phase: 0.5, amplitude: 0.2, rate: 5000 },
];

function run(create: PartialsMaker, step: Parameters<PartialsMaker>[1]): Float64Array {
  return collect(LENGTH, create(partials, step, RATE));
}

it('rotation gives what the formula gives, to 1e-11', () => {
  const fast = run(createPartials, 440 / RATE);
  const exact = run(computedPartials, 440 / RATE);
  fast.forEach((v, i) => {
    expect(Math.abs(v - exact[i]!)).toBeLessThan(1e-11);
  });
});

it('moving partials do too', () => {
  const glide = (out: Float64Array, start: number, end: number) => {
    for (let i = start; i < end; i++) out[i - start] = (440 - i / 100) / RATE;
  };
  const fast = run(createPartials, glide);
  const exact = run(summedPartials, glide);
  fast.forEach((v, i) => {
    expect(Math.abs(v - exact[i]!)).toBeLessThan(1e-9);
  });
});

it.each([0.01, 1e6, -1e6])('stays finite for partials as far away as numbers go, at a step of %d turns', (step) => {
  const far = [{ ratio: 1e300, phase: 0, amplitude: 1, rate: 1 }];
  const out = new Float64Array(BLOCK);
  for (const common of [
    step,
    (steps: Float64Array, start: number, end: number) => void steps.fill(step, 0, end - start),
  ]) {
    const sum = createPartials(far, common, 44100);
    for (let block = 0; block < 3; block++) {
      sum(out, block * BLOCK, (block + 1) * BLOCK);
      expect(out.every(Number.isFinite)).toBe(true);
    }
  }
});
