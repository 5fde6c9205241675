/** A folder of published specs, as `scripts/corpus.ts` takes it: every picture made once, from parsed spec to finished files. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BackendError, readJson, type Spec, validateDocument } from '@speccade/spec';
import { textureBackend } from '@speccade/texture';

export interface CorpusPictures {
  readonly specs: number;
  readonly pictures: number;
  /** Pixels per second. */
  readonly speed: number;
}

/** `undefined` where there is no corpus. */
export async function corpusPictures(
  folder = process.env.SPECCADE_CORPUS ?? 'corpus',
): Promise<CorpusPictures | undefined> {
  const root = resolve(folder, 'specs');
  if (!existsSync(root)) return undefined;
  const specs: Spec[] = [];
  for (const name of globSync('**/*.json', { cwd: root }).sort()) {
    const read = readJson(readFileSync(join(root, name)));
    const { spec, errors } = read.ok ? await validateDocument(read.value) : { spec: undefined, errors: [] };
    const made = spec?.recipe && errors.length === 0 && textureBackend.kinds.includes(spec.recipe.kind);
    if (made) specs.push(spec);
  }
  let [pictures, pixels, made] = [0, 0, 0];
  const started = performance.now();
  for (const spec of specs) {
    try {
      for (const { path, bytes } of await textureBackend.generate(spec, {})) {
        if (!path.endsWith('.png')) continue;
        const header = new DataView(bytes.buffer, bytes.byteOffset);
        pictures++;
        pixels += header.getUint32(16) * header.getUint32(20);
      }
      made++;
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
    }
  }
  return { specs: made, pictures, speed: pixels / ((performance.now() - started) / 1000) };
}
