import { type Issue, type IssueTrace, type ReportIssue, toReportIssue } from '@speccade/spec';

/** An issue in the shape of `--json` output. */
export function issueJson(issue: Issue): ReportIssue & { readonly file?: string } {
  return {
    ...toReportIssue(issue),
    ...(issue.file !== undefined && { file: issue.file }),
    ...(issue.trace && traceJson(issue.trace)),
  };
}

function traceJson({ innerCode, calls, sourceLine, ...same }: IssueTrace): object {
  return {
    ...(innerCode !== undefined && { inner_code: innerCode }),
    ...same,
    ...(calls && { calls: calls.map(({ column, ...call }) => ({ ...call, col: column })) }),
    ...(sourceLine !== undefined && { source_line: sourceLine }),
  };
}
