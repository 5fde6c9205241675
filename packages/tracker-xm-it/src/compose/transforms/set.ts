import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { TransformCell } from './transform-cell.ts';

/** Fields for cells that do not have them. What a cell has, it keeps. */
export const set: TransformCell<Extract<TransformOp, { op: 'set' }>> = (
  { inst, vol, effect, param, effect_name, effect_xy },
  cell,
) => ({
  ...(inst != null && { inst }),
  ...(vol != null && { vol }),
  ...(effect != null && { effect }),
  ...(param != null && { param }),
  ...(effect_name != null && { effect_name }),
  ...(effect_xy != null && { effect_xy: [...effect_xy] as const }),
  ...cell,
});
