/** Two maps of cells into one. */
import { CELL_FIELDS, type Cell, type CellField, type CellMap } from './cell.ts';
import type { Scope } from './scope.ts';

type MergePolicy = 'error' | 'merge_fields' | 'last_wins';

/** Merges `incoming` into `target`, in ascending order. Faults with 006 where the policy allows no answer. */
export function mergeInto(target: CellMap, incoming: CellMap, policy: MergePolicy, scope: Scope): void {
  scope.spend(incoming.size);
  incoming.forEach((row, channel, cell) => {
    mergeCell(target, row, channel, cell, policy, scope);
  });
}

/** Merges one cell into `target`. */
export function mergeCell(
  target: CellMap,
  row: number,
  channel: number,
  incoming: Cell,
  policy: MergePolicy,
  scope: Scope,
): void {
  const existing = target.get(row, channel);
  if (existing === undefined) {
    target.set(row, channel, incoming);
    scope.checkSize(target);
    return;
  }
  const conflict = (field: string, was?: unknown, is?: unknown) =>
    scope.fault('conflict', [], `two cells meet at row ${row}, channel ${channel} and differ in ${field}`, {
      expected: was === undefined ? 'no more than one cell' : JSON.stringify(was),
      found: is === undefined ? 'another cell' : JSON.stringify(is),
      suggestion: 'move one of them, or choose another "merge" policy',
    });
  if (policy === 'error') throw conflict('cell');
  target.set(
    row,
    channel,
    mergeFields(existing, incoming, (field) => {
      if (policy === 'merge_fields') throw conflict(field, existing[field], incoming[field]);
    }),
  );
}

/** The fields of both; where they differ, `differ` may object, and the incoming one is taken. */
export function mergeFields(existing: Cell, incoming: Cell, differ: (field: CellField) => void): Cell {
  const merged: Record<string, unknown> = { ...existing };
  for (const field of CELL_FIELDS) {
    const value = incoming[field];
    if (value === undefined) continue;
    if (merged[field] !== undefined && !same(merged[field], value)) differ(field);
    merged[field] = value;
  }
  return merged as Cell;
}

function same(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a[0] === b[0] && a[1] === b[1] : a === b;
}
