import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { build } from '../build-wasm.mjs';

it('the committed module is what its sources compile to', async () => {
  const committed = readFileSync(new URL('../src/wasm/module.generated.ts', import.meta.url), 'utf8');
  expect(await build()).toBe(committed);
}, 60_000);
