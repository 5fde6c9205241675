/**
 * The bytes that the specs of this folder give. A change here is a change for every user: bump the backend's version,
 * run with UPDATE_GOLDEN=1 and say why in the commit.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { audioBackend } from '@speccade/audio';
import { type Artifact, blake3Hex, type Spec } from '@speccade/spec';
import { audioParams } from '@speccade/spec/kinds/audio_v1';
import { expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);
const hashesFile = new URL('hashes.json', folder);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'hashes.json')
  .map((file) => file.slice(0, -'.json'.length))
  .sort();

function load(name: string): Spec {
  const spec = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Spec;
  const recipe = { ...spec.recipe!, params: audioParams.parse(spec.recipe!.params) };
  return { ...spec, recipe };
}

/** BLAKE3 of every file, by path. */
function generate(name: string): Record<string, string> {
  const artifacts = audioBackend.generate(load(name), {}) as Artifact[];
  return Object.fromEntries(artifacts.map(({ path, bytes }) => [path, blake3Hex(bytes)]));
}

if (process.env.UPDATE_GOLDEN === '1') {
  const hashes = Object.fromEntries(names.map((name) => [name, generate(name)]));
  writeFileSync(hashesFile, `${JSON.stringify(hashes, null, 2)}\n`);
}
const expected = JSON.parse(readFileSync(hashesFile, 'utf8')) as Record<string, Record<string, string>>;

it('every spec has hashes', () => {
  expect(Object.keys(expected).sort()).toEqual(names);
});

it.each(names)('%s gives the same bytes', (name) => {
  expect(generate(name)).toEqual(expected[name]);
});
