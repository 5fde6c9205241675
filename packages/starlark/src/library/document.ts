/** What the functions that make whole specs have in common. */
import type { StarlarkInput, StarlarkValue } from '@speccade/starlark-wasm';
import { nonEmpty, u32 } from './checks.ts';
import { int64, optional, str } from './define.ts';

/** The first parameters of specs. */
export const identity = { asset_id: str(nonEmpty), seed: int64(u32) };

/** The last parameters of specs. */
export const about = {
  description: optional.str(),
  tags: optional.any(),
  license: str(undefined, 'CC0-1.0'),
};

interface Identity {
  readonly asset_id: string;
  readonly seed: number | bigint;
  readonly license: string;
}

interface About extends Identity {
  readonly description: string | undefined;
  readonly tags: StarlarkValue | undefined;
}

export interface Recipe {
  readonly kind: string;
  readonly params: StarlarkInput;
}

/** A spec up to its outputs. */
export const header = (
  assetType: string,
  { asset_id, license, seed }: Identity,
  outputs: readonly StarlarkInput[],
) => ({
  spec_version: 1,
  asset_id,
  asset_type: assetType,
  license,
  seed,
  outputs,
});

/** A spec, with its keys in the usual order. */
export const document = (
  assetType: string,
  given: About,
  outputs: readonly StarlarkInput[],
  recipe: Recipe,
): StarlarkInput => ({
  ...header(assetType, given, outputs),
  description: given.description,
  style_tags: given.tags,
  recipe: { ...recipe },
});

export const primary = (format: string, path: string, source?: string): StarlarkInput => ({
  kind: 'primary',
  format,
  path,
  source,
});

export const png = (path: string, source?: string): StarlarkInput => primary('png', path, source);

/** The output for metadata, where it has a path. */
export const metadata = (path: string | undefined): StarlarkInput[] =>
  path === undefined ? [] : [{ kind: 'metadata', format: 'json', path }];
