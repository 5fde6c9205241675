import type { Repeat } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { CellMap } from '../cell.ts';
import type { Scope } from '../scope.ts';
import { checkInside, checkLength, checkTotal } from './frame.ts';

/** The same section several times. Its body is evaluated once: what is random in it is the same in every copy. */
export function repeat({ times, len_rows, body }: Repeat, scope: Scope): CellMap {
  checkLength(len_rows, ['len_rows'], scope);
  checkTotal(times * len_rows, scope);
  const cells = scope.evaluate(body, 'body');
  checkInside(cells, len_rows, ['body'], scope);
  const result = new CellMap();
  for (let copy = 0; copy < times && cells.size > 0; copy++) {
    scope.spend(cells.size);
    cells.forEach((row, channel, cell) => {
      result.set(row + copy * len_rows, channel, cell);
    });
    scope.checkSize(result);
  }
  return result;
}
