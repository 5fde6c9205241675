/** Reports, assembled from what each stage knows. */
import { reportProvenance } from '@speccade/provenance';
import {
  type Artifact,
  type Issue,
  type OutputResult,
  REPORT_VERSION,
  type Report,
  type ReportProvenance,
  type Spec,
  toReportIssue,
} from '@speccade/spec';
import { type CheckedDocument, inputsOf, stdlibOf } from './check.ts';
import type { PipelineContext } from './context.ts';

export interface ReportParts {
  readonly checked: CheckedDocument;
  readonly ok: boolean;
  readonly errors: readonly Issue[];
  readonly outputs: readonly OutputResult[];
  readonly durationMs: number;
  readonly backendVersion: string;
  readonly specHash?: string | undefined;
  readonly variant?: { readonly id: string; readonly baseSpecHash: string; readonly spec: Spec } | undefined;
  readonly key?: string | undefined;
  readonly cacheHit?: { readonly layer: string } | undefined;
  readonly stages?: Report['stages'];
}

/** One file of a result as a report lists it. */
export function outputResult(artifact: Artifact): OutputResult {
  return inDeclaredOrder({ ...artifact, bytes: artifact.bytes.length });
}

/** A result's members as reports write them, the metrics by name: a report is the same text whoever kept its parts. */
export function inDeclaredOrder({ kind, format, path, hash, bytes, metrics, preview }: OutputResult): OutputResult {
  return {
    kind,
    format,
    path,
    ...(hash !== undefined && { hash }),
    ...(bytes !== undefined && { bytes }),
    ...(metrics && { metrics: Object.fromEntries(Object.entries(metrics).sort(([a], [b]) => (a < b ? -1 : 1))) }),
    ...(preview && { preview }),
  };
}

/** The report of one run, its members in the documented order. */
export function buildReport(parts: ReportParts, context: PipelineContext): Report {
  const { checked, variant } = parts;
  const { tool } = context;
  const { source, sourceHash } = checked.loaded;
  const stdlibVersion = stdlibOf(checked);
  return {
    report_version: REPORT_VERSION,
    spec_hash: parts.specHash ?? checked.specHash ?? 'unknown',
    ...(variant && { base_spec_hash: variant.baseSpecHash, variant_id: variant.id }),
    ...identity(variant?.spec ?? checked.loaded.document),
    ...(checked.recipeHash !== undefined && { recipe_hash: checked.recipeHash }),
    source_kind: source.kind,
    source_hash: sourceHash,
    ...(stdlibVersion !== undefined && { stdlib_version: stdlibVersion }),
    ok: parts.ok,
    errors: parts.errors.map(toReportIssue),
    warnings: checked.warnings.map(toReportIssue),
    outputs: parts.outputs,
    provenance: provenanceOf(parts, context),
    ...(parts.key !== undefined &&
      context.cache && {
        cache: {
          hit: parts.cacheHit !== undefined,
          key: parts.key,
          ...(parts.cacheHit && { layer: parts.cacheHit.layer }),
        },
      }),
    ...(parts.stages && { stages: parts.stages }),
    duration_ms: Math.round(parts.durationMs),
    backend_version: parts.backendVersion,
    target_triple: tool.targetTriple,
    ...(tool.commit !== undefined && { git_commit: tool.commit }),
    ...(tool.commit !== undefined && tool.dirty !== undefined && { git_dirty: tool.dirty }),
  };
}

function provenanceOf({ checked, key }: ReportParts, { tool }: PipelineContext): ReportProvenance {
  const { source, sourceHash } = checked.loaded;
  const stdlibVersion = stdlibOf(checked);
  const modules = inputsOf(checked);
  const { name, version, dirty } = tool;
  return reportProvenance(
    {
      source_kind: source.kind,
      source_hash: `blake3:${sourceHash}`,
      ...(stdlibVersion !== undefined && { stdlib_version: stdlibVersion }),
      ...(modules.length > 0 && { modules }),
    },
    { recipeHash: checked.recipeHash, key, tool: { name, version, ...(dirty !== undefined && { dirty }) } },
  );
}

/** What a report repeats of the document, as far as it has the right types. */
function identity(document: unknown): Partial<Report> {
  if (typeof document !== 'object' || document === null) return {};
  const { asset_id, asset_type, license, seed, compat, recipe } = document as Record<string, unknown>;
  const kind = (recipe as { kind?: unknown } | null | undefined)?.kind;
  return {
    ...(typeof asset_id === 'string' && { asset_id }),
    ...(typeof asset_type === 'string' && { asset_type }),
    ...(typeof license === 'string' && { license }),
    ...(typeof seed === 'number' && { seed }),
    ...(compat === 'reference' && { compat }),
    ...(typeof kind === 'string' && { recipe_kind: kind }),
  };
}
