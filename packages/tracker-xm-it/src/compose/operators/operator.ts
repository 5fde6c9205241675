import type { PatternExpr } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { CellMap } from '../cell.ts';
import type { Scope } from '../scope.ts';

/** How expressions of one `op` come to cells. Throws `ComposeError`. */
export type Operator<Expr extends PatternExpr = PatternExpr> = (expr: Expr, scope: Scope) => CellMap;

/** An operator to every `op`. */
export type Operators = { readonly [Name in PatternExpr['op']]: Operator<Extract<PatternExpr, { op: Name }>> };
