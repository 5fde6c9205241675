/** Expressions to cells. */
import type { PatternExpr } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { CellMap } from './cell.ts';
import { MAX_DEPTH } from './limits.ts';
import type { Operator } from './operators/operator.ts';
import type { Scope } from './scope.ts';

/** Evaluates one expression in its scope. Throws `ComposeError`. */
export function evaluate(expr: PatternExpr, scope: Scope): CellMap {
  checkDepth(scope.depth, scope);
  scope.pattern.deepest = Math.max(scope.pattern.deepest, scope.depth);
  // Every node costs, so that a million empty ones end as well.
  scope.spend(1);
  const operator = scope.song.dialect.operators[expr.op] as Operator<PatternExpr>;
  const cells = operator(expr, scope);
  scope.checkSize(cells);
  return cells;
}

/** Faults with 003 for a depth beyond the limit. */
export function checkDepth(depth: number, scope: Scope): void {
  if (depth <= MAX_DEPTH) return;
  throw scope.fault('depth', [], 'expressions are nested too deeply', {
    expected: `at most ${MAX_DEPTH} levels`,
    found: `${depth}`,
  });
}
