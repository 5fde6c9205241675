import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { cellStream } from '../../compose/random.ts';
import { checkSwing } from '../../compose/transforms/swing.ts';
import type { TransformCell } from '../../compose/transforms/transform-cell.ts';
import { slotFree } from './slot.ts';

/** A delay in fifteenths of no unit, with a jitter, as the first digit of an effect that reads the second. */
export const swing: TransformCell<Extract<TransformOp, { op: 'swing' }>> = (op, cell, at) => {
  checkSwing(op, at);
  const row = at.row < 0 ? at.row + 4294967296 : at.row;
  const base = Math.floor((op.amount_permille * 15) / 1000);
  if (row % op.stride === 0 || base === 0) return cell;
  const jitter = cellStream(at.scope, op.seed_salt, at.row, at.channel).u32Inclusive(0, 1);
  if (!slotFree(cell)) return cell;
  return { ...cell, effect_name: 'note_delay', effect_xy: [Math.min(15, base + jitter), 0] };
};
