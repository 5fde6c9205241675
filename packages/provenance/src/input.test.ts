import { describe, expect, it } from 'vitest';
import { inputProvenance, reportProvenance } from './input.ts';

// The hash of no bytes, from the test vectors of BLAKE3.
const EMPTY = 'blake3:af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262';

describe('inputProvenance', () => {
  it('hashes the raw bytes', () => {
    expect(inputProvenance(new Uint8Array(), 'json')).toEqual({ source_kind: 'json', source_hash: EMPTY });
    expect(inputProvenance(Uint8Array.of(32), 'json').source_hash).not.toBe(EMPTY);
  });

  it('names the authoring library of Starlark sources', () => {
    expect(inputProvenance(new Uint8Array(), 'starlark', '0.1.0')).toEqual({
      source_kind: 'starlark',
      source_hash: EMPTY,
      stdlib_version: '0.1.0',
    });
  });
});

it('builds the block of a report without members that are not known', () => {
  const input = inputProvenance(new Uint8Array(), 'json');
  expect(JSON.parse(JSON.stringify(reportProvenance(input, { tool: { name: 'speccade', version: '1.0.0' } })))).toEqual(
    {
      source_kind: 'json',
      source_hash: EMPTY,
      tool: { name: 'speccade', version: '1.0.0' },
    },
  );
  const run = { recipeHash: 'a', key: 'b', tool: { name: 'speccade', version: '1.0.0', dirty: false } };
  expect(reportProvenance(input, run)).toMatchObject({ recipe_hash: 'a', key: 'b', tool: { dirty: false } });
});
