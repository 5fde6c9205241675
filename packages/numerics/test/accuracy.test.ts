import { expect, test } from 'vitest';
import { FUNCTIONS, measure } from './measure.ts';

test.each(FUNCTIONS)('%s is within one unit of the last place', (name) => {
  const { ulp, at } = measure(name, 20000);
  expect(ulp, `${name}(${at.join(', ')})`).toBeLessThanOrEqual(1);
});
