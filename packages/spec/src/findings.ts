import { formatPath, type Issue, type PathStep, type Severity } from './issue.ts';
import type { FindingMore, Findings } from './kinds/kind.ts';
import { locateAll } from './locate.ts';

/** More findings than this about one document help nobody; the rest is counted. */
export const MAX_ISSUES = 500;

interface Finding {
  readonly issue: Issue;
  readonly steps: readonly PathStep[];
}

/** Collects findings and hands them out in document order, with lines and columns when there is a text. */
export class FindingList implements Findings {
  private readonly found: Finding[] = [];
  private errorCount = 0;

  get hasErrors(): boolean {
    return this.errorCount > 0;
  }

  error(code: string, path: readonly PathStep[], message: string, more: FindingMore = {}): void {
    this.add({ code, severity: 'error', path: formatPath(path), message, ...more }, path);
  }

  warn(code: string, path: readonly PathStep[], message: string, more: FindingMore = {}): void {
    this.add({ code, severity: 'warning', path: formatPath(path), message, ...more }, path);
  }

  add(issue: Issue, steps: readonly PathStep[]): void {
    if (issue.severity === 'error') this.errorCount++;
    this.found.push({ issue, steps });
  }

  sorted(document: unknown, source: { text?: string; file?: string }): { errors: Issue[]; warnings: Issue[] } {
    const order = documentOrder(document);
    const ranked = this.found.map((finding) => ({ ...finding, rank: order(finding.steps) }));
    ranked.sort((a, b) => compareRanks(a.rank, b.rank));
    return { errors: finish(ranked, 'error', source), warnings: finish(ranked, 'warning', source) };
  }
}

function finish(ranked: readonly Finding[], severity: Severity, source: { text?: string; file?: string }): Issue[] {
  const all = ranked.filter((finding) => finding.issue.severity === severity);
  const kept = all.slice(0, MAX_ISSUES);
  const places =
    source.text === undefined
      ? undefined
      : locateAll(
          source.text,
          kept.map((finding) => finding.steps),
        );
  const issues = kept.map(({ issue }, i) => ({
    ...issue,
    ...(source.file !== undefined && { file: source.file }),
    ...places?.[i],
  }));
  if (all.length > kept.length) {
    const code = severity === 'error' ? 'E018' : 'W008';
    issues.push({ code, severity, path: '', message: `${all.length - kept.length} more findings are not shown` });
  }
  return issues;
}

/** Ranks paths by where they stand in `document`: keys in their given order, what is missing after its siblings. */
function documentOrder(document: unknown): (steps: readonly PathStep[]) => number[] {
  const indices = new WeakMap<object, Map<string, number>>();
  return (steps) => {
    let value = document;
    return steps.map((step) => {
      let rank = Number.MAX_SAFE_INTEGER;
      if (typeof value === 'object' && value !== null) {
        if (typeof step === 'number') rank = step;
        else {
          let index = indices.get(value);
          if (!index) indices.set(value, (index = new Map(Object.keys(value).map((key, i) => [key, i]))));
          rank = index.get(step) ?? rank;
        }
        value = (value as Record<PathStep, unknown>)[step];
      } else value = undefined;
      return rank;
    });
  };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
