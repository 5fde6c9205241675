/** Makes the files of a recipe as the command line does: validated, then generated. */
import { validateDocument } from '@speccade/spec';
import { textureBackend } from '../src/backend.ts';
import { type Picture, readPng } from './read-png.ts';

export interface Made {
  /** By the source of their output. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The metadata file, if one was asked for. */
  readonly metadata: string | undefined;
}

/** Throws with the findings when the recipe is refused. */
export async function make(
  kind: string,
  params: Record<string, unknown>,
  sources: readonly string[],
  { seed = 42, metadata = false } = {},
): Promise<Made> {
  const outputs = sources.map((source, index) => ({ kind: 'primary', format: 'png', path: `${index}.png`, source }));
  const described = metadata ? [{ kind: 'metadata', format: 'json', path: 'meta.json' }] : [];
  const { spec, errors } = await validateDocument(
    {
      spec_version: 1,
      asset_id: 'made-by-tests',
      asset_type: 'texture',
      license: 'CC0-1.0',
      seed,
      outputs: [...outputs, ...described],
      recipe: { kind, params },
    },
    { forGeneration: true },
  );
  if (!spec) throw new Error(errors.map(({ code, path, message }) => `${code} ${path}: ${message}`).join('\n'));
  const artifacts = await textureBackend.generate(spec, {});
  const files = new Map(artifacts.slice(0, sources.length).map(({ bytes }, index) => [sources[index]!, bytes]));
  const pictures = new Map([...files].map(([source, bytes]) => [source, readPng(bytes)]));
  const text = metadata ? new TextDecoder().decode(artifacts.at(-1)!.bytes) : undefined;
  return { pictures, files, metadata: text };
}

/** The samples of some rows, as hexadecimal digits; of every pixel only the first `samples`. */
export function hexRows({ data, width, height }: Picture, samples?: number): string[] {
  const pixel = data.length / width / height;
  return Array.from({ length: height }, (_, y) => {
    const row = Array.from(data.subarray(y * width * pixel, (y + 1) * width * pixel));
    return row
      .filter((_sample, index) => index % pixel < (samples ?? pixel))
      .map((sample) => sample.toString(16).padStart(2, '0'))
      .join('');
  });
}
