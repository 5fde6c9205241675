import { expect, it } from 'vitest';
import { reportOf } from '../test/samples.ts';
import { shouldCache } from './should-cache.ts';

const provenance = (dirty?: boolean) => ({
  provenance: {
    source_kind: 'json' as const,
    source_hash: 'blake3:',
    tool: { name: 'speccade', version: '1.0.0', ...(dirty !== undefined && { dirty }) },
  },
});

it.each([
  ['a success', reportOf(1), true],
  ['a failure', reportOf(1, { ok: false }), false],
  ['a clean tool', reportOf(1, { git_dirty: false }), true],
  ['a dirty tool', reportOf(1, { git_dirty: true }), false],
  ['a tool that is dirty by its provenance', reportOf(1, provenance(true)), false],
  ['a tool that is clean by its provenance', reportOf(1, provenance(false)), true],
])('%s', (_name, report, expected) => {
  expect(shouldCache(report)).toBe(expected);
});

it('asks builds that are no release to say that they are clean', () => {
  expect(shouldCache(reportOf(1), false)).toBe(false);
  expect(shouldCache(reportOf(1, provenance()), false)).toBe(false);
  expect(shouldCache(reportOf(1, { git_dirty: false }), false)).toBe(true);
});
