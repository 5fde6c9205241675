import type { Shift } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { CellMap } from '../cell.ts';
import type { Scope } from '../scope.ts';

/** Later by a number of rows, or earlier. */
export function shift({ rows, body }: Shift, scope: Scope): CellMap {
  const cells = scope.evaluate(body, 'body');
  scope.spend(cells.size);
  return cells.move((row) => row + rows);
}
