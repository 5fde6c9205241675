/** How results of `analyze` are written: JSON, one JSON object a line, or CSV. */
import type { AudioMetrics } from '@speccade/audio/analysis';
import type { Issue } from '@speccade/spec';
import type { TextureMetrics } from '@speccade/texture/analysis';
import { issueJson } from './issue-json.ts';
import type { SongMetrics } from './music/analyze-song.ts';

interface TextureAnalysis {
  readonly asset_type: 'texture';
  readonly metrics: TextureMetrics;
}

interface SongAnalysis {
  readonly asset_type: 'music';
  readonly metrics: SongMetrics;
}

export type Analysis =
  | ({
      readonly input: string;
      readonly success: true;
      readonly input_hash: string;
    } & ({ readonly asset_type: 'audio'; readonly metrics: AudioMetrics } | TextureAnalysis | SongAnalysis))
  | { readonly input: string; readonly success: false; readonly error: Issue };

/** The document of a single file. */
export function singleJson(analysis: Analysis) {
  if (!analysis.success) return { success: false, errors: [issueJson(analysis.error)], warnings: [] };
  const { success, ...result } = analysis;
  return { success, errors: [], warnings: [], result };
}

/** The document of a batch. */
export function batchJson(analyses: readonly Analysis[]) {
  const succeeded = analyses.filter(({ success }) => success).length;
  const summary = { total: analyses.length, succeeded, failed: analyses.length - succeeded };
  return { success: summary.failed === 0, results: analyses.map(resultJson), summary };
}

/** One result object a line. */
export function jsonLines(analyses: readonly Analysis[]): string {
  return analyses.map((analysis) => `${JSON.stringify(resultJson(analysis))}\n`).join('');
}

/** One row for each file: identity and error, then every metric that any of them has, in alphabetical order. */
export function csv(analyses: readonly Analysis[]): string {
  const rows = analyses.map((analysis) => ({
    analysis,
    metrics: new Map(analysis.success ? flatten(analysis.metrics) : []),
  }));
  const keys = [...new Set(rows.flatMap(({ metrics }) => [...metrics.keys()]))].sort();
  const head = ['input', 'success', 'asset_type', 'input_hash', 'error_code', 'error_message', ...keys];
  const lines = rows.map(({ analysis, metrics }) => [
    analysis.input,
    String(analysis.success),
    ...(analysis.success
      ? [analysis.asset_type, analysis.input_hash, '', '']
      : ['', '', analysis.error.code, analysis.error.message]),
    ...keys.map((key) => metrics.get(key) ?? ''),
  ]);
  return [head, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

function resultJson(analysis: Analysis) {
  return analysis.success ? analysis : { ...analysis, error: issueJson(analysis.error) };
}

/** `quality.peak_db`, and `loops.0.start` in lists. */
function flatten(value: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(value).flatMap(([key, member]): [string, string][] =>
    typeof member === 'object' && member !== null
      ? flatten(member, `${prefix}${key}.`)
      : [[`${prefix}${key}`, String(member)]],
  );
}

/** RFC 4180. */
function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
