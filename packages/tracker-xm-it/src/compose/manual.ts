/** Cells written by hand: `data` and `notes` of a pattern. */
import { describe } from '@speccade/spec';
import type { ComposePattern, ManualNote } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { type Cell, CellMap } from './cell.ts';
import { mergeCell } from './merge.ts';
import type { Scope } from './scope.ts';
import { noteText } from './template.ts';

/** All hand-written cells of a pattern; where two are of one place, their fields must agree (006). */
export function manualCells({ data, notes }: ComposePattern, scope: Scope): CellMap {
  const cells = new CellMap();
  const add = (note: ManualNote, channel: number, steps: readonly (string | number)[]): void => {
    scope.spend(1);
    const cell = scope.song.dialect.manualCell(givenCell(note, steps, scope));
    mergeCell(cells, note.row, channel, cell, 'merge_fields', scope);
  };
  (data ?? []).forEach((note, index) => {
    add(note, note.channel, ['data', index]);
  });
  for (const [key, list] of Object.entries(notes ?? {})) {
    const channel = /^\+?\d+$/.test(key) ? Number(key) : Number.NaN;
    if (!(channel <= 255)) {
      throw scope.fault('expression', ['notes', key], 'the key is no channel', {
        expected: 'a number from 0 to 255',
        found: describe(key),
      });
    }
    list.forEach((note, index) => {
      add(note, channel, ['notes', key, index]);
    });
  }
  return cells;
}

function givenCell(given: ManualNote, steps: readonly (string | number)[], scope: Scope): Cell {
  const { note, effect, param, effect_name, effect_xy } = given;
  const inst = given.inst ?? given.instrument;
  const vol = given.vol ?? given.volume;
  return {
    ...(note !== undefined && { note: noteText(note, [...steps, 'note'], scope) }),
    ...(inst !== undefined && { inst }),
    ...(vol != null && { vol }),
    ...(effect != null && { effect }),
    ...(param != null && { param }),
    ...(effect_name != null && { effect_name }),
    ...(effect_xy != null && { effect_xy: [...effect_xy] as const }),
  };
}
