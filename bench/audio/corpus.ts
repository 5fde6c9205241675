/** A folder of published specs, as `scripts/corpus.ts` takes it: every sound made once, from parsed spec to finished files. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { audioBackend } from '@speccade/audio';
import { type Artifact, BackendError, readJson, type Spec } from '@speccade/spec';
import { audioParams } from '@speccade/spec/kinds/audio_v1';
import { type Speed, speedOf } from './measure.ts';

export interface CorpusSpeed extends Speed {
  /** Seconds of sound for each second of work. */
  readonly realTime: number;
}

/** `undefined` where there is no corpus. */
export async function corpusSpeed(folder = process.env.SPECCADE_CORPUS ?? 'corpus'): Promise<CorpusSpeed | undefined> {
  const root = resolve(folder, 'specs');
  if (!existsSync(root)) return undefined;
  let [sounds, frames, heard, spent] = [0, 0, 0, 0];
  for (const name of globSync('**/*.json', { cwd: root }).sort()) {
    const spec = parsed(join(root, name));
    if (!spec) continue;
    const start = performance.now();
    const [sound] = await made(spec);
    if (!sound) continue;
    spent += (performance.now() - start) / 1000;
    const { num_samples, duration_seconds } = sound.metrics as Record<string, number>;
    sounds++;
    frames += num_samples!;
    heard += duration_seconds!;
  }
  return { ...speedOf(`corpus: ${sounds} sounds, once each`, frames / spent), realTime: heard / spent };
}

/** Nothing for what cannot be rendered. */
async function made(spec: Spec): Promise<readonly Artifact[]> {
  try {
    return await audioBackend.generate(spec, {});
  } catch (error) {
    if (error instanceof BackendError) return [];
    throw error;
  }
}

function parsed(file: string): Spec | undefined {
  const read = readJson(readFileSync(file));
  if (!read.ok) return undefined;
  const spec = read.value as unknown as Spec;
  if (spec.recipe?.kind !== 'audio_v1') return undefined;
  const params = audioParams.safeParse(spec.recipe.params);
  return params.success ? { ...spec, recipe: { ...spec.recipe, params: params.data } } : undefined;
}
