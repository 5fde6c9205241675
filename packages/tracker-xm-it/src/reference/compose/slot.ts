import type { Cell } from '../../compose/cell.ts';

/** Whether the effect column seems free: an effect by number is not seen. */
export function slotFree({ effect_name, effect_xy }: Cell): boolean {
  return effect_name === undefined && effect_xy === undefined;
}
