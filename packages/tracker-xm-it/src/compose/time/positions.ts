/** `at`: the rows that an operator fills, in order. */
import type { TimeExpr } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { Scope } from '../scope.ts';
import { beatList, beatRange } from './beats.ts';
import { checkCount } from './check-count.ts';
import { euclid } from './euclid.ts';
import { hits } from './hits.ts';
import { range } from './range.ts';

/** Rows of `at`, which stands in the scope's expression. Faults with 004, 011 or 012. */
export function positions(at: TimeExpr, scope: Scope): readonly number[] {
  const rows = rowsOf(at, scope);
  checkCount(rows.length, scope);
  scope.spend(rows.length);
  for (const row of rows) {
    if ((row | 0) !== row) {
      throw scope.fault('time', ['at'], 'a row is out of reach', {
        expected: '-2147483648 to 2147483647',
        found: String(row),
      });
    }
  }
  return rows;
}

function rowsOf(at: TimeExpr, scope: Scope): readonly number[] {
  switch (at.op) {
    case 'range':
      return range(at, scope);
    case 'list':
      return at.rows;
    case 'beat_list':
      return beatList(at, scope);
    case 'beat_range':
      return beatRange(at, scope);
    case 'euclid':
      return euclid(at, scope);
    case 'pattern':
      return hits(at, scope);
  }
}
