import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../src/index.ts';
import { readChapter, runCase } from './cases.ts';

const folder = new URL('./conformance/', import.meta.url);
const chapters = readdirSync(folder)
  .sort()
  .map((file) => ({ file, ...readChapter(file, readFileSync(new URL(file, folder), 'utf8')) }));

it('there are enough cases to mean something', () => {
  expect(chapters.reduce((sum, { cases }) => sum + cases.length, 0)).toBeGreaterThan(800);
});

describe.each(chapters)('$file', ({ options, load, cases }) => {
  const engine = createEngine(options);
  it.each(cases.map((one) => [one.name, one.source.replaceAll('\n', '⏎'), one] as const))(
    '%s %s',
    async (_, __, one) => {
      expect(await runCase(engine, one, load)).toBeUndefined();
    },
  );
});
