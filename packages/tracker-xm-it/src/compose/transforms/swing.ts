import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { delayed } from './delay.ts';
import { outOfRange, type TransformCell } from './transform-cell.ts';

/**
 * Notes off the grid of `stride` rows come later, by thousandths of a row rounded to ticks: at speed 6, 500 are 3 ticks.
 * A cell whose effect column is in use stays where it is.
 */
export const swing: TransformCell<Extract<TransformOp, { op: 'swing' }>> = (op, cell, at) => {
  checkSwing(op, at);
  if (at.row % op.stride === 0) return cell;
  const { speed } = at.scope.song;
  return delayed(cell, Math.min(speed - 1, Math.round((op.amount_permille * speed) / 1000)));
};

/** Faults with 005 for an amount above 1000 or a stride of 0. */
export const checkSwing = (
  { amount_permille, stride }: Extract<TransformOp, { op: 'swing' }>,
  at: Parameters<TransformCell>[2],
): void => {
  if (amount_permille > 1000) throw outOfRange(at, 'amount_permille', '0 to 1000', amount_permille);
  if (stride === 0) throw outOfRange(at, 'stride', 'above 0', stride);
};
