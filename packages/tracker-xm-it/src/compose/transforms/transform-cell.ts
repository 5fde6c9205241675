import type { TransformOp } from '@speccade/spec/kinds/music.tracker_song_compose_v1';
import type { Cell } from '../cell.ts';
import type { Scope } from '../scope.ts';

/** Where a transform is at work. Row and channel are those of the transform's own frame. */
export interface TransformAt {
  readonly row: number;
  readonly channel: number;
  /** From the expression to the transform, for errors. */
  readonly steps: readonly (string | number)[];
  readonly scope: Scope;
}

/** What a transform makes of a cell. Throws `ComposeError`. */
export type TransformCell<Op extends TransformOp = TransformOp> = (op: Op, cell: Cell, at: TransformAt) => Cell;

/** A transform to every `op`. */
export type Transforms = { readonly [Name in TransformOp['op']]: TransformCell<Extract<TransformOp, { op: Name }>> };

/** The error (005) of a member of a transform that is out of its range. */
export function outOfRange(at: TransformAt, member: string, expected: string, found: unknown) {
  return at.scope.fault('expression', [...at.steps, member], `${member} must be ${expected}`, {
    expected,
    found: String(found),
  });
}
