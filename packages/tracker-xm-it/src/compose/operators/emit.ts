import type { Emit } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { CellMap } from '../cell.ts';
import { mergeCell } from '../merge.ts';
import type { Scope } from '../scope.ts';
import { channelOf, instrumentOf, templateCell } from '../template.ts';
import { positions } from '../time/positions.ts';

/** The same cell at every position. */
export function emit({ at, cell: template }: Emit, scope: Scope): CellMap {
  const result = new CellMap();
  const rows = positions(at, scope);
  // Nothing is said about a template that is nowhere used.
  if (rows.length === 0) return result;
  const channel = channelOf(template.channel, ['cell', 'channel'], scope);
  const cell = { ...templateCell(template, scope), ...instrumentOf(template.inst, ['cell', 'inst'], scope) };
  for (const row of rows) mergeCell(result, row, channel, cell, 'merge_fields', scope);
  return result;
}
