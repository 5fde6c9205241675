import type { Report } from '@speccade/spec';

/**
 * Whether a result may be stored: it is a success, and the *tool* that made it had no uncommitted changes (`git_dirty`
 * and `provenance.tool.dirty` speak of the tool, not of the user's project).
 *
 * @param released pass `false` for a build that is no release; then a report that does not say whether it is dirty is
 *   refused. Development builds that put a hash of themselves into the key's backend version may leave it out.
 */
export function shouldCache(report: Report, released = true): boolean {
  if (!report.ok) return false;
  const dirty = report.git_dirty ?? report.provenance?.tool.dirty;
  return dirty === undefined ? released : !dirty;
}
