/** From pictures and descriptions to the files that a spec declares. */
import { encodePng } from '@speccade/png';
import { type Artifact, BackendError, blake3Hex, type Metrics, type Output, type Spec } from '@speccade/spec';
import type { Surface } from './surface.ts';

/** The bytes of one declared output, or `undefined` where the recipe makes nothing for it. */
export type BytesFor = (output: Output) => Uint8Array | undefined;

/**
 * The files of a spec, in the order of its outputs. Outputs with equal bytes share them.
 *
 * @throws BackendError TEXTURE_006 when no primary output comes of it
 */
export function artifactsOf(spec: Spec, bytesFor: BytesFor, metrics?: Metrics): Artifact[] {
  const artifacts: Artifact[] = [];
  const hashes = new Map<Uint8Array, string>();
  for (const output of spec.outputs) {
    const bytes = bytesFor(output);
    if (bytes === undefined) continue;
    let hash = hashes.get(bytes);
    if (hash === undefined) hashes.set(bytes, (hash = blake3Hex(bytes)));
    const { path, format, kind } = output;
    artifacts.push({ path, format, kind, bytes, hash, ...(kind === 'primary' && metrics && { metrics }) });
  }
  if (!artifacts.some(({ kind }) => kind === 'primary')) {
    const message = 'the spec has no primary output of the format that its recipe makes';
    throw new BackendError([{ code: 'TEXTURE_006', severity: 'error', path: 'outputs', message }]);
  }
  return artifacts;
}

/** Primary outputs are the picture, metadata outputs its description. */
export function pictureAndDescription(spec: Spec, surface: Surface, description: () => Uint8Array): Artifact[] {
  const png = pngOf(surface);
  let json: Uint8Array | undefined;
  return artifactsOf(
    spec,
    ({ kind, format }) => {
      if (kind === 'primary') return format === 'png' ? png : undefined;
      return format === 'json' ? (json ??= description()) : undefined;
    },
    pictureMetrics(surface),
  );
}

export function pngOf({ width, height, data }: Surface): Uint8Array {
  return encodePng({ width, height, colorType: 'rgba', data });
}

export function pictureMetrics({ width, height }: Surface): Metrics {
  return { width, height, channels: 4 };
}
