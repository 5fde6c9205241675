import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { hasEffect, sounds } from '../cell.ts';
import { cellStream } from '../random.ts';
import { outOfRange, type TransformCell } from './transform-cell.ts';

type Op = Extract<TransformOp, { op: 'ratchet' }>;

/** Every other note, at random, struck again within its row: `divisions` times, as far as the ticks of a row go. */
export const ratchet: TransformCell<Op> = (op, cell, at) => {
  checkDivisions(op, at);
  if (hasEffect(cell) || !sounds(cell)) return cell;
  if (!cellStream(at.scope, op.seed_salt, at.row, at.channel).bool(0.5)) return cell;
  const interval = Math.max(1, Math.floor(at.scope.song.speed / op.divisions));
  return { ...cell, effect_name: 'retrigger', effect_xy: [0, interval] };
};

/** Faults with 005 for other divisions than 1 to 16. */
export function checkDivisions({ divisions }: Op, at: Parameters<TransformCell>[2]): void {
  if (divisions < 1 || divisions > 16) throw outOfRange(at, 'divisions', '1 to 16', divisions);
}
