/** The record of one run: what went in, what came out, what was found. */

import type { Metrics } from './backend.ts';
import type { OutputFormat, OutputKind } from './document.ts';
import type { Issue } from './issue.ts';

export const REPORT_VERSION = 1;

export type SourceKind = 'json' | 'starlark';

/** One finding as a report carries it. */
export interface ReportIssue {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly expected?: string;
  readonly found?: string;
  readonly suggestion?: string;
  readonly line?: number;
  readonly col?: number;
}

/** One file of a run. `path` is relative to the output root. */
export interface OutputResult {
  readonly kind: OutputKind;
  readonly format: OutputFormat;
  readonly path: string;
  /** BLAKE3 of the file; for WAV of the PCM payload only. */
  readonly hash?: string;
  /** Size of the whole file in bytes. */
  readonly bytes?: number;
  readonly metrics?: Metrics;
  readonly preview?: boolean;
}

/** Where the input came from and what made the output. */
export interface ReportProvenance {
  readonly source_kind: SourceKind;
  /** `blake3:` and the hash of the raw input bytes, before parsing. */
  readonly source_hash: string;
  readonly stdlib_version?: string;
  /** Files that the source loaded: by path relative to the folder that they are loaded from, with the hash of their bytes. */
  readonly modules?: readonly { readonly uri: string; readonly sha256: string }[];
  readonly recipe_hash?: string;
  /** The cache key of the run. */
  readonly key?: string;
  readonly tool: { readonly name: string; readonly version: string; readonly dirty?: boolean };
}

/** How the cache answered. */
export interface ReportCache {
  readonly hit: boolean;
  readonly key: string;
  readonly layer?: string;
}

/**
 * The report of one run, as written to `<asset_id>.report.json`. The members in {@link VOLATILE_REPORT_FIELDS} differ
 * from run to run and from machine to machine; all others are a function of the input and are what gets cached.
 */
export interface Report {
  readonly report_version: 1;
  readonly spec_hash: string;
  readonly base_spec_hash?: string;
  readonly variant_id?: string;
  readonly asset_id?: string;
  readonly asset_type?: string;
  readonly license?: string;
  readonly seed?: number;
  readonly compat?: 'reference';
  readonly recipe_kind?: string;
  readonly recipe_hash?: string;
  readonly source_kind?: SourceKind;
  readonly source_hash?: string;
  readonly stdlib_version?: string;
  readonly ok: boolean;
  readonly errors: readonly ReportIssue[];
  readonly warnings: readonly ReportIssue[];
  readonly outputs: readonly OutputResult[];
  readonly provenance?: ReportProvenance;
  readonly cache?: ReportCache;
  readonly stages?: readonly { readonly stage: string; readonly duration_ms: number }[];
  readonly duration_ms: number;
  readonly backend_version: string;
  readonly target_triple: string;
  readonly git_commit?: string;
  /** Whether the build of the *tool* had uncommitted changes; a user's project is always dirty while one works. */
  readonly git_dirty?: boolean;
}

/** Members that may differ between two runs of the same input: never hashed, never cached. */
export const VOLATILE_REPORT_FIELDS = ['cache', 'stages', 'duration_ms', 'target_triple'] as const;

/** The report without its volatile members. */
export function stableReport(report: Report): Omit<Report, (typeof VOLATILE_REPORT_FIELDS)[number]> {
  const { cache: _cache, stages: _stages, duration_ms: _duration, target_triple: _triple, ...stable } = report;
  return stable;
}

/** An {@link Issue} in the shape of reports and of `--json` output. */
export function toReportIssue(issue: Issue): ReportIssue {
  return {
    code: issue.code,
    message: issue.message,
    ...(issue.path !== '' && { path: issue.path }),
    ...(issue.expected !== undefined && { expected: issue.expected }),
    ...(issue.found !== undefined && { found: issue.found }),
    ...(issue.suggestion !== undefined && { suggestion: issue.suggestion }),
    ...(issue.line !== undefined && { line: issue.line }),
    ...(issue.column !== undefined && { col: issue.column }),
  };
}

/** The text of a report file: two-space indentation and a final newline. */
export function formatReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** `<asset_id>.report.json`, or `<asset_id>__<variant_id>.report.json` for a variant. */
export function reportFileName(assetId: string, variantId?: string): string {
  return variantId === undefined ? `${assetId}.report.json` : `${assetId}__${variantId}.report.json`;
}
