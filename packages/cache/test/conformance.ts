/** What every cache does, wherever it keeps things. The implementation is a parameter. */

import {
  type Cache,
  type CacheEvent,
  type CacheOptions,
  FrozenMissError,
  keyFor,
  NondeterminismError,
  reportOfHit,
} from '@speccade/cache';
import { stableReport } from '@speccade/spec';
import { describe, expect, it } from 'vitest';
import { bytesOf, filesOf, INPUT, keyOf, reportOf } from './samples.ts';

export interface Subject {
  readonly cache: Cache;
  /** Another view of the same storage. */
  reopen(options: CacheOptions): Cache;
  /** Overwrites what is stored under a name, in place. */
  damage(kind: 'record' | 'blob', name: string, change: (data: Uint8Array) => Uint8Array): void;
  /** Makes an item look as if last used so many milliseconds ago. */
  age(kind: 'record' | 'blob', name: string, ms: number): void;
  removeBlob(name: string): void;
}

const DAY = 86_400_000;

export function conformance(
  name: string,
  open: (options: CacheOptions & { readonly pins?: readonly string[] }) => Subject,
): void {
  const withEvents = (options: CacheOptions & { readonly pins?: readonly string[] } = {}) => {
    const events: CacheEvent[] = [];
    return { events, ...open({ minFree: 0, ...options, onEvent: (event) => events.push(event) }) };
  };
  const types = (events: CacheEvent[]): string[] => events.map((event) => event.type);

  describe(`${name}: store and lookup`, () => {
    it('gives back what was stored, as fresh copies', async () => {
      const { cache, events } = withEvents();
      expect(await cache.lookup(keyOf(1))).toBeNull();
      const given = filesOf(1);
      const options = { sourcePath: 'specs/laser.json', generateMs: 12.4 };
      expect(await cache.store(keyOf(1), reportOf(1), given, options)).toEqual({ status: 'stored' });
      given[0]!.data.fill(0);
      for (let i = 0; i < 2; i++) {
        const hit = await cache.lookup(keyOf(1));
        expect(hit!.artifacts.map(({ path, role, bytes, mode }) => ({ path, role, bytes, mode }))).toEqual([
          { path: 'sounds/laser.wav', role: 'primary', bytes: 64, mode: '0644' },
          { path: 'sounds/laser.json', role: 'metadata', bytes: 16, mode: '0644' },
        ]);
        expect(hit!.artifacts[0]!.data).toEqual(bytesOf(1));
        expect(hit!.metadata).toMatchObject({ source_path: 'specs/laser.json', cache_key: keyOf(1).full });
        expect(hit!.generateMs).toBe(12);
        hit!.artifacts[0]!.data.fill(0);
      }
      expect(types(events)).toEqual(['cache.miss', 'cache.store', 'cache.hit', 'cache.hit']);
    });

    it('gives a report that equals the original up to the volatile members', async () => {
      const { cache } = withEvents();
      const original = reportOf(2);
      await cache.store(keyOf(2), original, filesOf(2));
      const hit = (await cache.lookup(keyOf(2)))!;
      const report = reportOfHit(hit, { duration_ms: 0.2, target_triple: 'another' });
      expect(stableReport(report)).toEqual(stableReport(original));
      expect(report.cache).toEqual({ hit: true, key: keyOf(2).full, layer: hit.layer });
      expect(report.duration_ms).toBe(0.2);
      expect(report.stages).toBeUndefined();
    });

    it('stores entries without files and empty files', async () => {
      const { cache } = withEvents();
      await cache.store(keyOf(1), reportOf(1), []);
      await cache.store(keyOf(2), reportOf(2), [{ path: 'a', role: 'primary', data: new Uint8Array() }]);
      expect((await cache.lookup(keyOf(1)))!.artifacts).toEqual([]);
      expect((await cache.lookup(keyOf(2)))!.artifacts[0]!.data).toEqual(new Uint8Array());
    });

    it('leaves out an absolute source path', async () => {
      const { cache } = withEvents();
      for (const path of ['/specs/laser.json', 'C:\\specs\\laser.json', '\\\\host\\laser.json']) {
        await cache.store(keyOf(1), reportOf(1), filesOf(1), { sourcePath: path, replace: true });
        expect((await cache.lookup(keyOf(1)))!.metadata.source_path).toBeUndefined();
      }
    });

    it('refuses failed and dirty runs', async () => {
      const { cache } = withEvents();
      for (const report of [reportOf(1, { ok: false }), reportOf(1, { git_dirty: true })]) {
        expect(await cache.store(keyOf(1), report, filesOf(1))).toEqual({ status: 'skipped', reason: 'report' });
      }
      expect(await cache.lookup(keyOf(1))).toBeNull();
    });

    it.each(['/a', '../a', 'a/../b', 'a\\b', 'c:a', '', 'a//b', 'a/./b', 'e\u0301', 'x'.repeat(256)])(
      'refuses the path %j',
      async (path) => {
        const { cache } = withEvents();
        const result = await cache.store(keyOf(1), reportOf(1), [{ path, role: 'primary', data: bytesOf(1) }]);
        expect(result).toMatchObject({ status: 'skipped', reason: 'invalid' });
      },
    );

    it('refuses paths that differ only in case, and reports that are not JSON', async () => {
      const { cache } = withEvents();
      const twice = ['a/B.wav', 'A/b.wav'].map((path) => ({ path, role: 'primary', data: bytesOf(1) }));
      expect(await cache.store(keyOf(1), reportOf(1), twice)).toMatchObject({ reason: 'invalid' });
      const report = reportOf(1, {
        outputs: [{ kind: 'primary', format: 'wav', path: 'a', metrics: { x: Number.NaN } }],
      });
      expect(await cache.store(keyOf(1), report, [])).toMatchObject({ reason: 'invalid' });
    });

    it('keeps the first of two different results and tells', async () => {
      const { cache, events, reopen } = withEvents();
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      expect(await cache.store(keyOf(1), reportOf(1), filesOf(1))).toEqual({ status: 'unchanged' });
      const result = await cache.store(keyOf(1), reportOf(1), filesOf(2));
      expect(result).toMatchObject({ status: 'kept' });
      expect(events.at(-1)).toMatchObject({ type: 'cache.nondeterminism', key: keyOf(1).full });
      expect((await cache.lookup(keyOf(1)))!.artifacts[0]!.data).toEqual(bytesOf(1));
      const strict = reopen({ strictDeterminism: true });
      await expect(strict.store(keyOf(1), reportOf(1), filesOf(2))).rejects.toThrow(NondeterminismError);
      expect(await cache.store(keyOf(1), reportOf(1), filesOf(2), { replace: true })).toEqual({ status: 'stored' });
      expect((await cache.lookup(keyOf(1)))!.artifacts[0]!.data).toEqual(bytesOf(2));
    });

    it('obeys its mode', async () => {
      const { cache, reopen } = withEvents();
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      const [read, write, off] = (['read', 'write', 'off'] as const).map((mode) => reopen({ mode, minFree: 0 }));
      expect(await read!.lookup(keyOf(1))).not.toBeNull();
      expect(await read!.store(keyOf(2), reportOf(2), filesOf(2))).toEqual({ status: 'skipped', reason: 'off' });
      expect(await read!.invalidate(keyOf(1).full)).toBe(false);
      expect(await write!.lookup(keyOf(1))).toBeNull();
      expect(await write!.store(keyOf(2), reportOf(2), filesOf(2))).toEqual({ status: 'stored' });
      expect(await off!.lookup(keyOf(1))).toBeNull();
      expect(await off!.stats()).toMatchObject({ records: 0 });
    });

    it('throws for a miss when frozen', async () => {
      const { cache, reopen } = withEvents();
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      const frozen = reopen({ frozen: true });
      expect(await frozen.lookup(keyOf(1))).not.toBeNull();
      await expect(frozen.lookup(keyOf(2))).rejects.toThrow(FrozenMissError);
    });
  });

  describe(`${name}: damage`, () => {
    it('takes a damaged blob for a miss, quarantines it, and heals by the next store', async () => {
      const { cache, events, damage } = withEvents();
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      const sha256 = (await cache.peek(keyOf(1)))!.artifacts[0]!.sha256;
      damage('blob', sha256, (data) => data.map((byte, i) => (i === 9 ? byte ^ 1 : byte)));
      expect((await cache.lookup(keyOf(1), { verify: 'size' }))!.artifacts[0]!.data).not.toEqual(bytesOf(1));
      expect(await cache.lookup(keyOf(1))).toBeNull();
      expect(types(events).slice(-2)).toEqual(['cache.corrupt', 'cache.miss']);
      expect(events.at(-2)).toMatchObject({ item: 'blob', name: sha256 });
      expect((await cache.stats()).quarantine).toBe(1);
      expect(await cache.store(keyOf(1), reportOf(1), filesOf(1))).toEqual({ status: 'unchanged' });
      expect((await cache.lookup(keyOf(1)))!.artifacts[0]!.data).toEqual(bytesOf(1));
    });

    it('delivers nothing wrong whichever byte of an entry is flipped', async () => {
      const { cache, damage } = withEvents();
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      const record = JSON.stringify(await cache.show(keyOf(1).full)).length;
      const sha256 = (await cache.peek(keyOf(1)))!.artifacts[0]!.sha256;
      const positions = [
        ...Array.from({ length: record }, (_, at) => ['record', keyOf(1).full, at] as const),
        ...Array.from({ length: 64 }, (_, at) => ['blob', sha256, at] as const),
      ];
      let wrong = 0;
      for (const [kind, item, at] of positions) {
        damage(kind, item, (data) => data.map((byte, i) => (i === at ? byte ^ (1 << (at % 8)) : byte)));
        if ((await cache.lookup(keyOf(1))) !== null) wrong++;
        await cache.store(keyOf(1), reportOf(1), filesOf(1));
      }
      expect(wrong).toBe(0);
      expect(await cache.lookup(keyOf(1))).not.toBeNull();
    });

    it('takes a truncated record, swapped blobs, and the record of another key for a miss', async () => {
      const { cache, damage, events } = withEvents();
      const fill = async (): Promise<string[]> => {
        for (const seed of [1, 2]) await cache.store(keyOf(seed), reportOf(seed), filesOf(seed), { replace: true });
        return Promise.all([1, 2].map(async (seed) => (await cache.peek(keyOf(seed)))!.artifacts[0]!.sha256));
      };
      await fill();
      damage('record', keyOf(1).full, (data) => data.subarray(0, data.length >> 1));
      expect(await cache.lookup(keyOf(1))).toBeNull();
      await fill();
      damage('record', keyOf(1).full, () => new Uint8Array());
      expect(await cache.lookup(keyOf(1))).toBeNull();
      const [a, b] = await fill();
      damage('blob', a!, () => bytesOf(2));
      damage('blob', b!, () => bytesOf(1));
      expect(await cache.lookup(keyOf(1))).toBeNull();
      expect(await cache.lookup(keyOf(2))).toBeNull();
      await fill();
      let other = new Uint8Array();
      damage('record', keyOf(2).full, (data) => (other = data.slice()));
      damage('record', keyOf(1).full, () => other);
      expect(await cache.lookup(keyOf(1))).toBeNull();
      expect(events.filter((event) => event.type === 'cache.corrupt').at(-1)).toMatchObject({
        item: 'record',
        reason: expect.stringContaining('is the record of') as string,
      });
      expect(await cache.lookup(keyOf(2))).not.toBeNull();
    });

    it('takes a missing blob for a plain miss', async () => {
      const { cache, events, removeBlob } = withEvents();
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      removeBlob((await cache.peek(keyOf(1)))!.artifacts[0]!.sha256);
      expect(await cache.peek(keyOf(1))).toBeNull();
      expect(await cache.lookup(keyOf(1))).toBeNull();
      expect(types(events).slice(1)).toEqual(['cache.miss']);
    });

    it('verifies everything, and takes damage away only when told to', async () => {
      const { cache, damage, removeBlob } = withEvents();
      for (const seed of [1, 2, 3, 4]) await cache.store(keyOf(seed), reportOf(seed), filesOf(seed));
      const blobs = await Promise.all(
        [1, 2, 3].map(async (seed) => (await cache.peek(keyOf(seed)))!.artifacts[0]!.sha256),
      );
      damage('record', keyOf(1).full, (data) => data.subarray(1));
      damage('blob', blobs[1]!, (data) => data.map((byte) => byte ^ 1));
      removeBlob(blobs[2]!);
      const expected = [
        { key: keyOf(1).full, what: 'record', name: keyOf(1).full },
        { key: keyOf(2).full, what: 'blob', name: blobs[1] },
        { key: keyOf(3).full, what: 'missing', name: blobs[2] },
      ];
      const sorted = (problems: readonly { what: string }[]) =>
        [...problems].sort((a, b) => (a.what < b.what ? -1 : 1));
      for (const fix of [false, false, true]) {
        const result = await cache.verify({ fix });
        expect(sorted(result.problems)).toEqual(sorted(expected));
        expect(result).toMatchObject({ records: 4, fixed: fix });
      }
      expect(await cache.verify()).toMatchObject({ records: 1, problems: [] });
    });
  });

  describe(`${name}: listings`, () => {
    it('lists, shows, finds the nearest entry, and clears', async () => {
      let time = 1_000_000_000_000;
      const { cache } = withEvents({ now: () => time });
      await cache.store(keyOf(1), reportOf(1), filesOf(1), { sourcePath: 'a.json' });
      time += 10;
      const boom = keyFor({ ...INPUT, asset: { id: 'boom', type: 'texture' } });
      await cache.store(boom, reportOf(1, { recipe_kind: 'texture.noise_v1' }), filesOf(1));
      expect(await cache.list()).toMatchObject([
        { key: boom.full, asset: { id: 'boom' }, recipeKind: 'texture.noise_v1', files: 2, bytes: 80 },
        { key: keyOf(1).full, createdAt: '2001-09-09T01:46:40Z', sourcePath: 'a.json' },
      ]);
      expect(await cache.show(boom.full)).toMatchObject({ key: boom.full, format: 'speccade.cache.record/2' });
      expect(await cache.show('0'.repeat(64))).toBeNull();
      const wanted = { ...INPUT, seed: 3, backend: { ...INPUT.backend, version: '0.2.0' }, options: { preview: 2 } };
      expect(await cache.nearest(wanted)).toMatchObject({
        key: keyOf(1).full,
        differences: [
          { component: 'seed', stored: 1, wanted: 3 },
          { component: 'backend.version', stored: '0.1.0', wanted: '0.2.0' },
          { component: 'options.preview', stored: null, wanted: 2 },
        ],
      });
      expect(await cache.clear({ kind: 'texture' })).toBe(1);
      expect(await cache.clear({ olderThanMs: DAY })).toBe(0);
      expect(await cache.lookup(keyOf(1))).not.toBeNull();
      expect(await cache.clear()).toBe(1);
      expect(await cache.nearest(INPUT)).toBeNull();
      expect(await cache.stats()).toMatchObject({ records: 0, blobs: 0, bytes: 0, counters: { hits: 0, stores: 0 } });
    });

    it('counts, also what other openings of the same cache did', async () => {
      const { cache, reopen } = withEvents();
      await cache.lookup(keyOf(1));
      await cache.store(keyOf(1), reportOf(1), filesOf(1), { generateMs: 200 });
      await cache.lookup(keyOf(1));
      await cache.close();
      const other = reopen({});
      await other.lookup(keyOf(1));
      const stats = await other.stats();
      expect(stats.counters).toMatchObject({ hits: 2, misses: 1, stores: 1, corruptions: 0, saved_ms: 400 });
      expect(stats).toMatchObject({ records: 1, blobs: 2, unreferenced: { blobs: 0, bytes: 0 }, quarantine: 0 });
      expect(await cache.invalidate(keyOf(1).full)).toBe(true);
      expect(await cache.invalidate(keyOf(1).full)).toBe(false);
      expect(await cache.stats()).toMatchObject({ records: 0, unreferenced: { blobs: 2, bytes: 80 } });
    });
  });

  describe(`${name}: gc`, () => {
    it('removes what was used longest ago down to 80 % of the limit, but no pinned entry', async () => {
      const now = Date.now();
      const { cache, age } = withEvents({ now: () => now, pins: [keyOf(0).full] });
      for (let seed = 0; seed < 10; seed++) {
        await cache.store(keyOf(seed), reportOf(seed), [{ path: 'a', role: 'primary', data: bytesOf(seed, 10_000) }]);
      }
      for (const { key } of await cache.list()) {
        const record = (await cache.show(key))!;
        const days = 20 - record.key_input.seed;
        age('record', key, days * DAY);
        age('blob', record.artifacts[0]!.sha256, days * DAY);
      }
      const { bytes } = await cache.stats();
      const dry = await cache.gc({ maxBytes: bytes - 1, dryRun: true });
      expect((await cache.stats()).records).toBe(10);
      const done = await cache.gc({ maxBytes: bytes - 1 });
      expect(done).toEqual(dry);
      expect([...done.records].sort()).toEqual([1, 2, 3].map((seed) => keyOf(seed).full).sort());
      const after = await cache.stats();
      expect(after).toMatchObject({ records: 7, blobs: 7, bytes: done.bytes });
      expect(after.bytes).toBeLessThanOrEqual(0.8 * bytes);
      expect(await cache.lookup(keyOf(0))).not.toBeNull();
    });

    it('leaves alone what was used in the last ten minutes', async () => {
      const now = Date.now();
      const { cache, age } = withEvents({ now: () => now });
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      expect(await cache.gc({ maxBytes: 0 })).toMatchObject({ records: [], blobs: [] });
      await cache.invalidate(keyOf(1).full);
      expect(await cache.gc()).toMatchObject({ records: [], blobs: [] });
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      const blobs = (await cache.peek(keyOf(1)))!.artifacts.map((artifact) => artifact.sha256);
      for (const blob of blobs) age('blob', blob, DAY);
      expect(await cache.gc()).toMatchObject({ records: [], blobs: [] });
      await cache.invalidate(keyOf(1).full);
      expect([...(await cache.gc()).blobs].sort()).toEqual([...blobs].sort());
    });

    it('collects by itself when a store crosses the limit', async () => {
      let now = Date.now();
      const { cache, events, reopen } = withEvents({ now: () => now, maxBytes: 50_000 });
      for (let seed = 0; seed < 12; seed++) {
        await cache.store(keyOf(seed), reportOf(seed), [{ path: 'a', role: 'primary', data: bytesOf(seed, 10_000) }]);
        now += 3_600_000;
      }
      expect(types(events)).toContain('cache.gc');
      const { bytes } = await cache.stats();
      expect(bytes).toBeLessThanOrEqual(50_000 + 12_000);
      expect(await cache.lookup(keyOf(11))).not.toBeNull();
      expect(await cache.lookup(keyOf(0))).toBeNull();
      await cache.close();
      const aged = reopen({ now: () => now + 30 * DAY, maxAgeMs: 7 * DAY, minFree: 0 });
      await aged.gc();
      expect((await aged.stats()).records).toBe(0);
    });

    it('notes a use at most once an hour', async () => {
      let now = Date.now();
      const { cache } = withEvents({ now: () => now });
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      const used = async (): Promise<number> => (await cache.list())[0]!.usedAt;
      const first = await used();
      now += 1_800_000;
      await cache.lookup(keyOf(1));
      expect(await used()).toBe(first);
      now += 3_600_000;
      await cache.lookup(keyOf(1));
      expect(Math.abs((await used()) - now)).toBeLessThan(2);
    });
  });

  describe(`${name}: withKeyLock`, () => {
    it('lets one worker at a time do the work of a key', async () => {
      const { cache, reopen } = withEvents();
      let generated = 0;
      const work = (from: Cache) =>
        from.withKeyLock(keyOf(1), async () => {
          if ((await from.lookup(keyOf(1))) !== null) return;
          await new Promise((resolve) => setTimeout(resolve, 20));
          generated++;
          await from.store(keyOf(1), reportOf(1), filesOf(1));
        });
      const other = reopen({});
      await Promise.all([work(cache), work(other), work(cache), work(other)]);
      expect(generated).toBe(1);
    });

    it('tells the work whether somebody else had the lock', async () => {
      const { cache, reopen } = withEvents();
      const told: boolean[] = [];
      const work = (from: Cache) =>
        from.withKeyLock(keyOf(1), async (waited) => {
          told.push(waited);
          await new Promise((resolve) => setTimeout(resolve, 20));
        });
      await Promise.all([work(cache), work(reopen({})), work(cache)]);
      await work(cache);
      expect(told).toEqual([false, true, true, false]);
      await reopen({ mode: 'off' }).withKeyLock(keyOf(1), (waited) => expect(waited).toBe(false));
    });

    it('works without the lock when it cannot be had in time, and leaves it to who has it', async () => {
      const { cache, reopen } = withEvents({ lockTimeoutMs: 50 });
      const start = performance.now();
      const told = await cache.withKeyLock(keyOf(1), () =>
        cache.withKeyLock(keyOf(1), async (waited) => {
          await reopen({ lockTimeoutMs: 0 }).withKeyLock(keyOf(1), (again) => expect(again).toBe(true));
          return waited;
        }),
      );
      expect(told).toBe(true);
      expect(performance.now() - start).toBeGreaterThan(40);
      expect(await cache.withKeyLock(keyOf(1), (waited) => waited)).toBe(false);
    });

    it('goes on in order after one of several who wait has given up', async () => {
      const { cache, reopen } = withEvents({ lockTimeoutMs: Number.POSITIVE_INFINITY });
      const done: string[] = [];
      const work = (name: string, from: Cache, ms: number) =>
        from.withKeyLock(keyOf(1), async () => {
          await new Promise((resolve) => setTimeout(resolve, ms));
          done.push(name);
        });
      await Promise.all([
        work('first', cache, 80),
        work('hasty', reopen({ lockTimeoutMs: 20 }), 0),
        work('patient', cache, 0),
      ]);
      expect(done).toEqual(['hasty', 'first', 'patient']);
      expect(await cache.withKeyLock(keyOf(1), (waited) => waited)).toBe(false);
    });

    it('releases the lock when the work throws, and hands the error on', async () => {
      const { cache } = withEvents();
      const failing = cache.withKeyLock(keyOf(1), () => {
        throw new RangeError('no');
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect(await cache.withKeyLock(keyOf(1), () => 5)).toBe(5);
    });
  });
}
