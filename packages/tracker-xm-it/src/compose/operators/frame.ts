/** Bodies of a given length: the checks that `concat` and `repeat` share. */
import type { CellMap } from '../cell.ts';
import type { Scope } from '../scope.ts';

/** Faults with 005 for a length of 0. */
export function checkLength(rows: number, steps: readonly (string | number)[], scope: Scope): void {
  if (rows > 0) return;
  throw scope.fault('expression', steps, 'the length must be above 0', { expected: 'at least 1 row', found: '0' });
}

/** Faults with 005 for sections that are longer than the whole pattern. */
export function checkTotal(rows: number, scope: Scope): void {
  if (rows <= scope.pattern.rows) return;
  throw scope.fault('expression', [], 'the sections are longer than the pattern', {
    expected: `at most ${scope.pattern.rows} rows`,
    found: String(rows),
  });
}

/** Faults with 007 for a cell outside of the first `rows` rows. */
export function checkInside(body: CellMap, rows: number, steps: readonly (string | number)[], scope: Scope): void {
  body.forEach((row, channel) => {
    if (row >= 0 && row < rows) return;
    throw scope.fault('bounds', steps, `a cell in channel ${channel} lies outside of its section`, {
      expected: `rows 0 to ${rows - 1}`,
      found: `row ${row}`,
      suggestion: 'make the section longer, or cut the body with "slice"',
    });
  });
}
