import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildWasm, generatedFile, WASM_PACKAGES } from './build-wasm.ts';

it.each(WASM_PACKAGES)(
  'the committed module of %s is what its sources compile to',
  async (name) => {
    expect(await buildWasm(name)).toBe(readFileSync(generatedFile(name), 'utf8'));
  },
  60_000,
);
