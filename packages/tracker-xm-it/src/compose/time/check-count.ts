import { MAX_POSITIONS } from '../limits.ts';
import type { Scope } from '../scope.ts';

/** Faults with 011 for more positions than one expression may have. */
export function checkCount(count: number, scope: Scope): void {
  if (count <= MAX_POSITIONS) return;
  throw scope.fault('positions', ['at'], 'there are too many positions', {
    expected: `at most ${MAX_POSITIONS}`,
    found: String(count),
  });
}
