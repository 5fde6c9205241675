import type { Filter } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { type Cell, type CellMap, hasEffect } from '../cell.ts';
import type { Scope } from '../scope.ts';

/** The cells that meet every criterion. */
export function filter({ criteria, body }: Filter, scope: Scope): CellMap {
  const { min_row, max_row, channel, has_note, has_effect } = criteria;
  if ([min_row, max_row, channel, has_note, has_effect].every((criterion) => criterion == null)) {
    throw scope.fault('expression', ['criteria'], 'there is nothing to filter by', {
      expected: 'min_row, max_row, channel, has_note or has_effect',
      found: 'none of them',
    });
  }
  const cells = scope.evaluate(body, 'body');
  scope.spend(cells.size);
  return cells.move((row, ownChannel, cell) => {
    const kept =
      (min_row == null || row >= min_row) &&
      (max_row == null || row < max_row) &&
      (channel == null || channel === ownChannel) &&
      (has_note == null || has_note === hasNote(cell)) &&
      (has_effect == null || has_effect === hasEffect(cell));
    return kept ? row : undefined;
  });
}

/** These four words, spelled so, are no notes to a filter; key offs of other spellings are. */
const NO_NOTES: ReadonlySet<string | number> = new Set(['---', '...', 'OFF', '===']);

function hasNote({ note }: Cell): boolean {
  return note !== undefined && !NO_NOTES.has(note);
}
