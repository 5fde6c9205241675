import type { EmitSeq } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { type Cell, CellMap } from '../cell.ts';
import { mergeCell } from '../merge.ts';
import type { Scope } from '../scope.ts';
import { pitches } from '../sequences/pitch.ts';
import { pick } from '../sequences/sequence.ts';
import { channelOf, instrumentOf, templateCell } from '../template.ts';
import { positions } from '../time/positions.ts';

/** A cell at every position, with fields from sequences. */
export function emitSeq(expr: EmitSeq, scope: Scope): CellMap {
  const { at, cell: template, note_seq, pitch_seq } = expr;
  if (note_seq && pitch_seq) {
    throw scope.fault('expression', ['pitch_seq'], 'notes come from two sequences', {
      expected: 'note_seq or pitch_seq',
      found: 'both',
    });
  }
  const rows = positions(at, scope);
  const count = rows.length;
  const note = pick(note_seq, 'note_seq', count, scope);
  const pitch = pitches(pitch_seq, count, scope);
  const inst = pick(expr.inst_seq, 'inst_seq', count, scope);
  const fields = {
    vol: pick(expr.vol_seq, 'vol_seq', count, scope),
    effect: pick(expr.effect_seq, 'effect_seq', count, scope),
    param: pick(expr.param_seq, 'param_seq', count, scope),
    effect_name: pick(expr.effect_name_seq, 'effect_name_seq', count, scope),
    effect_xy: pick(expr.effect_xy_seq, 'effect_xy_seq', count, scope),
  };
  const base: Cell = { ...templateCell(template, scope), ...instrumentOf(template.inst, ['cell', 'inst'], scope) };
  const result = new CellMap();
  rows.forEach((row, i) => {
    const channel = channelOf(template.channel, ['cell', 'channel'], scope);
    const cell: Record<string, unknown> = { ...base };
    if (note) cell.note = note(i);
    if (pitch) cell.note = pitch(i, row);
    if (inst) {
      const values = expr.inst_seq!.values;
      Object.assign(cell, instrumentOf(inst(i), ['inst_seq', 'values', i % values.length], scope));
    }
    for (const [field, value] of Object.entries(fields)) if (value) cell[field] = value(i);
    mergeCell(result, row, channel, cell as Cell, 'merge_fields', scope);
  });
  return result;
}
