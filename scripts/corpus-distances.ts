/**
 * `pnpm run corpus DIR --write-distances`: renders every sound of a corpus in both modes and writes how far they are from
 * each other into docs/compatibility.md. Takes names and figures from the corpus, no content.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distanceOf } from './distances/measure.ts';
import { distancePage } from './distances/page.ts';
import { writeBetween } from './markers.ts';

const PAGE = new URL('../docs/compatibility.md', import.meta.url);

/** Writes the part `distances` of the page and returns how many sounds it is about. */
export function writeDistances(corpus: string): number {
  const root = join(corpus, 'specs');
  const distances = globSync('**/*.json', { cwd: root })
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .flatMap((name) => distanceOf(name.slice(0, -'.json'.length), readFileSync(join(root, name))) ?? []);
  writeBetween(PAGE, 'distances', distancePage(distances));
  return distances.length;
}
