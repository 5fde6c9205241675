/** The document around a recipe: names of files and assets, and the text as the formatter writes it. */
import { formatJson, type JsonObject, type Spec } from '@speccade/spec';
import type { SoundDocument } from './result.ts';

/** Longest asset id. */
const LONGEST_ID = 64;

export interface NewSound {
  readonly assetId: string;
  readonly description: string;
  readonly params: JsonObject;
  /** Unsigned 32-bit. */
  readonly seed: number;
  readonly styleTags?: readonly string[];
}

/** A complete document of a sound that is nobody's yet: CC0-1.0, written to `sounds/<asset id>.wav`. */
export function newSound({ assetId, description, params, seed, styleTags }: NewSound): SoundDocument {
  return {
    spec_version: 1,
    asset_id: assetId,
    asset_type: 'audio',
    license: 'CC0-1.0',
    seed,
    description,
    ...(styleTags && { style_tags: styleTags }),
    outputs: [{ kind: 'primary', format: 'wav', path: `sounds/${assetId}.wav` }],
    recipe: { kind: 'audio_v1', params },
  };
}

/** A document made from another: its own id, the output in the same folder, the rest as it was. */
export function derivedSound(
  from: Spec,
  change: { readonly assetId: string; readonly description: string; readonly params: JsonObject },
): SoundDocument {
  const { assetId, description, params } = change;
  return {
    ...from,
    asset_id: assetId,
    description,
    outputs: from.outputs.map((output) => ({
      ...output,
      path: output.path.slice(0, output.path.lastIndexOf('/') + 1) + `${assetId}.${output.format}`,
    })),
    recipe: { kind: 'audio_v1', params },
  };
}

/** `id` with a suffix, cut so that the whole is an asset id. */
export function suffixedId(id: string, suffix: string): string {
  return id.slice(0, LONGEST_ID - suffix.length) + suffix;
}

/** The text of a spec file: keys sorted, two-space indentation, a final newline. */
export function formatSpec(spec: Spec): string {
  return formatJson(JSON.stringify(spec));
}
