/**
 * The observable budget: the counters of {@link BudgetState} with `budget.tick` events.
 *
 * Listeners observe; they cannot stop, fail or prolong a run. Without listeners no event object is allocated.
 */

import { RuleBudgetExceeded } from './exceeded.ts';
import { type BudgetLimits, lowerLimits } from './limits.ts';
import { type BudgetListener, type BudgetTick, callListener } from './listeners.ts';
import type { BudgetState } from './state.ts';

export interface BudgetSnapshot {
  readonly integer_ops: number;
  readonly call_depth: number;
  readonly current_arg_count: number;
  readonly at: number;
  readonly limits: BudgetLimits;
}

interface Subscription {
  readonly listener: BudgetListener;
}

export class BudgetTracker implements BudgetState {
  readonly #limits: BudgetLimits;
  #integerOps = 0;
  #callDepth = 0;
  #argCount = 0;
  #at = 0;
  #listenerErrors = 0;
  #dispatching = false;
  /** Argument counts of the callers. */
  readonly #frames: number[] = [];
  /** Replaced, never changed in place, so that a dispatch under way keeps its list. */
  #subscriptions: readonly Subscription[] = [];

  /**
   * @param limits limits to lower, as {@link lowerLimits} takes them.
   * @throws RangeError for a limit above its default.
   */
  constructor(limits?: Partial<BudgetLimits>) {
    this.#limits = lowerLimits(limits);
  }

  get integer_ops(): number {
    return this.#integerOps;
  }
  set integer_ops(value: number) {
    this.#mayChange();
    this.#integerOps = counter('integer_ops', value);
  }

  get call_depth(): number {
    return this.#callDepth;
  }
  set call_depth(value: number) {
    this.#mayChange();
    this.#callDepth = counter('call_depth', value);
  }

  get current_arg_count(): number {
    return this.#argCount;
  }
  set current_arg_count(value: number) {
    this.#mayChange();
    this.#argCount = counter('current_arg_count', value);
  }

  /** Calls of listeners that threw. They are swallowed, and counted so that they do not stay unseen. */
  get listenerErrors(): number {
    return this.#listenerErrors;
  }

  /**
   * Charges `cost` integer operations, an integer from 0.
   *
   * @throws RuleBudgetExceeded `integer_ops`, after listeners have seen the operation that crossed the limit.
   */
  tickIntegerOp(cost = 1): void {
    this.#mayChange();
    this.#integerOps += counter('cost', cost);
    this.#step('integer_op', cost);
    const limit = this.#limits.integer_ops;
    if (this.#integerOps > limit) throw new RuleBudgetExceeded('integer_ops', limit, this.#integerOps);
  }

  /**
   * Enters a call with `argCount` arguments, an integer from 0.
   *
   * @throws RuleBudgetExceeded `arg_count` before `call_depth`: an oversized call is wrong wherever it stands.
   */
  pushCall(argCount: number): void {
    this.#mayChange();
    counter('argCount', argCount);
    this.#frames.push(this.#argCount);
    this.#callDepth += 1;
    this.#argCount = argCount;
    this.#step('call_push', argCount);
    const { arg_count, call_depth } = this.#limits;
    if (argCount > arg_count) throw new RuleBudgetExceeded('arg_count', arg_count, argCount);
    if (this.#callDepth > call_depth) throw new RuleBudgetExceeded('call_depth', call_depth, this.#callDepth);
  }

  /**
   * Leaves a call and restores the caller's argument count.
   *
   * @throws RangeError without a call to leave: a fault of the engine, not of a rule.
   */
  popCall(): void {
    this.#mayChange();
    const outer = this.#frames.pop();
    if (outer === undefined) throw new RangeError('popCall without a pushCall');
    this.#callDepth -= 1;
    this.#argCount = outer;
    this.#step('call_pop', 0);
  }

  /** Sets the counters to 0 for the next rule. Keeps listeners and the clock, emits nothing. */
  reset(): void {
    this.#mayChange();
    this.#integerOps = 0;
    this.#callDepth = 0;
    this.#argCount = 0;
    this.#frames.length = 0;
  }

  /** The counters, the clock and the limits, frozen. */
  snapshot(): BudgetSnapshot {
    return Object.freeze({
      integer_ops: this.#integerOps,
      call_depth: this.#callDepth,
      current_arg_count: this.#argCount,
      at: this.#at,
      limits: this.#limits,
    });
  }

  /**
   * Has `listener` called with every event from the next one on, in order of subscription, once per subscription.
   *
   * @returns a function that ends this subscription; calling it again does nothing.
   * @throws TypeError when `listener` is not a function.
   */
  subscribe(listener: BudgetListener): () => void {
    if (typeof listener !== 'function') throw new TypeError('listener must be a function');
    const subscription = { listener };
    this.#subscriptions = [...this.#subscriptions, subscription];
    return () => {
      this.#subscriptions = this.#subscriptions.filter((one) => one !== subscription);
    };
  }

  #step(kind: BudgetTick['kind'], cost: number): void {
    this.#at += 1;
    const subscriptions = this.#subscriptions;
    if (subscriptions.length === 0) return;
    const tick: BudgetTick = Object.freeze({
      type: 'budget.tick',
      kind,
      at: this.#at,
      cost,
      integer_ops: this.#integerOps,
      call_depth: this.#callDepth,
      current_arg_count: this.#argCount,
    });
    this.#dispatching = true;
    for (const { listener } of subscriptions) if (callListener(listener, tick)) this.#listenerErrors += 1;
    this.#dispatching = false;
  }

  /** Refuses changes from within a listener, which would otherwise win budget by them. */
  #mayChange(): void {
    if (this.#dispatching) throw new Error('a listener must not change the budget that it observes');
  }
}

/** A tracker with all counters at 0. */
export function freshTracker(limits?: Partial<BudgetLimits>): BudgetTracker {
  return new BudgetTracker(limits);
}

function counter(name: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} must be an integer from 0`);
  return value;
}
