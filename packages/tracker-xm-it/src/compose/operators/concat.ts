import type { Concat } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { CellMap } from '../cell.ts';
import type { Scope } from '../scope.ts';
import { checkInside, checkLength, checkTotal } from './frame.ts';

/** One section after another. Notes may not reach out of their section. */
export function concat({ parts }: Concat, scope: Scope): CellMap {
  parts.forEach((part, index) => {
    checkLength(part.len_rows, ['parts', index, 'len_rows'], scope);
  });
  checkTotal(
    parts.reduce((sum, part) => sum + part.len_rows, 0),
    scope,
  );
  const result = new CellMap();
  let offset = 0;
  parts.forEach(({ len_rows, body }, index) => {
    const cells = scope.evaluate(body, 'parts', index, 'body');
    checkInside(cells, len_rows, ['parts', index], scope);
    scope.spend(cells.size);
    cells.forEach((row, channel, cell) => {
      result.set(row + offset, channel, cell);
    });
    offset += len_rows;
    scope.checkSize(result);
  });
  return result;
}
