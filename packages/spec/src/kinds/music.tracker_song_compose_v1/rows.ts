/** How long a pattern is. */
import type { Timebase } from './common.ts';
import type { ComposePattern } from './params.ts';

/** What keeps a pattern from having a length. */
export interface RowsProblem {
  readonly member: 'rows' | 'bars';
  readonly message: string;
  readonly expected: string;
  readonly found: string;
}

/** Rows of a pattern: as it says, or as its bars come to by its own timebase or else the song's. */
export function patternRows(
  { rows, bars, timebase: own }: Pick<ComposePattern, 'rows' | 'bars' | 'timebase'>,
  songTimebase: Timebase | null | undefined,
): number | RowsProblem {
  const problem = (member: 'rows' | 'bars', message: string, expected: string, found: string) => ({
    member,
    message,
    expected,
    found,
  });
  if (rows != null && bars != null) return problem('bars', 'the length is given twice', 'rows or bars', 'both');
  if (rows != null) return rows;
  if (bars == null) return problem('rows', 'the pattern has no length', 'rows or bars', 'neither');
  const timebase = own ?? songTimebase;
  if (!timebase) {
    return problem('bars', 'bars need a timebase', 'a timebase of the song or of the pattern', 'none');
  }
  const count = bars * timebase.beats_per_bar * timebase.rows_per_beat;
  return count <= 0xffff ? count : problem('bars', 'the pattern is too long', 'at most 65535 rows', `${count} rows`);
}
