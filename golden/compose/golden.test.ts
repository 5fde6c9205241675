/**
 * What the compose songs in examples/music expand to, in both dialects. A change here is a change for every user: bump the
 * backend's version, run with UPDATE_GOLDEN=1 and say why in the commit.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { canonicalHash, validateDocument } from '@speccade/spec';
import type { ComposeParams } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { ComposeError, dialectFor, expandSong, plainParams } from '@speccade/tracker-xm-it/compose';
import { expect, it } from 'vitest';

const folder = new URL('../../examples/music/', import.meta.url);
const hashesFile = new URL('hashes.json', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('"music.tracker_song_compose_v1"'))
  .sort();

/** Hash of the expansion, or the code of the error that ends it, by dialect. */
async function expansions(name: string): Promise<Record<string, string>> {
  const document = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { seed: number };
  const { spec } = await validateDocument(document);
  const of = (compat: string) => {
    try {
      const params = spec!.recipe!.params as ComposeParams;
      return canonicalHash(plainParams(expandSong(params, { seed: document.seed, dialect: dialectFor(compat) })));
    } catch (error) {
      if (!(error instanceof ComposeError)) throw error;
      return error.code;
    }
  };
  return { default: of('default'), reference: of('reference') };
}

if (process.env.UPDATE_GOLDEN === '1') {
  const hashes: Record<string, unknown> = {};
  for (const name of names) hashes[name] = await expansions(name);
  writeFileSync(hashesFile, `${JSON.stringify(hashes, null, 2)}\n`);
}
const expected = JSON.parse(readFileSync(hashesFile, 'utf8')) as Record<string, unknown>;

it('every song has hashes', () => {
  expect(Object.keys(expected).sort()).toEqual(names);
});

it.each(names)('%s expands to the same cells', async (name) => {
  expect(await expansions(name)).toEqual(expected[name]);
});
