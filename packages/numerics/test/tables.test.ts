import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tableFiles } from './make-tables.ts';

test.each(Object.entries(tableFiles()))('%s is what the oracle says', (name, text) => {
  expect(readFileSync(new URL(`../src/tables/${name}`, import.meta.url), 'utf8')).toBe(text);
});
