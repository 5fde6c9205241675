import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type GcLimits, type PlannedRecord, planGc } from './gc-plan.ts';

const LIMITS: GcLimits = {
  now: 1000,
  maxBytes: Number.POSITIVE_INFINITY,
  maxAgeMs: Number.POSITIVE_INFINITY,
  shortage: 0,
  graceMs: 10,
  pins: new Set(),
};
const record = (name: string, used: number, blobs: string[]): PlannedRecord => ({ name, used, bytes: 1, blobs });
const blob = (name: string, used: number, bytes = 10) => ({ name, used, bytes });

it('removes nothing from a cache within its limits but unmentioned blobs', () => {
  const plan = planGc([record('a', 0, ['x'])], [blob('x', 0), blob('y', 0), blob('z', 995)], LIMITS);
  expect(plan).toEqual({ records: [], blobs: ['y'], freed: 10, bytes: 21 });
});

it('keeps a blob that another record mentions', () => {
  const records = [record('a', 0, ['x', 'x', 'y']), record('b', 5, ['x'])];
  const plan = planGc(records, [blob('x', 0), blob('y', 0)], { ...LIMITS, maxBytes: 21 });
  expect(plan).toMatchObject({ records: ['a'], blobs: ['y'], bytes: 11 });
});

it('frees what the disk is short of', () => {
  const records = [record('a', 3, ['x']), record('b', 2, ['y']), record('c', 1, ['z'])];
  const plan = planGc(records, [blob('x', 0), blob('y', 0), blob('z', 0)], { ...LIMITS, shortage: 12 });
  expect(plan).toMatchObject({ records: ['c', 'b'], freed: 22 });
});

it('removes old entries whatever the size, but not pinned or recent ones', () => {
  const records = [record('a', 0, []), record('b', 1, []), record('c', 995, []), record('d', 500, [])];
  const plan = planGc(records, [], { ...LIMITS, maxAgeMs: 600, pins: new Set(['b']) });
  expect(plan.records).toEqual(['a']);
});

it('never leaves a record without its blobs, and reaches its target when nothing is held', () => {
  const name = fc.constantFrom('p', 'q', 'r', 's', 't');
  const time = fc.integer({ min: 0, max: 1000 });
  const anyRecord = fc.record({
    name: fc.uuid(),
    used: time,
    bytes: fc.nat(9),
    blobs: fc.array(name, { maxLength: 3 }),
  });
  const anyBlob = fc.record({ name, used: time, bytes: fc.nat(100) });
  const blobs = fc.uniqueArray(anyBlob, { selector: (item) => item.name });
  fc.assert(
    fc.property(fc.array(anyRecord), blobs, fc.nat(300), (records, all, maxBytes) => {
      const plan = planGc(records, all, { ...LIMITS, maxBytes, graceMs: -1 });
      const left = records.filter((item) => !plan.records.includes(item.name));
      const whole = left.every((item) => item.blobs.every((mentioned) => !plan.blobs.includes(mentioned)));
      return whole && plan.bytes <= maxBytes;
    }),
  );
});
