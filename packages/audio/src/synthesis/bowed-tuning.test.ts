import { expect, it } from 'vitest';
import { BowedHearing } from './bowed-hearing.ts';
import { type Bow, BowedLoop } from './bowed-loop.ts';
import { BowedTuning } from './bowed-tuning.ts';

const RATE = 44100;

function tuning(bow: Bow, hz: number) {
  return new BowedTuning(bow, RATE, RATE / hz, true);
}

it.each([
  { pressure: 0.5, position: 0.12, loss: 0.34 },
  { pressure: 0.6, position: 0.15, loss: 0.34 },
  { pressure: 0.55, position: 0.3, loss: 0.34 },
  { pressure: 0.7, position: 0.5, loss: 0.5 },
])('leaves a usual bowing as it is: %j', (bow) => {
  for (const hz of [98, 196, 262]) expect(tuning(bow, hz).bow).toBe(bow);
});

it('leaves a bowing of which nothing sounds as it is', () => {
  const bow = { pressure: 0.2, position: 0.3, loss: 0.5 };
  expect(tuning(bow, 220).bow).toBe(bow);
  expect(tuning(bow, 220).at(RATE / 220)).toBe(0);
});

it('moves a bow that makes no tone to where it does, no farther than it has to', () => {
  const bow = { pressure: 0.9, position: 0.03, loss: 0.26 };
  const { bow: found, at } = { bow: tuning(bow, 987.77).bow, at: tuning(bow, 987.77).at(RATE / 987.77) };
  expect(found.pressure).toBeLessThan(0.9);
  expect(found.pressure).toBeGreaterThan(0.5);
  expect(found.position).toBeGreaterThan(0.03);
  const heard = (b: Bow, more: number) => {
    const loop = new BowedLoop(b, RATE, 100);
    loop.tune(RATE / 987.77, more, true);
    return new BowedHearing(loop, RATE / 987.77, RATE).settled();
  };
  expect(heard(bow, 0)?.tone).toBe(false);
  expect(heard(found, at)?.tone).toBe(true);
  expect(Math.abs(heard(found, at)!.sharp)).toBeLessThan(4e-4);
});

it('does not listen for long at sample rates that no sound has', () => {
  const bow = { pressure: 0.6, position: 0.3, loss: 0.34 };
  expect(new BowedTuning(bow, 4e9, 4e9 / 440, true).at(4e9 / 440)).toBe(0);
});
