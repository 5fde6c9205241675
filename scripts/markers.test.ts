import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { markdownTable, writeBetween } from './markers.ts';

it('writes a part of a page, as often as one likes, and nothing else of it', () => {
  const page = join(mkdtempSync(join(tmpdir(), 'speccade-page-')), 'page.md');
  writeFileSync(page, 'Before.\n\n<!-- part -->\n<!-- /part -->\n\nAfter.\n');
  for (const text of ['one', 'two\nlines', 'one']) {
    writeBetween(page, 'part', text);
    expect(readFileSync(page, 'utf8')).toBe(`Before.\n\n<!-- part -->\n\n${text}\n\n<!-- /part -->\n\nAfter.\n`);
  }
  expect(() => writeBetween(page, 'other', '')).toThrow(/no part between <!-- other -->/);
});

it('aligns numbers to the right', () => {
  expect(markdownTable(['', 'a', 'b'], [['x', 'y', '1']], 2)).toBe('|  | a | b |\n| --- | --- | ---: |\n| x | y | 1 |');
});
