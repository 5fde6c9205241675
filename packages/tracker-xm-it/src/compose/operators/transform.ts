import type { Transform, TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { CellMap } from '../cell.ts';
import type { Scope } from '../scope.ts';
import type { TransformCell } from '../transforms/transform-cell.ts';

/** Every cell of a body through a list of transforms, in their order. */
export function transform({ ops, body }: Transform, scope: Scope): CellMap {
  const cells = scope.evaluate(body, 'body');
  const { transforms } = scope.song.dialect;
  scope.spend(cells.size * ops.length);
  return scope.map(cells, (cell, row, channel) => {
    let changed = cell;
    ops.forEach((op, index) => {
      const change = transforms[op.op] as TransformCell<TransformOp>;
      changed = change(op, changed, { row, channel, steps: ['ops', index], scope });
    });
    return changed;
  });
}
