import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeDirectory } from './calls.ts';

const folder = mkdtempSync(join(tmpdir(), 'cache-calls-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('makes a directory with its parents, and bears one that is there', () => {
  for (const path of ['a/b/c', 'a/b/c', 'a/d', '.']) {
    makeDirectory(join(folder, path));
    expect(statSync(join(folder, path)).isDirectory()).toBe(true);
  }
});

it('tells what was in the way, also that of a parent', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeDirectory(join(folder, 'file'))).toThrow('EEXIST');
  expect(() => makeDirectory(join(folder, 'file', 'a', 'b'))).toThrow('ENOTDIR');
  const long = join(folder, 'new', 'x'.repeat(300), 'y');
  expect(() => makeDirectory(long)).toThrow('ENAMETOOLONG');
});

it('tells a read-only file system as such, not as the absence of what could not be made', () => {
  const readOnly = (path: string): void => {
    const code = existsSync(dirname(path)) ? 'EROFS' : 'ENOENT';
    throw Object.assign(new Error(code), { code });
  };
  expect(() => makeDirectory(join(folder, 'p', 'q', 'r'), readOnly)).toThrow('EROFS');
  makeDirectory(folder, readOnly);
});
