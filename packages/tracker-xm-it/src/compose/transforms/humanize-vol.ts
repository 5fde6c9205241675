import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import { cellStream } from '../random.ts';
import { outOfRange, type TransformCell } from './transform-cell.ts';

/** A volume at random between two bounds, both included. */
export const humanizeVol: TransformCell<Extract<TransformOp, { op: 'humanize_vol' }>> = (op, cell, at) => {
  const { min_vol, max_vol, seed_salt } = op;
  if (min_vol > max_vol) throw outOfRange(at, 'min_vol', `at most max_vol (${max_vol})`, min_vol);
  const drawn =
    min_vol === max_vol ? min_vol : cellStream(at.scope, seed_salt, at.row, at.channel).u8Inclusive(min_vol, max_vol);
  return { ...cell, vol: Math.min(64, drawn) };
};
