import type { Slice } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { CellMap } from '../cell.ts';
import type { Scope } from '../scope.ts';

/** What begins in a run of rows. Rows keep their places. */
export function slice({ start, len, body }: Slice, scope: Scope): CellMap {
  if (len < 0) {
    throw scope.fault('expression', ['len'], 'len must not be negative', {
      expected: 'at least 0',
      found: String(len),
    });
  }
  const cells = scope.evaluate(body, 'body');
  scope.spend(cells.size);
  return cells.move((row) => (row >= start && row < start + len ? row : undefined));
}
