/** The songs of this folder and of the examples, and the files that they refer to. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Spec } from '@speccade/spec';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync(['golden/music/*.json', 'examples/music/*.json'], { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => basename(file) !== 'hashes.json')
  .sort();

/** Parsed documents by name. */
export function songSpecs(): Record<string, Spec> {
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(`${root}${file}`, 'utf8')) as Spec]),
  );
}

/** Bytes of a file beside the song of that name. */
export function readerOf(name: string): (path: string) => Uint8Array | undefined {
  const folder = dirname(files.find((file) => basename(file, '.json') === name)!);
  return (path) => {
    const file = `${root}${folder}/${path}`;
    return existsSync(file) ? readFileSync(file) : undefined;
  };
}
