/** One observed step of a budget. It holds counts only, never facts or rule text. */
export interface BudgetTick {
  readonly type: 'budget.tick';
  readonly kind: 'integer_op' | 'call_push' | 'call_pop';
  /** Logical clock of the tracker: number of the step, from 1. */
  readonly at: number;
  /** Operations charged, the argument count for `call_push`, 0 for `call_pop`. */
  readonly cost: number;
  readonly integer_ops: number;
  readonly call_depth: number;
  readonly current_arg_count: number;
}

export type BudgetListener = (tick: BudgetTick) => unknown;

const ignore = () => {};

/**
 * Calls a listener and keeps what it does to itself. Whether it threw.
 *
 * A returned promise gets a rejection handler, because a rejection that nobody handles ends the process under Node.
 */
export function callListener(listener: BudgetListener, tick: BudgetTick): boolean {
  try {
    const returned = listener(tick) as { then?: unknown } | null | undefined;
    if (returned !== null && typeof returned === 'object' && typeof returned.then === 'function') {
      returned.then(ignore, ignore);
    }
    return false;
  } catch {
    return true;
  }
}
