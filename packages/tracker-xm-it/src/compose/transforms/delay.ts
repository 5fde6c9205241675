import { type Cell, hasEffect, sounds } from '../cell.ts';

/** The cell with its note later by a number of ticks, where it has a note and nothing in its effect column. */
export function delayed(cell: Cell, ticks: number): Cell {
  if (ticks <= 0 || hasEffect(cell) || !sounds(cell)) return cell;
  return { ...cell, effect_name: 'note_delay', effect_xy: [0, ticks] };
}
