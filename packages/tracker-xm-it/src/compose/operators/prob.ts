import type { Prob } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { CellMap } from '../cell.ts';
import { stream } from '../random.ts';
import type { Scope } from '../scope.ts';

/** Leaves cells out at random: each with a probability of `p_permille` thousandths. */
export function prob({ p_permille, seed_salt, body }: Prob, scope: Scope): CellMap {
  if (p_permille > 1000) {
    throw scope.fault('expression', ['p_permille'], 'p_permille is a probability in thousandths', {
      expected: '0 to 1000',
      found: String(p_permille),
    });
  }
  const cells = scope.evaluate(body, 'body');
  if (p_permille === 0) return cells;
  if (p_permille === 1000) return new CellMap();
  scope.spend(cells.size);
  const random = stream(scope, seed_salt);
  return cells.move((row) => (random.u16Inclusive(0, 999) >= p_permille ? row : undefined));
}
