import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LIBRARY } from '../library/index.ts';
import { generateTypes } from './generate.ts';

const file = new URL('types.generated.ts', import.meta.url);

it('has types as they are generated', () => {
  const text = generateTypes(LIBRARY);
  if (process.env.UPDATE_BUILDERS) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8'), 'run UPDATE_BUILDERS=1 vitest run packages/starlark/src/builders').toBe(text);
});
