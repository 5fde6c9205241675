/**
 * The bytes that the songs of this folder give. A change here is a change for every user: bump the backend's version,
 * run with UPDATE_GOLDEN=1 and say why in the commit.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { blake3Hex, validateDocument } from '@speccade/spec';
import { trackerBackend } from '@speccade/tracker-xm-it';
import { expect, it } from 'vitest';
import { readerOf, songSpecs } from './_specs.ts';

const hashesFile = new URL('hashes.json', import.meta.url);
const specs = songSpecs();
const names = Object.keys(specs);

/** BLAKE3 of every file, by path. */
async function generate(name: string): Promise<Record<string, string>> {
  const { spec, errors } = await validateDocument(specs[name], { forGeneration: true });
  expect(errors).toEqual([]);
  const artifacts = await trackerBackend.generate(spec!, { readFile: readerOf(name) });
  return Object.fromEntries(artifacts.map(({ path, bytes }) => [path, blake3Hex(bytes)]));
}

if (process.env.UPDATE_GOLDEN === '1') {
  const hashes: Record<string, Record<string, string>> = {};
  for (const name of names) hashes[name] = await generate(name);
  writeFileSync(hashesFile, `${JSON.stringify(hashes, null, 2)}\n`);
}
const expected = JSON.parse(readFileSync(hashesFile, 'utf8')) as Record<string, Record<string, string>>;

it('every song has hashes', () => {
  expect(Object.keys(expected).sort()).toEqual([...names].sort());
});

it.each(names)('%s gives the same bytes', async (name) => {
  expect(await generate(name)).toEqual(expected[name]);
});
