import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { delayed } from './delay.ts';
import { GROOVE_TEMPLATES } from './groove-templates.ts';
import { outOfRange, type TransformCell } from './transform-cell.ts';

/**
 * Notes late and soft by a template, step after step from row 0, `stride` rows to a step. Delays reach no further than
 * the row that a note stands in; a cell whose effect column is in use keeps its place and takes the volume.
 */
export const groove: TransformCell<Extract<TransformOp, { op: 'groove' }>> = (op, cell, at) => {
  const { template, amount_permille, stride } = op;
  if (amount_permille > 1000) throw outOfRange(at, 'amount_permille', '0 to 1000', amount_permille);
  if (stride === 0) throw outOfRange(at, 'stride', 'above 0', stride);
  const steps = GROOVE_TEMPLATES[template];
  const index = Math.floor(at.row / stride) % steps.length;
  const { late, volume } = steps[index < 0 ? index + steps.length : index]!;
  const { speed } = at.scope.song;
  const ticks = Math.min(speed - 1, Math.round((late * stride * speed * amount_permille) / 1e6));
  const softer = 1e6 - (1000 - volume) * amount_permille;
  const moved = delayed(cell, ticks);
  return moved.vol === undefined ? moved : { ...moved, vol: Math.min(64, Math.round((moved.vol * softer) / 1e6)) };
};
