/** Locks whose holders are gone. */
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { type FsCalls, nodeCalls, openCache, releaseOwnLocks } from '@speccade/cache/fs';
import { afterAll, describe, expect, it } from 'vitest';
import { startChild } from './child/start.ts';
import { keyOf } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'cache-locks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lockPath = (root: string, seed: number): string => join(root, 'locks', `${keyOf(seed).full}.lock`);

async function ownLock(root: string): Promise<Record<string, unknown>> {
  return openCache({ root }).withKeyLock(
    keyOf(1),
    () => JSON.parse(readFileSync(lockPath(root, 1), 'utf8')) as Record<string, unknown>,
  );
}

/** How long getting the lock takes, in milliseconds. */
async function wait(root: string, seed: number, lockTimeoutMs: number): Promise<number> {
  const start = performance.now();
  await openCache({ root, lockTimeoutMs }).withKeyLock(keyOf(seed), () => {});
  return performance.now() - start;
}

async function startHolder(root: string, seed: number): Promise<Worker> {
  const worker = new Worker(new URL('./child/holder.ts', import.meta.url), {
    workerData: { root, seed },
    execArgv: ['--no-warnings', '--import', new URL('./child/register.ts', import.meta.url).href],
  });
  await once(worker, 'message');
  return worker;
}

describe('stale locks', () => {
  it('takes over at once from an earlier process with our number', async () => {
    const root = join(folder, 'start');
    const self = await ownLock(root);
    writeFileSync(lockPath(root, 1), JSON.stringify({ ...self, start: 1 }));
    expect(await wait(root, 1, 5000)).toBeLessThan(100);
    expect(readdirSync(join(root, 'locks'))).toEqual([]);
  });

  it('leaves the lock of another thread of this process alone, however long it was not touched', async () => {
    const root = join(folder, 'thread');
    const self = await ownLock(root);
    writeFileSync(lockPath(root, 1), JSON.stringify({ ...self, thread: 12345 }));
    utimesSync(lockPath(root, 1), 1, 1);
    expect(await wait(root, 1, 200)).toBeGreaterThan(150);
    expect(releaseOwnLocks(root, 12346)).toBe(0);
    expect(releaseOwnLocks(root, 12345)).toBe(1);
    expect(await wait(root, 1, 200)).toBeLessThan(100);
  });

  it('is told by releaseOwnLocks of worker threads that were ended', async () => {
    const root = join(folder, 'workers');
    const workers = await Promise.all([startHolder(root, 1), startHolder(root, 2), startHolder(root, 3)]);
    const threads = workers.map(({ threadId }) => threadId);
    await workers[0]!.terminate();
    expect(await wait(root, 1, 200)).toBeGreaterThan(150);
    expect(releaseOwnLocks(root, threads[0])).toBe(1);
    expect(await wait(root, 1, 5000)).toBeLessThan(100);
    expect(await wait(root, 2, 200)).toBeGreaterThan(150);
    await Promise.all(workers.map((worker) => worker.terminate()));
    expect(releaseOwnLocks(root)).toBe(2);
    expect(readdirSync(join(root, 'locks'))).toEqual([]);
  });

  it('removes no lock of anybody else, and needs no cache to be there', async () => {
    const root = join(folder, 'others');
    const self = await ownLock(root);
    const others = [{ ...self, start: 1 }, { ...self, pid: process.ppid }, { ...self, host: 'elsewhere' }, null];
    for (const [i, holder] of others.entries()) writeFileSync(lockPath(root, i), JSON.stringify(holder));
    writeFileSync(join(root, 'locks', 'notes.lock'), JSON.stringify(self));
    expect(releaseOwnLocks(root)).toBe(0);
    expect(readdirSync(join(root, 'locks')).length).toBe(5);
    expect(releaseOwnLocks(join(folder, 'absent'))).toBe(0);
  });

  it('forgets the claim of a process that died while it took over', async () => {
    const root = join(folder, 'claim');
    const self = await ownLock(root);
    const text = JSON.stringify({ ...self, start: 1 });
    writeFileSync(lockPath(root, 1), text);
    const claim = lockPath(root, 1).replace('.lock', `.${hash('sha256', text).slice(0, 16)}.lock`);
    writeFileSync(claim, '');
    expect(await wait(root, 1, 200)).toBeGreaterThan(150);
    utimesSync(claim, 1, 1);
    expect(await wait(root, 1, 5000)).toBeLessThan(500);
    expect(readdirSync(join(root, 'locks'))).toEqual([]);
  });

  it('does not so much as move a lock that was made while it looked at the one before', async () => {
    const root = join(folder, 'moment');
    const self = await ownLock(root);
    const path = lockPath(root, 1);
    writeFileSync(path, JSON.stringify({ ...self, start: 1 }));
    const live = JSON.stringify({ ...self, pid: process.ppid });
    let replaced = false;
    const gone: string[] = [];
    const calls: FsCalls = {
      ...nodeCalls,
      lstat(file) {
        if (file === path && !replaced) writeFileSync(path, live);
        if (file === path) replaced = true;
        return nodeCalls.lstat(file);
      },
      rename: (from, to) => [gone.push(from), nodeCalls.rename(from, to)],
      unlink: (file) => [gone.push(file), nodeCalls.unlink(file)],
    };
    await openCache({ root, calls, lockTimeoutMs: 100 }).withKeyLock(keyOf(1), () => {});
    expect(replaced).toBe(true);
    expect(gone).not.toContain(path);
    expect(readFileSync(path, 'utf8')).toBe(live);
    expect(readdirSync(join(root, 'locks'))).toHaveLength(1);
  });

  it('lets only one of many processes take over', async () => {
    const root = join(folder, 'contest', 'cache');
    mkdirSync(root, { recursive: true });
    const self = await ownLock(root);
    const children = Array.from({ length: 6 }, () => startChild('contender.ts', [root], 'pipe'));
    const lines = children.map((child) => createInterface(child.stdout!)[Symbol.asyncIterator]());
    const answers = async (): Promise<string[]> =>
      Promise.all(lines.map(async (line) => (await line.next()).value as string));
    expect(new Set(await answers())).toEqual(new Set(['ready']));
    for (let round = 0; round < 15; round++) {
      writeFileSync(
        lockPath(root, 1),
        JSON.stringify({ ...self, start: 1, pid: process.pid, boot_id: 'before', round }),
      );
      utimesSync(lockPath(root, 1), 1, 1);
      for (const child of children) child.stdin!.write('go\n');
      expect(new Set(await answers())).toEqual(new Set(['alone']));
    }
    for (const child of children) child.stdin!.end();
    expect(readdirSync(join(root, 'locks'))).toEqual([]);
  });
});
