import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../test/samples.ts';
import { CacheKeyDomainError } from './key-input.ts';
import { type CacheKeyComponents, keyFromReport, legacyKeyV1 } from './legacy-key.ts';

const COMPONENTS: CacheKeyComponents = {
  recipe_hash: 'a'.repeat(64),
  backend_version: 'speccade-backend-audio v0.1.0',
  budget_profile: 'default',
};

describe('legacyKeyV1', () => {
  it('gives the check values', () => {
    expect(legacyKeyV1(COMPONENTS)).toMatchObject({
      full: '7d8247269015ed3d9c2d8581aaf178b7752cf60508136b1b1f9958abff256eff',
      prefix: '7d8247269015ed3d',
    });
    expect(legacyKeyV1({ ...COMPONENTS, stdlib_version: '1.2.0', budget_profile: 'zx-8bit' }).full).toBe(
      '50aef8aa150f4da58306d360ab37e5ebc15cda21e13b52a50dc42c2e99648fee',
    );
  });

  it.each([
    { recipe_hash: 'A'.repeat(64) },
    { recipe_hash: 'a'.repeat(63) },
    { backend_version: 'b|s' },
    { backend_version: '' },
    { stdlib_version: '' },
    { stdlib_version: 's|' },
    { budget_profile: 'a\n' },
  ])('refuses %j, for which the join would not be unique', (wrong) => {
    expect(() => legacyKeyV1({ ...COMPONENTS, ...wrong })).toThrow(CacheKeyDomainError);
  });

  it('gives equal keys only for equal components', () => {
    const word = fc.stringMatching(/^[ab .]{1,2}$/);
    const any = fc.record({
      recipe_hash: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
      backend_version: word,
      stdlib_version: fc.option(word, { nil: undefined }),
      budget_profile: word,
    });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const equal = JSON.stringify(Object.entries(a)) === JSON.stringify(Object.entries(b));
        return (legacyKeyV1(a).full === legacyKeyV1(b).full) === equal;
      }),
      { numRuns: 500 },
    );
  });
});

it('makes a key of a report, none without a recipe hash', () => {
  expect(keyFromReport(reportOf(1), 'default')).toEqual(legacyKeyV1({ ...COMPONENTS, stdlib_version: undefined }));
  const { recipe_hash: _none, ...without } = reportOf(1);
  expect(keyFromReport(without, 'default')).toBeNull();
});
