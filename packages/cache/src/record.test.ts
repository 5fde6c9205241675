import { hash } from 'node:crypto';
import { canonicalize } from '@speccade/spec';
import { expect, it } from 'vitest';
import { INPUT, reportOf } from '../test/samples.ts';
import { keyFor } from './key.ts';
import { type CacheRecord, parseRecord, type RecordFields, recordText } from './record.ts';

const sha256 = (data: Uint8Array | string): string => hash('sha256', data);
const KEY = keyFor(INPUT);
const FIELDS: RecordFields = {
  key: KEY.full,
  key_input: KEY.input,
  created_at: '2026-11-21T10:00:00Z',
  source_path: 'a,"self_sha256":"b.json',
  tool: { name: 'speccade', version: '1.2.0' },
  report: reportOf(1),
  artifacts: [{ path: 'a.wav', sha256: '1'.repeat(64), bytes: 3, role: 'primary', mode: '0644' }],
};

/** A record that was changed by somebody who knows how to hash. */
function forged(change: Record<string, unknown>): string {
  const { self_sha256: _self, ...body } = JSON.parse(recordText(FIELDS, sha256)) as CacheRecord;
  const changed = { ...body, ...change };
  return canonicalize({ ...changed, self_sha256: sha256(canonicalize(changed)) });
}

it('reads what it wrote, without the volatile members of the report', () => {
  const record = parseRecord(recordText(FIELDS, sha256), KEY.full, sha256) as CacheRecord;
  expect(record).toMatchObject({ key: KEY.full, key_input: INPUT, artifacts: FIELDS.artifacts });
  for (const name of ['duration_ms', 'stages', 'target_triple', 'cache'])
    expect(record.report).not.toHaveProperty(name);
});

it('hashes the canonical JSON of the record without the hash', () => {
  const record = JSON.parse(recordText(FIELDS, sha256)) as CacheRecord;
  const { self_sha256, ...body } = record;
  expect(self_sha256).toBe(sha256(canonicalize(body)));
});

it.each([
  ['an unknown member', { more: 1 }, 'unknown member'],
  ['another format', { format: 'speccade.cache.record/3' }, 'wrong format'],
  ['another key', { key: '0'.repeat(64) }, 'record of'],
  ['another key input', { key_input: { ...INPUT, seed: 1 } }, 'another key'],
  ['a key input that is none', { key_input: {} }, 'no key'],
  ['another report', { report: { ...reportOf(2) } }, 'another hash'],
  ['no artifacts', { artifacts: undefined }, 'wrong artifacts'],
  ['an artifact with a path that leads out', { artifacts: [{ ...FIELDS.artifacts[0], path: '../a' }] }, 'not allowed'],
  ['an artifact with more members', { artifacts: [{ ...FIELDS.artifacts[0], link: 'a' }] }, 'wrong artifacts'],
  ['a negative size', { artifacts: [{ ...FIELDS.artifacts[0], bytes: -1 }] }, 'wrong artifacts'],
])('refuses %s even with the right hash', (_name, change, reason) => {
  expect(parseRecord(forged(change), KEY.full, sha256)).toEqual({ flaw: expect.stringContaining(reason) as string });
});

it.each(['', '{}', '[]', 'null', '{"a":1,"self_sha256":"', `{"a":1,"self_sha256":"${'0'.repeat(64)}","tool":1}`])(
  'refuses %j',
  (text) => expect(parseRecord(text, KEY.full, sha256)).toHaveProperty('flaw'),
);
