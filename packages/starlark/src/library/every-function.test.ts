/** Of every function: the JSON of its shortest call, that its defaults are those it names, and how it refuses. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { minimal } from '../builders/testing.ts';
import type { LibraryFunction } from './define.ts';
import { LIBRARY } from './index.ts';
import { caller } from './testing.ts';

const file = new URL('every-function.json', import.meta.url);
const call = caller(LIBRARY);

function written(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${written(item)}`);
  return `{${members.join(', ')}}`;
}

function source({ name }: LibraryFunction, args: Readonly<Record<string, unknown>>): string {
  return `${name}(${Object.entries(args)
    .map(([key, value]) => `${key} = ${written(value)}`)
    .join(', ')})`;
}

if (process.env.UPDATE_LIBRARY) {
  const results: Record<string, string> = {};
  for (const fn of LIBRARY) {
    const text = source(fn, minimal(fn));
    results[text] = await call(text);
  }
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}

const known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

describe.each(LIBRARY.map((fn) => [fn.name, fn] as const))('%s', (_, fn) => {
  const least = minimal(fn);

  it('has the JSON of its shortest call', async () => {
    const text = source(fn, least);
    expect(Object.keys(known)).toContain(text);
    expect(await call(text)).toBe(known[text]);
    expect(JSON.parse(known[text]!)).not.toBe(null);
  });

  it('takes its defaults as arguments, for the same JSON', async () => {
    const defaults = fn.params.filter((param) => !param.required && param.default !== undefined);
    const given = Object.fromEntries(defaults.map((param) => [param.name, param.default]));
    expect(await call(source(fn, { ...given, ...least }))).toBe(await call(source(fn, least)));
  });

  it('refuses an argument that it does not know, and one too many', async () => {
    expect(await call(source(fn, { ...least, no_such_argument: 1 }))).toMatch(/^bind: /);
    const tooMany = Array.from({ length: fn.params.length + 1 }, () => '1').join(', ');
    expect(await call(`${fn.name}(${tooMany})`)).toMatch(/^bind: /);
  });

  it('refuses to do without what it requires', async () => {
    for (const { name } of fn.params.filter(({ required }) => required)) {
      const { [name]: _gone, ...rest } = least as Record<string, unknown>;
      expect(await call(source(fn, rest))).toMatch(/^(bind|S101): /);
    }
  });
});
