/** What the golden tests of flat and texture specs have in common. */
import { readFileSync, writeFileSync } from 'node:fs';
import { blake3Hex, validateDocument } from '@speccade/spec';
import { textureBackend } from '@speccade/texture';
import { expect, it } from 'vitest';

type Hashes = Record<string, Record<string, string>>;

/** Holds every file of every spec against `hashesFile`, which `UPDATE_GOLDEN=1` writes: BLAKE3 by spec and path. */
export async function holdTextures(specs: Readonly<Record<string, unknown>>, hashesFile: URL): Promise<void> {
  const names = Object.keys(specs);
  const generate = async (name: string): Promise<Record<string, string>> => {
    const { spec, errors, warnings } = await validateDocument(specs[name], { forGeneration: true });
    expect([...errors, ...warnings]).toEqual([]);
    const artifacts = await textureBackend.generate(spec!, {});
    return Object.fromEntries(artifacts.map(({ path, bytes }) => [path, blake3Hex(bytes)]));
  };
  if (process.env.UPDATE_GOLDEN === '1') {
    const hashes: Hashes = {};
    for (const name of names) hashes[name] = await generate(name);
    writeFileSync(hashesFile, `${JSON.stringify(hashes, null, 2)}\n`);
  }
  const expected = JSON.parse(readFileSync(hashesFile, 'utf8')) as Hashes;

  it('every spec has hashes', () => {
    expect(Object.keys(expected)).toEqual(names);
  });

  it.each(names)('%s gives the same bytes', async (name) => {
    expect(await generate(name)).toEqual(expected[name]);
  });
}
