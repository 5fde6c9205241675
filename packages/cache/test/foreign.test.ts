/** Directories and files that are not ours. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Cache, CacheEvent } from '@speccade/cache';
import { type FsCalls, nodeCalls, openCache, prepareCacheRoot } from '@speccade/cache/fs';
import { afterAll, describe, expect, it } from 'vitest';
import { filesOf, keyOf, reportOf } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'cache-foreign-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const newRoot = (): string => join(folder, String(count++));
const OLD = 1_000_000;

function write(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'mine');
  utimesSync(path, OLD, OLD);
  return path;
}

/** All paths below a directory with their contents. */
function contents(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths.map((path) => [path, statSync(join(root, path)).isFile() ? readFileSync(join(root, path), 'utf8') : '/']),
  );
}

function open(root: string, calls: Partial<FsCalls> = {}): { cache: Cache; events: CacheEvent[] } {
  const events: CacheEvent[] = [];
  const onEvent = (event: CacheEvent): void => void events.push(event);
  return { cache: openCache({ root, minFree: 0, calls: { ...nodeCalls, ...calls }, onEvent }), events };
}

async function everything(cache: Cache): Promise<void> {
  await cache.lookup(keyOf(1));
  await cache.withKeyLock(keyOf(1), () => cache.store(keyOf(1), reportOf(1), filesOf(1)));
  await cache.gc({ maxBytes: 0 });
  await cache.verify({ fix: true });
  await cache.invalidate(keyOf(1).full);
  await cache.clear();
  await cache.close();
}

describe('a directory that is not a cache', () => {
  it.each([
    [
      'without a format file',
      ['tmp/a.blend', `tmp/${'0'.repeat(16)}-0`, 'locks/gc.lock', 'records/ab/x.json', 'a.txt'],
    ],
    ['with another format file', ['format', 'tmp/a']],
    ['with a directory named format', ['format/a']],
  ])('is not touched: %s', async (_name, files) => {
    const root = newRoot();
    for (const file of files) write(join(root, file));
    const before = contents(root);
    const { cache, events } = open(root);
    await everything(cache);
    expect(contents(root)).toEqual(before);
    expect(events).toMatchObject([{ type: 'cache.warning', code: 'NOT_A_CACHE', operation: 'open', off: true }]);
    expect(cache.problem).toBe((events[0] as { message: string }).message);
    expect(cache.problem).toContain(`${root} is not a cache`);
    expect(await cache.gc()).toMatchObject({ skipped: 'off' });
    expect(prepareCacheRoot(root)).toBe(cache.problem);
    expect(contents(root)).toEqual(before);
  });

  it('is told from one that is empty, absent, or about to become a cache', async () => {
    const [empty, absent, begun] = [newRoot(), newRoot(), newRoot()];
    mkdirSync(empty);
    const left = write(join(begun, `${'a'.repeat(16)}-0`));
    for (const root of [empty, absent, begun]) {
      const { cache, events } = open(root);
      expect(await cache.store(keyOf(1), reportOf(1), filesOf(1))).toEqual({ status: 'stored' });
      expect(readFileSync(join(root, 'format'), 'utf8')).toBe('speccade-cache 2\n');
      expect(cache.problem).toBeNull();
      expect(events.map(({ type }) => type)).toEqual(['cache.store']);
      await cache.gc();
    }
    expect(existsSync(left)).toBe(false);
  });

  it('is a cache as soon as anything is in it: a lock, counters, a program’s own files', async () => {
    const actions: ((root: string, cache: Cache) => Promise<unknown> | unknown)[] = [
      (_root, cache) => cache.withKeyLock(keyOf(1), () => {}),
      async (_root, cache) => [await cache.lookup(keyOf(1)), await cache.close()],
      (root) => [expect(prepareCacheRoot(root)).toBeNull(), write(join(root, 'fresh', 'a.json'))],
      (root) => [expect(prepareCacheRoot(root)).toBeNull(), expect(prepareCacheRoot(root)).toBeNull()],
    ];
    for (const action of actions) {
      const root = newRoot();
      await action(root, open(root).cache);
      expect(readdirSync(root).length).toBeGreaterThan(1);
      expect(open(root).cache.problem).toBeNull();
    }
  });

  it('becomes a cache again when somebody deletes it under an open one', async () => {
    const root = newRoot();
    const { cache } = open(root);
    await cache.store(keyOf(1), reportOf(1), filesOf(1));
    rmSync(root, { recursive: true });
    await cache.store(keyOf(2), reportOf(2), filesOf(2));
    expect(await open(root).cache.list()).toHaveLength(1);
  });

  it('is not a directory at all', async () => {
    const root = write(newRoot());
    const { cache, events } = open(root);
    await everything(cache);
    expect(events).toMatchObject([{ code: 'ENOTDIR' }]);
    expect(cache.problem).toBe(
      `cannot read the cache in ${root}: there is a file in place of a directory (ENOTDIR); caching is off for this run`,
    );
  });
});

describe('foreign files in a cache', () => {
  it('are passed over by everything, and kept', async () => {
    const root = newRoot();
    const { cache, events } = open(root);
    for (const seed of [1, 2]) await cache.store(keyOf(seed), reportOf(seed), filesOf(seed));
    const prefix = keyOf(1).full.slice(0, 2);
    const hex = 'ab'.repeat(32);
    const foreign = [
      '.DS_Store',
      'records/.DS_Store',
      `records/${prefix}/.DS_Store`,
      `records/${prefix}/${keyOf(1).full}.json.bak`,
      `records/${prefix}/${'0'.repeat(63)}.json`,
      'records/old/a.json',
      `records/zz`,
      'blobs/.DS_Store',
      'blobs/00',
      `blobs/zz/${hex}`,
      'tmp/.DS_Store',
      'tmp/a.wav',
      'locks/.DS_Store',
      'locks/package.lock',
      'quarantine/.DS_Store',
      'quarantine/0-a',
      'stats/.DS_Store',
    ].filter((path) => !existsSync(join(root, path)));
    for (const path of foreign) write(join(root, path));
    for (let i = 0; i < 60; i++) foreign.push(`quarantine/a${i}`);
    for (const path of foreign) write(join(root, path));
    const { cache: again } = open(root);
    expect(await again.list()).toHaveLength(2);
    expect(await again.stats()).toMatchObject({ records: 2, blobs: 3, quarantine: 0 });
    expect(await again.verify({ fix: true })).toMatchObject({ records: 2, blobs: 3, problems: [] });
    expect(await again.gc({ maxBytes: 0 })).not.toHaveProperty('skipped');
    expect(await again.clear()).toBe(2);
    expect(await again.stats()).toMatchObject({ records: 0, blobs: 0 });
    expect([again.problem, cache.problem]).toEqual([null, null]);
    expect(events.filter(({ type }) => type === 'cache.warning')).toEqual([]);
    expect(foreign.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('make a flaw of the one entry whose place they take', async () => {
    for (const kind of ['record', 'blob'] as const) {
      for (const action of ['clear', 'verify', 'store', 'list'] as const) {
        const root = newRoot();
        const { cache, events } = open(root);
        for (const seed of [1, 2]) await cache.store(keyOf(seed), reportOf(seed), filesOf(seed));
        const name = kind === 'record' ? keyOf(1).full : (await cache.peek(keyOf(1)))!.artifacts[0]!.sha256;
        const path = join(root, `${kind}s`, name.slice(0, 2), kind === 'record' ? `${name}.json` : name);
        rmSync(path);
        mkdirSync(path);
        if (action === 'clear') expect(await cache.clear()).toBe(kind === 'record' ? 1 : 2);
        if (action === 'verify')
          expect((await cache.verify({ fix: true })).problems).toMatchObject([{ what: kind, name }]);
        if (action === 'store') await cache.store(keyOf(1), reportOf(1), filesOf(1));
        if (action === 'list') expect(await cache.list()).toHaveLength(kind === 'record' ? 1 : 2);
        expect(cache.problem).toBeNull();
        expect(events.filter(({ type }) => type === 'cache.warning')).toEqual([]);
        await cache.store(keyOf(1), reportOf(1), filesOf(1));
        expect(await cache.lookup(keyOf(1))).not.toBeNull();
      }
    }
  });

  it('make a miss where a file is in place of a directory', async () => {
    const root = newRoot();
    const { cache } = open(root);
    for (const seed of [1, 2]) await cache.store(keyOf(seed), reportOf(seed), filesOf(seed));
    const directory = join(root, 'records', keyOf(1).full.slice(0, 2));
    renameSync(directory, join(root, 'away'));
    write(directory);
    expect(await cache.lookup(keyOf(1))).toBeNull();
    expect(await cache.lookup(keyOf(2))).not.toBeNull();
    expect(await cache.list()).toHaveLength(1);
    expect(cache.problem).toBeNull();
    await cache.store(keyOf(1), reportOf(1), filesOf(1));
    expect(cache.problem).toContain('there is a file in place of a directory (ENOTDIR');
  });

  it('cannot be reached by a name that is no key', async () => {
    const root = newRoot();
    const { cache } = open(root);
    await cache.store(keyOf(1), reportOf(1), filesOf(1));
    const path = write(join(folder, 'outside.json'));
    expect(await cache.invalidate('../../outside')).toBe(false);
    expect(await cache.invalidate('/../../../outside')).toBe(false);
    expect(await cache.show('/../../../outside')).toBeNull();
    expect(existsSync(path)).toBe(true);
  });
});

describe('a storage that fails', () => {
  const refuse = (code: string, path?: string) => (): never => {
    throw Object.assign(new Error(`${code}: refused`), { code, ...(path !== undefined && { path }) });
  };

  it.each(['list', 'stats', 'verify', 'clear', 'gc'] as const)('is told from an empty one after %s', async (action) => {
    const root = newRoot();
    const { cache: healthy } = open(root);
    await healthy[action]();
    expect(healthy.problem).toBeNull();
    expect(prepareCacheRoot(root)).toBeNull();
    const { cache, events } = open(root, { readdir: refuse('EACCES', join(root, 'records')) });
    await cache[action]();
    await cache[action]();
    const verb = action === 'clear' || action === 'gc' ? 'write to' : 'read';
    expect(cache.problem).toBe(
      `cannot ${verb} the cache in ${root}: permission is denied (EACCES: ${join(root, 'records')}); caching is off for this run`,
    );
    expect(events).toEqual([
      { type: 'cache.warning', code: 'EACCES', operation: action, message: cache.problem, off: true },
    ]);
  });

  it('is no problem when the cache is off by wish', async () => {
    const cache = openCache({ root: newRoot(), mode: 'off' });
    await everything(cache);
    expect(cache.problem).toBeNull();
  });

  it('is told in plain words, once, when it is read-only', async () => {
    const root = newRoot();
    const { cache, events } = open(root, { open: refuse('EROFS'), mkdir: refuse('EROFS') });
    expect(cache.problem).toContain(`cannot write to the cache in ${root}: the file system is read-only (EROFS);`);
    await everything(cache);
    expect(events).toHaveLength(1);
    const other = open(newRoot(), { mkdir: refuse('EROFS') });
    await everything(other.cache);
    expect(other.events.filter(({ type }) => type === 'cache.warning')).toMatchObject([
      { code: 'EROFS', operation: 'lock', message: other.cache.problem },
    ]);
    expect(other.cache.problem).toMatch(
      /^cannot write to the cache in .*: the file system is read-only \(EROFS\); caching is off for this run$/,
    );
  });
});
