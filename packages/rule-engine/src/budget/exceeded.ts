import type { BudgetCounter } from './limits.ts';

/**
 * A counter crossed its limit. `observed` is the value that did: `limit + 1` for counters that move in single steps,
 * possibly more for operations that cost more than one.
 */
export class RuleBudgetExceeded extends Error {
  override readonly name = 'RuleBudgetExceeded';
  readonly which: BudgetCounter;
  readonly limit: number;
  readonly observed: number;

  constructor(which: BudgetCounter, limit: number, observed: number) {
    super(`${which} budget exceeded: ${observed} > ${limit}`);
    this.which = which;
    this.limit = limit;
    this.observed = observed;
  }

  toJSON() {
    return { name: this.name, which: this.which, limit: this.limit, observed: this.observed };
  }
}
