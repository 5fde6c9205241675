/** One spec file from disk to finished bytes: what the main thread and the workers both run. Writes no outputs. */
import {
  type CheckedDocument,
  checkDocument,
  type GenerateResult,
  generate,
  type LoadedModule,
  type PipelineContext,
  type Print,
  restore,
  variantFolder,
  variantRuns,
} from '@speccade/pipeline';
import { type Issue, type Report, reportFileName } from '@speccade/spec';
import { sha256 } from './fresh.ts';
import { loadSpec, type Scripts } from './load-spec.ts';
import type { FileToWrite } from './output-files.ts';
import { readSpec } from './read-spec.ts';
import { referencedFiles } from './referenced-files.ts';
import type { Made, Work } from './worker-protocol.ts';

export interface FileJob {
  /** The spec, as given or found. */
  readonly path: string;
  readonly cwd: string;
  readonly compat?: 'reference' | undefined;
  readonly expandVariants: boolean;
  /** The folder, absolute, below which scripts may load modules and specs may refer to files. */
  readonly loadRoot?: string | undefined;
  /** What scripts came to already. */
  readonly scripts?: Scripts | undefined;
}

/** Where a spec stopped: `load` and `validate` are the document's fault, `generate` is not. */
export type Stage = 'load' | 'validate' | 'generate' | 'done';

export interface VariantResult {
  readonly id: string;
  readonly ok: boolean;
  readonly report: Report;
  readonly issues: readonly Issue[];
  readonly cacheHit: boolean;
}

/** Everything there is to say about one spec file; plain data, so that it can come from a worker. */
export interface FileResult {
  readonly path: string;
  readonly ok: boolean;
  readonly stage: Stage;
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** Absent when the spec could not be loaded. */
  readonly report?: Report;
  /** SHA-256 of the source; absent when the spec could not be loaded. */
  readonly sourceSha256?: string;
  /** Files to write below the output root, variants included. */
  readonly files: readonly FileToWrite[];
  readonly cacheHit: boolean;
  readonly variants: readonly VariantResult[];
  /** What a script printed, and those that it refers to. */
  readonly prints?: readonly Print[] | undefined;
  /** The files that the spec refers to, absolute, as far as they are there; a hash of nothing for the others. */
  readonly inputs?: readonly LoadedModule[] | undefined;
  /** What a script loaded, and those that it refers to. */
  readonly modules?: readonly LoadedModule[] | undefined;
}

/** A spec that was read and checked. */
export interface PreparedFile {
  readonly job: FileJob;
  readonly checked: CheckedDocument;
}

/** Reads and checks a spec file; what cannot be read is a finished result. */
export async function prepareFile(
  job: FileJob,
  context: PipelineContext,
  forGeneration = true,
): Promise<PreparedFile | { readonly failed: FileResult }> {
  const { profile } = context;
  const read = readSpec(job.path, job.cwd, profile.general.max_spec_size_bytes);
  if (!read.ok) return { failed: failedFile(job, 'load', [read.issue]) };
  const options = { ...job, profile };
  const loaded = await loadSpec(read, options);
  if (!loaded.ok) return { failed: failedFile(job, 'load', loaded.issues, loaded.prints) };
  const findFile = referencedFiles(read.file, options);
  return { job, checked: await checkDocument(loaded, { profile, forGeneration, findFile }) };
}

/** The result of a spec of which nothing came. */
export function failedFile(
  job: FileJob,
  stage: Stage,
  errors: readonly Issue[],
  prints: readonly Print[] = [],
): FileResult {
  const nothing = { warnings: [], files: [], cacheHit: false, variants: [] };
  return { path: job.path, ok: false, stage, errors, prints, ...nothing };
}

/** The result of a prepared spec if the cache has all of it, or if it is refused; `undefined` when there is work. */
export async function settleFile(prepared: PreparedFile, context: PipelineContext): Promise<FileResult | undefined> {
  const { checked, job } = prepared;
  const base = await restore(checked, context);
  if (!base) return undefined;
  if (!base.ok) return finish(prepared, base, []);
  const variants: [string, GenerateResult][] = [];
  for (const variant of job.expandVariants ? variantRuns(checked) : []) {
    const result = await restore(checked, context, variant);
    if (!result) return undefined;
    variants.push([variant.id, result]);
  }
  return finish(prepared, base, variants);
}

/** Generates a prepared spec and, after the base has succeeded, its variants. */
export async function generateFile(
  prepared: PreparedFile,
  context: PipelineContext,
  skipLookup = false,
): Promise<FileResult> {
  const { checked, job } = prepared;
  const base = await generate(checked, context, undefined, skipLookup);
  const variants: [string, GenerateResult][] = [];
  if (base.ok && job.expandVariants) {
    for (const variant of variantRuns(checked)) {
      variants.push([variant.id, await generate(checked, context, variant, skipLookup)]);
    }
  }
  return finish(prepared, base, variants);
}

/** Generates what the main thread has looked up already. */
export async function make({ job, checked }: Work, context: PipelineContext): Promise<Made> {
  const started = performance.now();
  const prepared = checked ? { job, checked } : await prepareFile(job, context);
  const result = 'failed' in prepared ? prepared.failed : await generateFile(prepared, context, true);
  return { result, ms: performance.now() - started };
}

function finish(
  { job, checked }: PreparedFile,
  base: GenerateResult,
  variants: readonly (readonly [string, GenerateResult])[],
): FileResult {
  const ok = base.ok && variants.every(([, result]) => result.ok);
  // The document and the scripts that it refers to.
  const sources = [checked.loaded, ...(checked.files ?? []).flatMap(({ found }) => found ?? [])];
  const errors = [...base.issues, ...variants.flatMap(([, result]) => result.issues)];
  return {
    path: job.path,
    ok,
    stage: ok ? 'done' : checked.ok ? 'generate' : 'validate',
    errors: errors.map((issue) => ({ ...issue, file: issue.file ?? checked.loaded.source.path })),
    warnings: checked.warnings,
    prints: sources.flatMap(({ prints = [] }) => prints),
    modules: sources.flatMap(({ modules = [] }) => modules),
    inputs: checked.files?.map(({ file, found }) => ({ uri: file, sha256: found?.sha256 ?? '' })),
    report: base.report,
    sourceSha256: sha256(checked.loaded.source.bytes),
    files: [
      ...base.files,
      ...variants.flatMap(([id, { files }]) =>
        files.map(({ path, bytes }) => ({ path: `${variantFolder(id)}/${path}`, bytes })),
      ),
    ],
    cacheHit: base.cacheHit && variants.every(([, result]) => result.cacheHit),
    variants: variants.map(([id, { ok: variantOk, report, issues, cacheHit }]) => ({
      id,
      ok: variantOk,
      report,
      issues,
      cacheHit,
    })),
  };
}

/** File names of the reports of a result: the base's first, then each variant's. */
export function reportsOf(
  result: Pick<FileResult, 'report' | 'variants'>,
): { readonly name: string; readonly report: Report }[] {
  const { report, variants } = result;
  if (!report) return [];
  const id = safeName(report.asset_id);
  return [
    { name: reportFileName(id), report },
    ...variants.map((variant) => ({ name: reportFileName(id, variant.id), report: variant.report })),
  ];
}

/** An asset id that failed validation may hold anything; a report of it needs a file name all the same. */
function safeName(assetId: string | undefined): string {
  const tidy = (assetId ?? '').replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 100);
  return tidy === '' ? 'unnamed' : tidy;
}
