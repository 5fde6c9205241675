import { expect, it } from 'vitest';
import { createAdsr, layerEnvelope } from './adsr.ts';

const RATE = 1000;
const levels = (attack: number, decay: number, sustain: number, release: number, length: number) => {
  const x = new Float64Array(length).fill(1);
  layerEnvelope({ attack, decay, sustain, release }, RATE, length).process(x, 0, length);
  return [...x];
};

it('starts at the top without an attack and falls at once without a decay', () => {
  expect(levels(0, 0, 0.5, 0, 4)).toEqual([1, 0.5, 0.5, 0.5]);
});

it('cuts the release where the layer is too short', () => {
  const x = levels(0.004, 0.004, 0.5, 1, 12);
  expect(x.at(-1)).toBeGreaterThan(0.4);
  expect(levels(1, 1, 0.5, 1, 10).at(-1)).toBeLessThan(0.02);
});

it('reaches 0 with the end of the layer', () => {
  expect(levels(0, 0, 1, 0.01, 20)[19]).toBeCloseTo(0.1, 10);
});

it('takes negative times for none and keeps sustain within 0 and 1', () => {
  expect(levels(-1, -1, 7, -1, 3)).toEqual([1, 1, 1]);
});

it('falls from the sustain level where there is no time for anything else', () => {
  expect(levels(0, 0, 0.5, 5, 3)[0]).toBe(0.5);
  expect(levels(0, 0, 0, 5, 3)[0]).toBe(1);
});

it('does not depend on blocks', () => {
  const envelope = { attack: 0.1, decay: 0.2, sustain: 0.3, release: 0.25 };
  const whole = new Float64Array(900).fill(1);
  const parts = whole.slice();
  createAdsr(envelope, RATE, 900, 0).process(whole, 0, 900);
  const process = createAdsr(envelope, RATE, 900, 0);
  for (let at = 0; at < 900; at += 37) process.process(parts.subarray(at), at, Math.min(at + 37, 900));
  expect(parts).toEqual(whole);
});
