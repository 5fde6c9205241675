import { type BudgetProfile, profileHash } from '@speccade/budgets';
import { type CacheKey, keyFor } from '@speccade/cache';
import type { Spec } from '@speccade/spec';
import type { BackendSource } from './backends.ts';
import type { PipelineContext } from './context.ts';
import type { LoadedModule } from './source.ts';

const profileHashes = new WeakMap<BudgetProfile, string>();

/**
 * The cache key of a run: the spec, the backend's build, the authoring library, the modules of Starlark sources and the
 * files that the spec refers to, the budget and the options that change bytes.
 */
export function keyOfRun(
  spec: Spec,
  recipe: string,
  backend: BackendSource,
  context: PipelineContext,
  stdlibVersion?: string,
  inputs: readonly LoadedModule[] = [],
): CacheKey {
  const { profile, tool, previewSeconds, sampleFormat, dither } = context;
  let sha256 = profileHashes.get(profile);
  if (sha256 === undefined) profileHashes.set(profile, (sha256 = profileHash(profile)));
  return keyFor({
    v: 2,
    asset: { id: spec.asset_id, type: spec.asset_type },
    recipe,
    seed: spec.seed,
    outputs: spec.outputs.map(({ kind, format, path, source }) => ({
      kind,
      format,
      path,
      ...(source !== undefined && { source }),
    })),
    backend: { id: backend.name, version: backend.version + (tool.build === undefined ? '' : `+${tool.build}`) },
    stdlib: stdlibVersion ?? null,
    budget: { name: profile.name, sha256 },
    inputs,
    options: {
      ...(spec.compat !== undefined && { compat: spec.compat }),
      ...(previewSeconds !== undefined && { preview_us: Math.round(previewSeconds * 1e6) }),
      ...(sampleFormat !== undefined && sampleFormat !== 'pcm16' && { sample_format: sampleFormat }),
      ...(dither === true && { dither }),
    },
  });
}
