import type { Mirror, Reverse } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { CellMap } from '../cell.ts';
import type { Scope } from '../scope.ts';

/** Backwards: row 0 becomes row `len_rows - 1`. */
export function reverse({ len_rows, body }: Reverse | Mirror, scope: Scope): CellMap {
  if (len_rows === 0) {
    throw scope.fault('expression', ['len_rows'], 'the length must be above 0', {
      expected: 'at least 1 row',
      found: '0',
    });
  }
  const cells = scope.evaluate(body, 'body');
  scope.spend(cells.size);
  return cells.move((row) => len_rows - 1 - row);
}
