import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CacheEvent } from '@speccade/cache';
import { openCache } from '@speccade/cache/fs';
import { afterAll, describe, expect, it } from 'vitest';
import { allOutput, firstOutput, startChild } from './child/start.ts';
import { filesOf, keyOf, reportOf } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'cache-processes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const KILLS = 200;
const LANES = 2;
const KEYS = 8;

describe('several processes', () => {
  it(`never lets a writer killed at a random moment leave something wrong, ${KILLS} times`, {
    timeout: 180_000,
  }, async () => {
    await once(startChild('writer.ts', [join(folder, 'first'), '0', '0']), 'exit');
    const totals = { hits: 0, problems: 0, temps: 0 };
    const lane = async (root: string): Promise<void> => {
      for (let i = 0; i < KILLS / LANES; i++) {
        const child = startChild('writer.ts', [root, String(KEYS), '100000']);
        await firstOutput(child);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 25));
        child.kill('SIGKILL');
        await once(child, 'exit');
        const events: CacheEvent[] = [];
        const cache = openCache({ root, minFree: 0, onEvent: (event) => events.push(event) });
        totals.problems += (await cache.verify()).problems.filter(({ what }) => what !== 'missing').length;
        for (let seed = 0; seed < KEYS; seed++) {
          const hit = await cache.lookup(keyOf(seed));
          if (hit === null) continue;
          totals.hits++;
          expect(hit.artifacts[0]!.data).toEqual(filesOf(seed, 20_000)[0]!.data);
        }
        expect(events.filter(({ type }) => type === 'cache.corrupt')).toEqual([]);
      }
      totals.temps += readdirSync(join(root, 'tmp')).length;
    };
    await Promise.all(Array.from({ length: LANES }, (_, i) => lane(join(folder, `kill-${i}`))));
    expect(totals.problems).toBe(0);
    expect(totals.hits).toBeGreaterThan(KILLS);
    // What the kills interrupted is there, is harmless, and goes after an hour.
    const root = join(folder, 'kill-0');
    const cache = openCache({ root, minFree: 0, now: () => Date.now() + 2 * 3_600_000 });
    await cache.gc();
    expect(readdirSync(join(root, 'tmp'))).toEqual([]);
  });

  it('lets 8 processes write and read the same keys at once', async () => {
    const root = join(folder, 'together');
    const children = Array.from({ length: 8 }, () => startChild('writer.ts', [root, '20', '5']));
    const outputs = await Promise.all(children.map(allOutput));
    expect(outputs).toEqual(Array.from({ length: 8 }, () => 'ready\nwrong 0\n'));
    const cache = openCache({ root, minFree: 0 });
    const result = await cache.verify();
    expect(result.problems).toEqual([]);
    expect(result.records).toBeGreaterThan(0);
    expect((await cache.stats()).counters).toMatchObject({ stores: 8 * 20 * 5, corruptions: 0 });
  });

  it('loses nothing that is in use to a gc that runs at the same time', async () => {
    const root = join(folder, 'gc');
    const cache = openCache({ root, minFree: 0 });
    const writer = startChild('writer.ts', [root, '20', '10']);
    const done = allOutput(writer);
    let runs = 0;
    let ended = false;
    void done.then(() => (ended = true));
    for (; !ended; runs++) {
      expect((await cache.gc({ maxBytes: 0 })).records).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(runs).toBeGreaterThan(2);
    expect(await done).toBe('ready\nwrong 0\n');
    expect(await cache.verify()).toMatchObject({ records: 20, problems: [] });
  });
});

describe('locks', () => {
  /** Leaves a lock of the given content behind. */
  const lockOf = (root: string, content: string, ageSeconds: number): void => {
    const path = join(root, 'locks', `${keyOf(1).full}.lock`);
    writeFileSync(path, content);
    const time = Date.now() / 1000 - ageSeconds;
    utimesSync(path, time, time);
  };
  const ownLock = async (root: string): Promise<Record<string, unknown>> => {
    const path = join(root, 'locks', `${keyOf(1).full}.lock`);
    return openCache({ root }).withKeyLock(
      keyOf(1),
      () => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>,
    );
  };
  /** How long getting the lock takes, in milliseconds. */
  const wait = async (root: string, lockTimeoutMs: number): Promise<number> => {
    const start = performance.now();
    await openCache({ root, lockTimeoutMs }).withKeyLock(keyOf(1), () => {});
    return performance.now() - start;
  };

  it('takes over from a dead process and from another boot, but not from the living', async () => {
    const root = join(folder, 'locks');
    const self = await ownLock(root);
    expect(self).toMatchObject({ pid: process.pid });
    const dead = startChild('writer.ts', [join(folder, 'dead'), '0', '0']);
    await once(dead, 'exit');
    const stale = [
      { ...self, pid: dead.pid },
      { ...self, boot_id: 'before' },
    ].map((holder) => JSON.stringify(holder));
    for (const content of [...stale, '{"pid":']) {
      lockOf(root, content, 60);
      expect(await wait(root, 5000)).toBeLessThan(1000);
      lockOf(root, content, 1);
      // Of a process of this host and boot it is known that it is dead: nobody waits for it.
      if (content === stale[0]) expect(await wait(root, 5000)).toBeLessThan(100);
      else expect(await wait(root, 200)).toBeGreaterThan(150);
    }
    for (const holder of [
      { ...self, pid: process.ppid },
      { ...self, host: 'elsewhere', pid: dead.pid },
    ]) {
      lockOf(root, JSON.stringify(holder), 60);
      expect(await wait(root, 200)).toBeGreaterThan(150);
    }
  });

  it('knows its own locks from those of an earlier process with its number', async () => {
    const root = join(folder, 'own');
    const self = JSON.stringify(await ownLock(root));
    lockOf(root, self, 60);
    expect(await wait(root, 5000)).toBeLessThan(1000);
    await openCache({ root }).withKeyLock(keyOf(1), async () => {
      utimesSync(join(root, 'locks', `${keyOf(1).full}.lock`), 1, 1);
      expect(await wait(root, 200)).toBeGreaterThan(150);
    });
  });

  it('lets only one of two waiters take over', async () => {
    const root = join(folder, 'takeover');
    const self = await ownLock(root);
    for (let i = 0; i < 20; i++) {
      lockOf(root, JSON.stringify({ ...self, boot_id: 'before' }), 60);
      let inside = 0;
      let most = 0;
      const enter = () =>
        openCache({ root }).withKeyLock(keyOf(1), async () => {
          most = Math.max(most, ++inside);
          await new Promise((resolve) => setTimeout(resolve, 2));
          inside--;
        });
      await Promise.all([enter(), enter()]);
      expect(most).toBe(1);
    }
  });

  it('skips a gc while another process collects', async () => {
    const root = join(folder, 'gc-lock');
    const self = await ownLock(root);
    writeFileSync(join(root, 'locks', 'gc.lock'), JSON.stringify(self));
    expect(await openCache({ root }).gc()).toMatchObject({ skipped: 'locked' });
    rmSync(join(root, 'locks', 'gc.lock'));
    await openCache({ root }).store(keyOf(1), reportOf(1), filesOf(1));
    expect(await openCache({ root }).gc()).not.toHaveProperty('skipped');
  });
});
