/** The specs whose bytes are held: those of this folder, the textures of the examples, and all flat examples in Starlark. */
import { readdirSync, readFileSync } from 'node:fs';
import { evaluateStarlark } from '@speccade/starlark';

const here = new URL('./', import.meta.url);
const examples = new URL('../../examples/', here);

export type Document = Readonly<Record<string, unknown>>;

const FLAT = new Set(['texture', 'sprite', 'vfx', 'ui', 'font']);

function jsonFiles(folder: URL): [name: string, document: Document][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'hashes.json')
    .sort()
    .map((file) => [file.slice(0, -'.json'.length), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]);
}

/** The documents by name, sorted. */
export async function goldenSpecs(): Promise<Readonly<Record<string, Document>>> {
  const specs = new Map([...jsonFiles(here), ...jsonFiles(new URL('texture/', examples))]);
  const scripts = new URL('starlark/', examples);
  for (const filename of readdirSync(scripts).sort()) {
    const source = readFileSync(new URL(filename, scripts), 'utf8');
    const result = await evaluateStarlark({ filename, source });
    if (!result.ok) throw new Error(result.issues[0]!.message);
    if (FLAT.has(String(result.document.asset_type))) specs.set(filename, result.document);
  }
  return Object.fromEntries([...specs].sort(([a], [b]) => (a < b ? -1 : 1)));
}
