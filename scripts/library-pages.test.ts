/** That docs/library is what the library says of itself. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { libraryPages } from '../packages/starlark/src/describe.ts';

const folder = new URL('../docs/library/', import.meta.url);

it('the pages of the library are as they are generated', () => {
  const pages = Object.fromEntries(libraryPages().map(({ area, text }) => [`${area}.md`, text]));
  if (process.env.UPDATE_LIBRARY) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [name, text] of Object.entries(pages)) writeFileSync(new URL(name, folder), text);
  }
  const found = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n')]),
  );
  expect(found, 'run UPDATE_LIBRARY=1 vitest run scripts/library-pages').toEqual(pages);
});
