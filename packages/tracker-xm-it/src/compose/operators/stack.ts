import type { Stack } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { CellMap } from '../cell.ts';
import { mergeInto } from '../merge.ts';
import type { Scope } from '../scope.ts';

/** Everything at once: the parts one after another into one map, by a merge policy. */
export function stack({ parts, merge }: Stack, scope: Scope): CellMap {
  const result = new CellMap();
  parts.forEach((part, index) => {
    mergeInto(result, scope.evaluate(part, 'parts', index), merge, scope);
  });
  return result;
}
