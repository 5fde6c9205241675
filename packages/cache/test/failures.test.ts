import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cache, CacheEvent } from '@speccade/cache';
import { type FsCalls, nodeCalls, openCache } from '@speccade/cache/fs';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesOf, filesOf, keyOf, reportOf } from './samples.ts';

// Tens of thousands of small files: in memory where the system has such a place.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'cache-failures-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const newRoot = (): string => join(folder, String(count++));

/** The file system with the `failAt`-th call (from 0) and, when `forGood`, all after it failing with `code`. */
function failing(failAt: number, code: string, forGood: boolean): { calls: FsCalls; made: () => number } {
  let made = 0;
  const calls = Object.fromEntries(
    Object.entries(nodeCalls).map(([name, call]) => [
      name,
      (...args: unknown[]) => {
        const at = made++;
        // A file that cannot be closed is closed all the same: descriptors must not leak over thousands of runs.
        if (name === 'close') (call as (...args: unknown[]) => unknown)(...args);
        if (at === failAt || (forGood && at > failAt)) {
          throw Object.assign(new Error(`${code}: injected, ${name}`), { code, syscall: name });
        }
        return name === 'close' ? undefined : (call as (...args: unknown[]) => unknown)(...args);
      },
    ]),
  ) as unknown as FsCalls;
  return { calls, made: () => made };
}

/** Everything a run does, and the maintenance; returns what was delivered. */
async function cycle(cache: Cache): Promise<void> {
  const check = async (seed: number): Promise<void> => {
    const hit = await cache.lookup(keyOf(seed));
    if (hit !== null) expect(hit.artifacts[0]!.data).toEqual(bytesOf(seed));
  };
  for (const seed of [1, 2]) {
    await check(seed);
    const work = await cache.withKeyLock(keyOf(seed), async () => {
      await cache.store(keyOf(seed), reportOf(seed), filesOf(seed), { generateMs: 5 });
      return 'done';
    });
    expect(work).toBe('done');
    await check(seed);
  }
  await cache.store(keyOf(1), reportOf(1), filesOf(1), { replace: true });
  await cache.peek(keyOf(1));
  await cache.gc({ maxBytes: 0 });
  await cache.list();
  await cache.stats();
  await cache.verify({ fix: true });
  await check(1);
  await cache.invalidate(keyOf(2).full);
  await cache.close();
}

describe('storage failures', () => {
  it.each(['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT', 'EIO'])(
    '%s at any call: no exception, nothing wrong',
    async (code) => {
      const whole = failing(-1, code, false);
      await cycle(openCache({ root: newRoot(), calls: whole.calls, minFree: 0 }));
      expect(whole.made()).toBeGreaterThan(100);
      const ways = [
        [false, 'fast'],
        [true, 'fast'],
        [false, 'full'],
      ] as const;
      // The store treats these codes alike: one of them is tried in all ways.
      for (const [forGood, durability] of code === 'ENOSPC' ? ways : ways.slice(0, 1)) {
        for (let n = 0; n < whole.made() + (durability === 'full' ? 40 : 0); n++) {
          const root = newRoot();
          const events: CacheEvent[] = [];
          const onEvent = (event: CacheEvent): void => void events.push(event);
          await cycle(
            openCache({
              root,
              calls: failing(n, code, forGood).calls,
              durability,
              minFree: 0,
              lockTimeoutMs: 20,
              onEvent,
            }),
          );
          const warnings = events.filter((event) => event.type === 'cache.warning');
          expect(warnings.length).toBeLessThanOrEqual(1);
          expect(events.some(({ type }) => type === 'cache.corrupt')).toBe(false);
          // Whatever is on the disk now, an unharmed run finds nothing wrong in it.
          const after = openCache({ root, minFree: 0, lockTimeoutMs: 20 });
          expect((await after.verify()).problems.filter(({ what }) => what !== 'missing')).toEqual([]);
          await cycle(after);
          rmSync(root, { recursive: true });
        }
      }
    },
  );

  it('is off for the rest of the run after one failure, and says so once', async () => {
    const root = newRoot();
    const events: CacheEvent[] = [];
    const calls: FsCalls = {
      ...nodeCalls,
      write: () => {
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      },
    };
    const cache = openCache({ root, calls, onEvent: (event) => events.push(event) });
    for (const seed of [1, 2]) {
      const result = await cache.store(keyOf(seed), reportOf(seed), filesOf(seed));
      expect(result).toEqual({ status: 'skipped', reason: 'off' });
    }
    expect(await cache.lookup(keyOf(1))).toBeNull();
    expect(events).toEqual([
      expect.objectContaining({ type: 'cache.warning', code: 'ENOSPC', operation: 'store', off: true }) as unknown,
    ]);
  });

  it('hits on a disk that cannot be written', async () => {
    const root = newRoot();
    await openCache({ root }).store(keyOf(1), reportOf(1), filesOf(1));
    const refuse = (): never => {
      throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
    };
    const calls: FsCalls = {
      ...nodeCalls,
      write: refuse,
      rename: refuse,
      utimes: refuse,
      mkdir: refuse,
      unlink: refuse,
    };
    const cache = openCache({ root, calls, now: () => Date.now() + 7_200_000 });
    for (let i = 0; i < 3; i++) expect(await cache.lookup(keyOf(1))).not.toBeNull();
  });

  it('waits for a rename that another process blocks', async () => {
    let refusals = 3;
    const calls: FsCalls = {
      ...nodeCalls,
      rename(from, to) {
        if (refusals-- > 0) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
        nodeCalls.rename(from, to);
      },
    };
    const cache = openCache({ root: newRoot(), calls });
    expect(await cache.store(keyOf(1), reportOf(1), filesOf(1))).toEqual({ status: 'stored' });
    expect(await cache.lookup(keyOf(1))).not.toBeNull();
  });

  it('does not use the directory of another format', async () => {
    const root = newRoot();
    await openCache({ root }).store(keyOf(1), reportOf(1), filesOf(1));
    expect(readFileSync(join(root, 'format'), 'utf8')).toBe('speccade-cache 2\n');
    expect(readFileSync(join(root, 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/);
    writeFileSync(join(root, 'format'), 'speccade-cache 3\n');
    const events: CacheEvent[] = [];
    expect(await openCache({ root, onEvent: (event) => events.push(event) }).lookup(keyOf(1))).toBeNull();
    expect(events).toMatchObject([{ type: 'cache.warning', code: 'FORMAT', off: true }]);
  });
});

describe('planted files', () => {
  it.each(['symlink', 'pipe', 'directory'])('takes a %s in place of a blob or record for damage', async (plant) => {
    for (const kind of ['blob', 'record'] as const) {
      const root = newRoot();
      const cache = openCache({ root, minFree: 0 });
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      const name = kind === 'record' ? keyOf(1).full : (await cache.peek(keyOf(1)))!.artifacts[0]!.sha256;
      const path = join(root, `${kind}s`, name.slice(0, 2), kind === 'record' ? `${name}.json` : name);
      const elsewhere = join(root, 'elsewhere');
      renameSync(path, elsewhere);
      if (plant === 'symlink') symlinkSync(elsewhere, path);
      else execFileSync(plant === 'pipe' ? 'mkfifo' : 'mkdir', [path]);
      expect(await cache.lookup(keyOf(1))).toBeNull();
      expect((await cache.stats()).counters.corruptions).toBe(1);
      expect(existsSync(path)).toBe(false);
      await cache.store(keyOf(1), reportOf(1), filesOf(1));
      expect(await cache.lookup(keyOf(1))).not.toBeNull();
    }
  });

  it('takes a record under the name of another key for damage, and keeps it with the reason', async () => {
    const root = newRoot();
    const cache = openCache({ root });
    await cache.store(keyOf(1), reportOf(1), filesOf(1));
    await cache.store(keyOf(2), reportOf(2), filesOf(2));
    const pathOf = (seed: number): string =>
      join(root, 'records', keyOf(seed).full.slice(0, 2), `${keyOf(seed).full}.json`);
    renameSync(pathOf(1), pathOf(2));
    expect(await cache.lookup(keyOf(2))).toBeNull();
    const [kept, reason] = readdirSync(join(root, 'quarantine')).sort();
    expect(kept).toMatch(new RegExp(`^\\d{15}-${keyOf(2).full}\\.json$`));
    expect(reason).toBe(`${kept}.reason.txt`);
    expect(readFileSync(join(root, 'quarantine', reason!), 'utf8')).toContain(`is the record of ${keyOf(1).full}`);
  });

  it('keeps at most 50 files in quarantine, for at most 7 days', async () => {
    const root = newRoot();
    let now = Date.now();
    const cache = openCache({ root, now: () => now, minFree: 0 });
    for (let seed = 0; seed < 40; seed++) {
      await cache.store(keyOf(seed), reportOf(seed), []);
      writeFileSync(join(root, 'records', keyOf(seed).full.slice(0, 2), `${keyOf(seed).full}.json`), 'x');
      now++;
      expect(await cache.lookup(keyOf(seed))).toBeNull();
    }
    expect(readdirSync(join(root, 'quarantine')).length).toBe(50);
    now += 8 * 86_400_000;
    await cache.gc();
    expect(readdirSync(join(root, 'quarantine'))).toEqual([]);
  });
});

describe('statistics', () => {
  it('keeps the event log below a megabyte without losing counts', async () => {
    const root = newRoot();
    const cache = openCache({ root });
    await cache.store(keyOf(1), reportOf(1), filesOf(1));
    await cache.close();
    const path = join(root, 'stats', 'events.jsonl');
    const line = readFileSync(path, 'utf8');
    writeFileSync(path, line.repeat(Math.ceil((1 << 20) / line.length)) + '{"at":1,"coun');
    const before = (await cache.stats()).counters.stores;
    await cache.lookup(keyOf(1));
    await cache.close();
    expect(readFileSync(path).length).toBeLessThan(1000);
    expect((await cache.stats()).counters.stores).toBe(before);
  });
});
