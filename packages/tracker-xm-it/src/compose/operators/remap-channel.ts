import type { RemapChannel } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { CellMap } from '../cell.ts';
import type { Scope } from '../scope.ts';

/** Everything of one channel into another. Where two cells meet, the one from the higher channel stays. */
export function remapChannel({ from, to, body }: RemapChannel, scope: Scope): CellMap {
  const cells = scope.evaluate(body, 'body');
  scope.spend(cells.size);
  const result = new CellMap();
  // Visited by ascending channel, so that the higher one comes last.
  cells.forEach((row, channel, cell) => {
    result.set(row, channel === from ? to : channel, cell);
  });
  return result;
}
