/** What a file may make us hold: beyond what trackers can write, and far below what hurts. */
import { ModuleError } from './module-error.ts';

export const MOST_ROWS = 1024;
const MOST_CELLS = 1 << 21;

/** Throws `ModuleError` where a number of the file is out of range. */
export function within(what: string, value: number, low: number, high = Number.POSITIVE_INFINITY): number {
  if (value >= low && value <= high) return value;
  throw new ModuleError(
    `the module is damaged: ${what} is ${value}, not ${high === Number.POSITIVE_INFINITY ? `${low} or more` : `${low} to ${high}`}`,
  );
}

/** Counts the cells of all patterns: files can have many patterns in the same bytes. */
export class CellBudget {
  #left = MOST_CELLS;

  take(): void {
    if (this.#left-- <= 0) throw new ModuleError(`the module has more than ${MOST_CELLS} cells`);
  }
}
