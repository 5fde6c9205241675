/**
 * The compiled evaluator against the model on random programs. `RULES_PROGRAMS` and `RULES_SEED` set how many and which.
 */
import { expect, it } from 'vitest';
import { checkPrograms } from './differential.ts';

const COUNT = Number(process.env.RULES_PROGRAMS ?? 100_000);
const SEED = Number(process.env.RULES_SEED ?? 1);

it(`agrees with the model in value, error, ticks and events on ${COUNT} programs`, () => {
  const { disagreements, values, errors } = checkPrograms(COUNT, SEED);
  expect(disagreements).toEqual([]);
  // Programs that all fail, or all succeed, would not say much.
  expect(values).toBeGreaterThan(COUNT / 4);
  for (const code of ['E_ABSENT', 'E_TYPE', 'E_INT_OVERFLOW', 'E_DIV_BY_ZERO', 'E_DOMAIN', 'E_EMPTY', 'E_BUDGET']) {
    if (COUNT >= 100_000) expect([code, errors.get(code) ?? 0]).not.toEqual([code, 0]);
  }
});
