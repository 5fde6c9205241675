import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildWasm, WASM_PACKAGES } from './build-wasm.ts';

it.each(WASM_PACKAGES)(
  'the committed files of %s are what its sources come to',
  async (name) => {
    for (const [file, text] of await buildWasm(name)) expect(readFileSync(file, 'utf8')).toBe(text);
  },
  60_000,
);
