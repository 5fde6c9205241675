/** The songs of this folder, and the files that they refer to. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Spec } from '@speccade/spec';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Parsed documents by name. */
export function songSpecs(): Record<string, Spec> {
  const files = globSync('*.json', { cwd: folder })
    .filter((file) => file !== 'hashes.json')
    .sort();
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Spec]),
  );
}

/** Bytes of a file beside the songs. */
export function readFile(path: string): Uint8Array | undefined {
  const file = `${folder}${path}`;
  return existsSync(file) ? readFileSync(file) : undefined;
}
