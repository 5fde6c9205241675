import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { outOfRange, type TransformCell } from './transform-cell.ts';

/** Volumes times a fraction, rounded down, at most 64. Cells without a volume are left alone. */
export const volMul: TransformCell<Extract<TransformOp, { op: 'vol_mul' }>> = ({ mul, div }, cell, at) => {
  if (div === 0) throw outOfRange(at, 'div', 'above 0', div);
  return cell.vol === undefined ? cell : { ...cell, vol: Math.min(64, Math.floor((cell.vol * mul) / div)) };
};
