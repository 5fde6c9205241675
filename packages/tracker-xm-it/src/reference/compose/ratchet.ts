import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { cellStream } from '../../compose/random.ts';
import { checkDivisions } from '../../compose/transforms/ratchet.ts';
import type { TransformCell } from '../../compose/transforms/transform-cell.ts';
import { slotFree } from './slot.ts';

/** An effect under a name that no module format has. */
export const ratchet: TransformCell<Extract<TransformOp, { op: 'ratchet' }>> = (op, cell, at) => {
  checkDivisions(op, at);
  if (!slotFree(cell) || !cellStream(at.scope, op.seed_salt, at.row, at.channel).bool(0.5)) return cell;
  return { ...cell, effect_name: 'retrig', effect_xy: [Math.max(1, Math.floor(16 / op.divisions)), 0] };
};
