import { type Issue, type ReportIssue, toReportIssue } from '@speccade/spec';

/** An issue in the shape of `--json` output. */
export function issueJson(issue: Issue): ReportIssue & { readonly file?: string } {
  return { ...toReportIssue(issue), ...(issue.file !== undefined && { file: issue.file }) };
}
