import type { Report } from '@speccade/spec';
import type { PeekResult } from './cache.ts';

/** The report of a hit: that of the run that made the entry, with this run's volatile members. */
export function reportOfHit(
  hit: Pick<PeekResult, 'report' | 'metadata' | 'layer'>,
  run: Pick<Report, 'duration_ms' | 'target_triple'>,
): Report {
  return {
    ...hit.report,
    cache: { hit: true, key: hit.metadata.cache_key, layer: hit.layer },
    duration_ms: run.duration_ms,
    target_triple: run.target_triple,
  };
}
