import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { type Cell, hasEffect } from '../cell.ts';
import { outOfRange, type TransformCell } from './transform-cell.ts';

type Op = Extract<TransformOp, { op: 'arpeggiate' }>;

/**
 * The arpeggio effect where the effect column is free. Both offsets are upward in a player: note, note + `semitones_up`,
 * note + `semitones_down`.
 */
export const arpeggiate = arpeggiateWhere((cell) => !hasEffect(cell));

/** The transform with a rule of which cells have room for an effect. */
export function arpeggiateWhere(free: (cell: Cell) => boolean): TransformCell<Op> {
  return ({ semitones_up, semitones_down }, cell, at) => {
    for (const [member, semitones] of Object.entries({ semitones_up, semitones_down })) {
      if (semitones > 15) throw outOfRange(at, member, '0 to 15', semitones);
    }
    if (!free(cell)) return cell;
    return { ...cell, effect_name: 'arpeggio', effect_xy: [semitones_up, semitones_down] };
  };
}
