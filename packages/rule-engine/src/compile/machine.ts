/** One run of a compiled expression: its facts, bound values and counters. */

import { RuleBudgetExceeded } from '../budget/exceeded.ts';
import { type BudgetLimits, DEFAULT_LIMITS } from '../budget/limits.ts';
import type { BudgetState } from '../budget/state.ts';
import { BudgetTracker } from '../budget/tracker.ts';
import type { Facts } from '../facts.ts';
import type { Value } from '../value.ts';
import type { TraceRecorder } from './trace.ts';

export class Machine {
  readonly facts: Facts;
  /** Values of bound names, by the number that compiling gave each. */
  readonly slots: Value[];
  readonly trace: TraceRecorder | undefined;
  ops: number;
  /** Steps so far, as a tracker's clock counts them. */
  at = 0;
  /**
   * Charges up to here need no second look. Below any count where a tracker watches, so that every charge takes the slow
   * way there and the fast way pays for one comparison only.
   */
  readonly limit: number;
  depth: number;
  argCount: number;
  readonly #limits: BudgetLimits;
  readonly #tracker: BudgetTracker | undefined;
  readonly #budget: BudgetState;
  readonly #argCountBefore: number;
  readonly #depthBefore: number;

  constructor(
    facts: Facts,
    budget: BudgetState,
    slots: Value[],
    limits: BudgetLimits = DEFAULT_LIMITS,
    trace?: TraceRecorder,
  ) {
    this.facts = facts;
    this.slots = slots;
    this.trace = trace;
    this.#budget = budget;
    this.#limits = limits;
    this.#tracker = budget instanceof BudgetTracker ? budget : undefined;
    this.ops = budget.integer_ops;
    this.depth = budget.call_depth;
    this.argCount = budget.current_arg_count;
    this.#depthBefore = this.depth;
    this.#argCountBefore = this.argCount;
    this.limit = this.#tracker ? -1 : limits.integer_ops;
  }

  /** Charges an operation of any cost. */
  charge(cost: number): void {
    this.at += 1;
    if ((this.ops += cost) > this.limit) this.#overspent(cost);
  }

  /** Operations charged so far, for traces. */
  spent(): number {
    return this.#tracker ? this.#tracker.integer_ops : this.ops;
  }

  /** Enters a call; the caller keeps its own argument count for {@link leave}. */
  enter(argCount: number): void {
    this.at += 1;
    this.depth += 1;
    if (this.#tracker) {
      this.#tracker.pushCall(argCount);
      return;
    }
    this.argCount = argCount;
    const { arg_count, call_depth } = this.#limits;
    if (argCount > arg_count) throw new RuleBudgetExceeded('arg_count', arg_count, argCount);
    if (this.depth > call_depth) throw new RuleBudgetExceeded('call_depth', call_depth, this.depth);
  }

  leave(outerArgCount: number): void {
    this.at += 1;
    this.depth -= 1;
    if (this.#tracker) this.#tracker.popCall();
    else this.argCount = outerArgCount;
  }

  /** Pops the frames that an error has left behind. */
  unwind(): void {
    while (this.depth > this.#depthBefore) this.leave(this.argCount);
    this.argCount = this.#argCountBefore;
  }

  /** Writes the counters back into the budget; a tracker has them already. */
  store(): void {
    if (this.#tracker) return;
    this.#budget.integer_ops = this.ops;
    this.#budget.call_depth = this.depth;
    this.#budget.current_arg_count = this.argCount;
  }

  #overspent(cost: number): void {
    if (!this.#tracker) throw new RuleBudgetExceeded('integer_ops', this.#limits.integer_ops, this.ops);
    this.#tracker.tickIntegerOp(cost);
  }
}
