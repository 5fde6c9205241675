import type { Interleave } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { CellMap } from '../cell.ts';
import { mergeInto } from '../merge.ts';
import type { Scope } from '../scope.ts';
import type { Operator } from './operator.ts';

const MAX_PARTS = 16;

/** The parts by turns, `stride` rows each. Rows keep their places: of each part sounds what falls in its turn. */
export const interleave = interleaveBy((row, stride, parts) => {
  const turn = Math.floor(row / stride) % parts;
  return turn < 0 ? turn + parts : turn;
});

/** The operator with a rule of whose turn a row is: a number from 0 to `parts - 1`. */
export function interleaveBy(turnOf: (row: number, stride: number, parts: number) => number): Operator<Interleave> {
  return ({ stride, parts }, scope: Scope) => {
    if (stride === 0) {
      throw scope.fault('expression', ['stride'], 'stride must be above 0', { expected: 'at least 1', found: '0' });
    }
    if (parts.length === 0 || parts.length > MAX_PARTS) {
      throw scope.fault('expression', ['parts'], 'there are too few or too many parts', {
        expected: `1 to ${MAX_PARTS}`,
        found: String(parts.length),
      });
    }
    const result = new CellMap();
    parts.forEach(({ body }, index) => {
      const cells = scope.evaluate(body, 'parts', index, 'body');
      scope.spend(cells.size);
      const own = cells.move((row) => (turnOf(row, stride, parts.length) === index ? row : undefined));
      mergeInto(result, own, 'merge_fields', scope);
    });
    return result;
  };
}
