import { deriveVariantSeed, specHash } from '@speccade/spec';
import type { CheckedDocument } from './check.ts';
import type { VariantRun } from './generate.ts';

/** Where the files of a variant go, below the output root. */
export function variantFolder(variantId: string): string {
  return `variants/${variantId}`;
}

/** The variants of a checked spec, in order, each with its derived seed. */
export function variantRuns(checked: CheckedDocument): VariantRun[] {
  const { spec } = checked;
  if (!spec?.variants) return [];
  return spec.variants.map(({ variant_id, seed_offset }) => {
    const seed = deriveVariantSeed(spec.seed, seed_offset, variant_id);
    const document = checked.loaded.document as Record<string, unknown>;
    return { id: variant_id, spec: { ...spec, seed }, specHash: specHash({ ...document, seed }) };
  });
}
