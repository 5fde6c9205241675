import { expect, test } from 'vitest';
import golden from './golden.json' with { type: 'json' };
import { goldenHashes } from './golden.ts';

test('every function gives the bits it always gave', () => {
  expect(goldenHashes()).toEqual(golden);
});
