/** The specs of sprites, interface elements, fonts and effects: those of the examples, and what they leave out. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Spec } from '@speccade/spec';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Parsed documents by name. */
export function flatSpecs(): Record<string, Spec> {
  const files = globSync(['examples/{sprite,vfx,ui,font}/*.json', 'golden/flat/*.json'], { cwd: root })
    .filter((file) => basename(file) !== 'hashes.json')
    .sort();
  return Object.fromEntries(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(`${root}${file}`, 'utf8')) as Spec]),
  );
}
