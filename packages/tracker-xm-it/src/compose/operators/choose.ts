import type { Choose } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { CellMap } from '../cell.ts';
import { stream } from '../random.ts';
import type { Scope } from '../scope.ts';

/** One of several bodies at random, by weights. The others are not even looked at. */
export function choose({ seed_salt, choices }: Choose, scope: Scope): CellMap {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0 || total > 0xffff_ffff) {
    throw scope.fault('expression', ['choices'], 'the weights leave nothing to choose', {
      expected: 'weights with a sum from 1 to 4294967295',
      found: String(total),
    });
  }
  let roll = stream(scope, seed_salt).u32Inclusive(0, total - 1);
  const index = choices.findIndex(({ weight }) => {
    if (roll < weight) return true;
    roll -= weight;
    return false;
  });
  return scope.evaluate(choices[index]!.body, 'choices', index, 'body');
}
