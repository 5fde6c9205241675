/** Where the points of lattice cells come from. */
import { modulo } from './cell-hash.ts';

/** Lattice cells across and down the picture; `undefined` for noise that does not close. */
export type Period = readonly [columns: number, rows: number] | undefined;

/** The seed of the point of a cell; cells of a closed lattice share it with those a period away. */
export function seedOfCell(seed: number, cx: number, cy: number, period: Period): number {
  const x = period ? modulo(cx, period[0]) : cx;
  const y = period ? modulo(cy, period[1]) : cy;
  return (seed + Math.imul(x, 374761393) + Math.imul(y, 668265263)) >>> 0;
}
