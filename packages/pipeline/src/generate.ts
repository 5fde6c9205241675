/** One checked document to its artifacts and report: cache lookup, backend, cache store. */
import type { Cache, CacheKey } from '@speccade/cache';
import {
  type Artifact,
  type BackendContext,
  BackendError,
  checkOutputPath,
  type Issue,
  pathCollisionKey,
  type Report,
  type Spec,
} from '@speccade/spec';
import { type BackendSource, backendFor } from './backends.ts';
import { type CheckedDocument, inputsOf, type ReferencedFile, stdlibOf } from './check.ts';
import type { PipelineContext } from './context.ts';
import { keyOfRun } from './key.ts';
import { buildReport, inDeclaredOrder, outputResult, type ReportParts } from './report.ts';
import { locateIn } from './source.ts';

/** A file to write: where, and what. */
export interface OutputFile {
  /** Relative to the output root. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface GenerateResult {
  readonly ok: boolean;
  readonly report: Report;
  /** Empty unless `ok`. */
  readonly files: readonly OutputFile[];
  /** What the backend made; empty for a cache hit. */
  readonly artifacts: readonly Artifact[];
  readonly issues: readonly Issue[];
  readonly cacheHit: boolean;
  readonly key?: string;
}

/** A variation of the checked spec that is generated in its place. */
export interface VariantRun {
  readonly id: string;
  readonly spec: Spec;
  readonly specHash: string;
}

/**
 * Generates one spec, or restores it from the cache. Bad specs and failing backends give a result with `ok` false; only
 * cancellation throws. `skipLookup` is for callers that have asked {@link restore}: the cache is then asked again only
 * after waiting for somebody else who was making the same thing.
 */
export async function generate(
  checked: CheckedDocument,
  context: PipelineContext,
  variant?: VariantRun,
  skipLookup = false,
): Promise<GenerateResult> {
  context.signal?.throwIfAborted();
  const run = prepare(checked, context, variant);
  if ('result' in run) return run.result;
  const cache = context.timeStages ? undefined : context.cache;
  if (!cache) return produce(run, context);
  return (
    (skipLookup ? undefined : await restoreRun(run, cache)) ??
    (await cache.withKeyLock(run.key, async (waited) => {
      // While this run waited for the lock, another process may have made the same thing.
      const made = waited ? await restoreRun(run, cache) : undefined;
      if (made) return made;
      const result = await produce(run, context);
      if (!result.ok) return result;
      const { report, artifacts } = result;
      const sourcePath = checked.loaded.source.path;
      const entry = artifacts.map(({ path, bytes, kind }) => ({ path, data: bytes, role: kind }));
      const replace = context.replaceCached === true;
      await cache.store(run.key, report, entry, { sourcePath, generateMs: report.duration_ms, replace });
      return result;
    }))
  );
}

/**
 * What can be said of one spec without generating: a refusal, or the result as the cache has it, verified. `undefined`
 * when there is work to do.
 */
export async function restore(
  checked: CheckedDocument,
  context: PipelineContext,
  variant?: VariantRun,
): Promise<GenerateResult | undefined> {
  const run = prepare(checked, context, variant);
  if ('result' in run) return run.result;
  return context.cache && !context.timeStages ? restoreRun(run, context.cache) : undefined;
}

interface Run {
  readonly spec: Spec;
  readonly backend: BackendSource;
  readonly files: readonly ReferencedFile[];
  readonly key: CacheKey;
  finish(parts: Partial<ReportParts>, more: Partial<GenerateResult>): GenerateResult;
}

/** Everything up to the point where work would begin; a refusal is a finished result. */
function prepare(
  checked: CheckedDocument,
  context: PipelineContext,
  variant: VariantRun | undefined,
): Run | { readonly result: GenerateResult } {
  const started = context.clock();
  const spec = variant?.spec ?? checked.spec;
  const backend = spec?.recipe && backendFor(context.backends, spec.recipe.kind);
  const finish = (parts: Partial<ReportParts>, more: Partial<GenerateResult>): GenerateResult => {
    const issues = located(more.issues ?? [], checked);
    const ok = issues.length === 0;
    const common = { checked, ok, errors: issues, outputs: [], durationMs: context.clock() - started };
    const backendVersion = backend ? versionText(backend, context) : `${context.tool.name} v${context.tool.version}`;
    const variantParts = variant && {
      specHash: variant.specHash,
      variant: { id: variant.id, baseSpecHash: checked.specHash ?? 'unknown', spec: variant.spec },
    };
    const report = buildReport({ ...common, backendVersion, ...variantParts, ...parts }, context);
    const key = parts.key;
    return {
      ok,
      report,
      artifacts: [],
      files: [],
      cacheHit: false,
      ...(key !== undefined && { key }),
      ...more,
      issues,
    };
  };
  if (!checked.ok || !spec?.recipe) return { result: finish({}, { issues: checked.errors }) };
  if (!backend) return { result: finish({}, { issues: [noBackend(spec.recipe.kind)] }) };
  return {
    spec,
    backend,
    finish,
    files: checked.files ?? [],
    key: keyOfRun(spec, checked.recipeHash!, backend, context, stdlibOf(checked), inputsOf(checked)),
  };
}

async function restoreRun(run: Run, cache: Cache): Promise<GenerateResult | undefined> {
  const hit = await cache.lookup(run.key);
  if (!hit) return undefined;
  const outputs = hit.report.outputs.map(inDeclaredOrder);
  const files = hit.artifacts.map(({ path, data }) => ({ path, bytes: data }));
  return run.finish({ key: run.key.full, outputs, cacheHit: { layer: hit.layer } }, { files, cacheHit: true });
}

async function produce(run: Run, context: PipelineContext): Promise<GenerateResult> {
  const stages = new StageTimer(context);
  const made = await runBackend(run, context, stages);
  const key = run.key.full;
  if (made.issues) return run.finish({ key }, { issues: made.issues });
  const { artifacts } = made;
  return run.finish(
    { key, outputs: artifacts.map(outputResult), ...(context.timeStages && { stages: stages.finish() }) },
    { artifacts, files: artifacts.map(({ path, bytes }) => ({ path, bytes })) },
  );
}

/** Issues that a backend or a missing backend gave rise to get line and column as validation's have them. */
function located(issues: readonly Issue[], { loaded }: CheckedDocument): readonly Issue[] {
  if (issues.every((issue) => issue.line !== undefined)) return issues;
  return locateIn(loaded, issues);
}

function versionText(backend: BackendSource, { tool }: PipelineContext): string {
  return `${backend.name} v${backend.version}${tool.build === undefined ? '' : `+${tool.build}`}`;
}

function noBackend(kind: string): Issue {
  return {
    code: 'E013',
    severity: 'error',
    path: 'recipe.kind',
    message: `no backend here makes recipe kind ${JSON.stringify(kind)} yet`,
    found: JSON.stringify(kind),
    suggestion: 'the spec itself may be fine: "speccade validate" checks it',
  };
}

/**
 * What a backend shows of a checked spec besides its outputs; nothing where it shows nothing. Issues for specs that cannot
 * be generated. Neither reads nor writes the cache.
 */
export async function inspect(checked: CheckedDocument, context: PipelineContext): Promise<Inspected> {
  context.signal?.throwIfAborted();
  const { spec } = checked;
  if (!checked.ok || !spec?.recipe) return { artifacts: [], issues: checked.errors };
  const backend = backendFor(context.backends, spec.recipe.kind);
  if (!backend) return { artifacts: [], issues: located([noBackend(spec.recipe.kind)], checked) };
  const made = await runBackend(
    { backend, spec, files: checked.files ?? [] },
    context,
    new StageTimer(context),
    'inspect',
  );
  return made.issues ? { artifacts: [], issues: located(made.issues, checked) } : { ...made, issues: [] };
}

export interface Inspected {
  readonly artifacts: readonly Artifact[];
  /** Why there is nothing to show; empty unless something is wrong. */
  readonly issues: readonly Issue[];
}

type Made =
  | { readonly artifacts: readonly Artifact[]; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** What a backend is told besides the spec. Files are those that the check has found, and no others. */
export function backendContext(
  spec: Spec,
  files: readonly ReferencedFile[],
  context: PipelineContext,
  onStage?: (stage: string) => void,
): BackendContext {
  return {
    compat: spec.compat,
    previewSeconds: context.previewSeconds,
    sampleFormat: context.sampleFormat,
    dither: context.dither,
    readFile: (path) => files.find(({ uri }) => uri === path)?.found?.bytes,
    onStage,
    signal: context.signal,
  };
}

async function runBackend(
  { backend: source, spec, files }: Pick<Run, 'backend' | 'spec' | 'files'>,
  context: PipelineContext,
  stages: StageTimer,
  what: 'generate' | 'inspect' = 'generate',
): Promise<Made> {
  const told = backendContext(spec, files, context, (stage) => stages.start(stage));
  try {
    const backend = await source.load();
    const artifacts = (await backend[what]?.(spec, told)) ?? [];
    const issues = badPaths(artifacts);
    return issues.length > 0 ? { issues } : { artifacts };
  } catch (error) {
    if (context.signal?.aborted) throw error;
    if (error instanceof BackendError) return { issues: error.issues };
    const message = `${source.name} failed: ${error instanceof Error ? error.message : String(error)}`;
    return {
      issues: [
        {
          code: 'E014',
          severity: 'error',
          path: '',
          message,
          suggestion: 'this is a bug; please report it with the spec',
        },
      ],
    };
  }
}

/** A backend may add files of its own; none of them may leave the output root or overwrite a sibling. */
function badPaths(artifacts: readonly Artifact[]): Issue[] {
  const issues: Issue[] = [];
  const claimed = new Set<string>();
  for (const { path } of artifacts) {
    const { unsafe, normal } = checkOutputPath(path);
    const found = JSON.stringify(path);
    if (unsafe) issues.push({ code: 'E008', severity: 'error', path: 'outputs', message: `the path ${unsafe}`, found });
    const key = pathCollisionKey(normal);
    if (claimed.has(key)) {
      issues.push({
        code: 'E007',
        severity: 'error',
        path: 'outputs',
        message: `two files of this asset would be ${found}`,
        found,
      });
    }
    claimed.add(key);
  }
  return issues;
}

class StageTimer {
  private readonly done: { stage: string; duration_ms: number }[] = [];
  private readonly clock: () => number;
  private current: { stage: string; since: number } | undefined;

  constructor(context: PipelineContext) {
    this.clock = context.clock;
  }

  start(stage: string): void {
    this.close();
    this.current = { stage, since: this.clock() };
  }

  finish(): readonly { stage: string; duration_ms: number }[] {
    this.close();
    return this.done;
  }

  private close(): void {
    if (!this.current) return;
    const { stage, since } = this.current;
    this.done.push({ stage, duration_ms: Math.round((this.clock() - since) * 1000) / 1000 });
    this.current = undefined;
  }
}
